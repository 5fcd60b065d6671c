import Synchronization

/// Where the long descriptions that were shown lately are cut, so that each is compressed once, and
/// not for every reader whose page is not kept.
///
/// Known by the text itself: a description that was rendered anew is another one.
package final class DescriptionCuts: Sendable {
    private struct Contents {
        /// How many bytes have room, by the hash of the text: where two agree, one page is longer.
        var bytes: [Int: Int] = [:]
        var measurements = 0
    }

    private let contents = Mutex(Contents())
    private let most: Int

    /// No cuts; at most so many are kept.
    package init(most: Int = 1_000) {
        self.most = most
    }

    /// How many bytes of a text have room, measured where that is not known.
    package func bytes(of text: String, measure: () -> Int) -> Int {
        let key = Array(text.utf8).hashValue
        if let known = contents.withLock({ $0.bytes[key] }) { return known }
        let bytes = measure()
        contents.withLock { contents in
            // Measured again, the ones that are asked for are soon back.
            if contents.bytes.count >= most { contents.bytes = [:] }
            contents.bytes[key] = bytes
            contents.measurements += 1
        }
        return bytes
    }

    /// How often a text was measured.
    package var measurements: Int { contents.withLock { $0.measurements } }
}
