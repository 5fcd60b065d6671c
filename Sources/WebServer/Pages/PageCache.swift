package import PackageIndex
import Synchronization

/// The pages of the index, each rendered once and kept until its project changes.
///
/// Bounded in bytes: what was longest unused makes room. Callers who ask for the same page while it
/// is rendered wait for that one rendering, and a page that was being rendered while its project
/// changed is handed to those who waited but not kept.
package final class PageCache: Sendable {
    /// What a page shows, how, and to whom.
    package struct Key: Hashable, Sendable {
        /// The project's normalised name; nil for the list of projects.
        package let subject: String?
        /// How it is shown.
        package let form: PageForm
        /// To whom.
        package let audience: Audience

        /// The key of a page that is asked for, or kept.
        package init(subject: String?, form: PageForm, audience: Audience) {
            self.subject = subject
            self.form = form
            self.audience = audience
        }
    }

    private typealias Outcome = Result<IndexPage?, any Error>

    private struct Contents {
        var pages: PageGenerations
        /// The rendering that is under way for a page, by number.
        var underWay: [Key: Int] = [:]
        var waiting: [Int: [CheckedContinuation<Outcome?, Never>]] = [:]
        var started = 0
    }

    private enum Turn {
        case kept(IndexPage)
        case wait(Int)
        case render(Int)
    }

    private let contents: Mutex<Contents>
    /// Where pages are rendered, which takes long for large ones.
    package let threads = BlockingPool(width: 2)

    /// An empty cache that holds pages of at most so many bytes together.
    package init(capacity: Int = 256 << 20) {
        contents = Mutex(Contents(pages: PageGenerations(capacity: capacity)))
    }

    /// The kept page, or the one that `render` makes; nil where there is nothing to show.
    package func page(
        _ key: Key, render: () async throws -> IndexPage?
    ) async throws -> IndexPage? {
        while true {
            switch contents.withLock({ Self.turn(key, &$0) }) {
            case .kept(let page):
                return page
            case .render(let number):
                let outcome: Outcome
                do { outcome = .success(try await render()) } catch { outcome = .failure(error) }
                return try finish(number, key, outcome).get()
            case .wait(let number):
                let outcome = await outcome(of: number)
                // Whoever rendered may have gone away in the middle; that is not this caller's end.
                if case .failure(is CancellationError)? = outcome, !Task.isCancelled { continue }
                if let outcome { return try outcome.get() }
            }
        }
    }

    /// What the kept pages take together, in bytes.
    package var cost: Int { contents.withLock { $0.pages.cost } }

    /// Forgets the pages of projects that changed, and the lists unless those do not tell of it; all
    /// pages for nil.
    package func forget(_ projects: Set<String>?, andLists: Bool = true) {
        contents.withLock { contents in
            guard let projects else {
                contents.pages.removeAll()
                contents.underWay = [:]
                return
            }
            if andLists { contents.pages.remove(nil) }
            for project in projects { contents.pages.remove(project) }
            contents.underWay = contents.underWay.filter { key, _ in
                key.subject.map { !projects.contains($0) } ?? !andLists
            }
        }
    }

    private static func turn(_ key: Key, _ contents: inout Contents) -> Turn {
        if let page = contents.pages.page(key) { return .kept(page) }
        if let number = contents.underWay[key] { return .wait(number) }
        contents.started += 1
        contents.underWay[key] = contents.started
        contents.waiting[contents.started] = []
        return .render(contents.started)
    }

    /// Waits for a rendering; nil where it has ended meanwhile.
    private func outcome(of number: Int) async -> Outcome? {
        await withCheckedContinuation { continuation in
            let isOver = contents.withLock { contents in
                guard contents.waiting[number] != nil else { return true }
                contents.waiting[number]?.append(continuation)
                return false
            }
            if isOver { continuation.resume(returning: nil) }
        }
    }

    private func finish(_ number: Int, _ key: Key, _ outcome: Outcome) -> Outcome {
        let waiting = contents.withLock { contents in
            if contents.underWay[key] == number {
                contents.underWay[key] = nil
                if case .success(let page?) = outcome { contents.pages.keep(page, for: key) }
            }
            return contents.waiting.removeValue(forKey: number) ?? []
        }
        for continuation in waiting { continuation.resume(returning: outcome) }
        return outcome
    }
}
