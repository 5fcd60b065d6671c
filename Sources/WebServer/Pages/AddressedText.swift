import Synchronization

/// A page that holds the server's own address, kept without it.
///
/// Clients name the server as they like, in `Host`: were each name's page kept, they could fill the
/// cache. So the text is kept once, and the address is put in when it is sent. Whole and compressed,
/// the page is kept for the address that was asked first, which is the server's real one unless
/// somebody plays; what others are sent is put together for them and not compressed.
package final class AddressedText: Sendable {
    /// What stands in a text for the address; nobody outside can know it.
    package static let gap =
        "\u{E000}\(UInt64.random(in: .min ... .max))\(UInt64.random(in: .min ... .max))"

    /// Longer addresses are not kept, so that the text says how much memory the page takes.
    private static let longestKeptAddress = 100

    private let pieces: [ArraySlice<UInt8>]
    private let first = Mutex<(address: String, body: PageBody)?>(nil)

    /// What it takes in memory at most, the copy that it keeps included, in bytes.
    let cost: Int

    /// Takes a text with ``gap`` where the address belongs.
    package init(_ text: String) {
        let bytes = Array(text.utf8)
        let mark = Array(Self.gap.utf8)
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        var position = 0
        while position + mark.count <= bytes.count {
            if bytes[position] == mark[0],
                bytes[position..<position + mark.count].elementsEqual(mark)
            {
                pieces.append(bytes[start..<position])
                position += mark.count
                start = position
            } else {
                position += 1
            }
        }
        pieces.append(bytes[start...])
        self.pieces = pieces
        cost = 3 * bytes.count + pieces.count * Self.longestKeptAddress + 1024
    }

    /// The page that is kept for an address; nil where it is not the one that asked first.
    func keptBody(at address: String) -> PageBody? {
        first.withLock { $0?.address == address ? $0?.body : nil }
    }

    /// The page with the address in its places.
    func body(at address: String) -> PageBody {
        let bytes = Array(pieces.joined(separator: address.utf8))
        let isFirst =
            address.utf8.count <= Self.longestKeptAddress && first.withLock { $0 == nil }
        let body = PageBody(bytes, isCompressed: isFirst)
        // Another request may have been quicker.
        if isFirst { first.withLock { $0 = $0 ?? (address, body) } }
        return body
    }
}
