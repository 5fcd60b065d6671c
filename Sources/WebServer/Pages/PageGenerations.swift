import PackageIndex

/// Pages by what they show, bounded in bytes.
///
/// Two generations stand in for an exact order of use: when the younger is full it becomes the
/// older, and what nobody asked for since falls away.
struct PageGenerations: Sendable {
    private struct Generation {
        var pages: [String?: [PageCache.Key: IndexPage]] = [:]
        var cost = 0

        mutating func keep(_ page: IndexPage, for key: PageCache.Key) {
            cost += page.cost - (pages[key.subject]?[key]?.cost ?? 0)
            pages[key.subject, default: [:]][key] = page
        }

        mutating func remove(_ subject: String?) {
            guard let removed = pages.removeValue(forKey: subject) else { return }
            cost -= removed.values.reduce(0) { $0 + $1.cost }
        }
    }

    private let capacity: Int
    private var young = Generation()
    private var old = Generation()

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// What all pages take together, in bytes.
    var cost: Int { young.cost + old.cost }

    /// The page for that audience, or a project's for everyone.
    mutating func page(_ key: PageCache.Key) -> IndexPage? {
        if key.subject != nil, key.audience != .everyone {
            let shared = PageCache.Key(subject: key.subject, form: key.form, audience: .everyone)
            if let page = find(shared) { return page }
        }
        return find(key)
    }

    /// Keeps a page under its own audience; one that would fill half the room is not kept.
    mutating func keep(_ page: IndexPage, for key: PageCache.Key) {
        guard page.cost <= capacity / 2 else { return }
        let key = PageCache.Key(subject: key.subject, form: key.form, audience: page.audience)
        if young.cost + page.cost > capacity / 2 {
            old = young
            young = Generation()
        }
        young.keep(page, for: key)
    }

    /// Forgets every page of a project, or of the list.
    mutating func remove(_ subject: String?) {
        young.remove(subject)
        old.remove(subject)
    }

    /// Forgets everything.
    mutating func removeAll() {
        young = Generation()
        old = Generation()
    }

    private mutating func find(_ key: PageCache.Key) -> IndexPage? {
        if let page = young.pages[key.subject]?[key] { return page }
        guard let page = old.pages[key.subject]?[key] else { return nil }
        keep(page, for: key)
        return page
    }
}
