import Synchronization

/// The mark of a page's forms, made when the template asks for it.
///
/// Most pages have no forms, and a mark costs more than all the rest of a short page. Whether it
/// was made also tells whether the page carries it.
package final class LazyMark: Sendable {
    private let make: @Sendable () -> String
    private let made = Mutex<String?>(nil)

    /// A mark that is yet to be made.
    package init(_ make: @escaping @Sendable () -> String) {
        self.make = make
    }

    /// The mark, the same one each time.
    package var text: String {
        made.withLock { made in
            if let made { return made }
            let new = make()
            made = new
            return new
        }
    }

    /// Whether anybody asked for it.
    package var isMade: Bool { made.withLock { $0 != nil } }
}
