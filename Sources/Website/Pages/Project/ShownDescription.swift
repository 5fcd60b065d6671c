import PackageIndex
import WebServer

/// The long description of a release: as much of it as has room on a page, unless its reader asked
/// for the whole.
struct ShownDescription {
    /// HTML that is safe to show.
    let html: String?
    /// Text to be escaped, where there is no HTML.
    let plain: String?
    /// Where the whole is, under the site's prefix; nil where it is here.
    let wholePath: String?

    private typealias Part = (text: String, isWhole: Bool)

    /// Longer ones take long to read anyway.
    private static let mostBytes = 150_000
    /// The same as it is sent: a page is to have less than 60 KB with all that belongs to it.
    private static let mostCompressedBytes = 32_000

    /// Nil for a release without a description.
    init?(
        _ release: ShownRelease, images: DescriptionImages, isWhole: Bool, path: String,
        cuts: DescriptionCuts
    ) {
        let text = release.metadata.description ?? ""
        let words = text.trimmingWhitespace
        guard !words.isEmpty, words != "UNKNOWN" else { return nil }
        let part: Part
        if let document = release.description {
            func upTo(_ bytes: Int) -> Part {
                let beginning = document.beginning(bytes: bytes)
                return ((beginning ?? document).text(images: images), beginning == nil)
            }
            part = isWhole ? upTo(.max) : Self.fitting(cuts, upTo)
            html = part.text
            plain = nil
        } else {
            func upTo(_ bytes: Int) -> Part {
                let beginning = text.beginning(bytes: bytes)
                return (beginning.map { String($0) } ?? text, beginning == nil)
            }
            part = isWhole ? upTo(.max) : Self.fitting(cuts, upTo)
            html = nil
            plain = part.text
        }
        wholePath = part.isWhole ? nil : path + "?description=all#description"
    }

    /// The longest beginning that has room, by a function that takes one of at most so many bytes.
    private static func fitting(
        _ cuts: DescriptionCuts, _ beginning: (_ bytes: Int) -> Part
    ) -> Part {
        let longest = beginning(mostBytes)
        guard longest.text.utf8.count > mostCompressedBytes else { return longest }
        let bytes = cuts.bytes(of: longest.text) {
            var room = mostBytes
            var part = longest
            while part.text.utf8.count > mostCompressedBytes,
                let compressed = Gzip.compress(Array(part.text.utf8))?.count,
                compressed > mostCompressedBytes
            {
                // What comes first may compress worse than what comes then.
                room = min(room * mostCompressedBytes / compressed, room * 9 / 10)
                part = beginning(room)
            }
            return room
        }
        return bytes == mostBytes ? longest : beginning(bytes)
    }
}
