import PackageIndex
import Synchronization

/// The index pages that everyone may see, each rendered once and kept until its project changes.
///
/// Bounded in bytes. A page that was being rendered while its project changed is not kept.
package final class SimplePages: Sendable {
    struct Key: Hashable, Sendable {
        /// The project's normalised name; nil for the list of projects.
        let project: String?
        let isJSON: Bool
    }

    private struct Contents {
        var pages: [Key: SimplePage] = [:]
        var cost = 0
        /// Rises with every change, so that a page made from older rows is known to be old.
        var generation = 0
    }

    private let contents = Mutex(Contents())
    private let capacity: Int

    /// An empty cache that holds pages of at most so many bytes together.
    package init(capacity: Int = 256 << 20) {
        self.capacity = capacity
    }

    /// The kept page, or the one that `render` makes.
    func page(_ key: Key, render: () async throws -> SimplePage?) async throws -> SimplePage? {
        let (kept, generation) = contents.withLock { ($0.pages[key], $0.generation) }
        if let kept { return kept }
        guard let page = try await render() else { return nil }
        contents.withLock { contents in
            guard contents.generation == generation, page.cost <= capacity / 4 else { return }
            if contents.cost + page.cost > capacity {
                contents.pages = [:]
                contents.cost = 0
            }
            if let old = contents.pages.updateValue(page, forKey: key) { contents.cost -= old.cost }
            contents.cost += page.cost
        }
        return page
    }

    /// Forgets the pages of projects that changed, and the list; all of them for nil.
    package func forget(_ projects: Set<String>?) {
        contents.withLock { contents in
            contents.generation += 1
            guard let projects else {
                contents.pages = [:]
                contents.cost = 0
                return
            }
            for project in projects.map(Optional.some) + [nil] {
                for isJSON in [true, false] {
                    let key = Key(project: project, isJSON: isJSON)
                    if let old = contents.pages.removeValue(forKey: key) { contents.cost -= old.cost }
                }
            }
        }
    }
}
