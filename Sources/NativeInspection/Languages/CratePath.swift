/// Reads names and versions of crates out of the paths that rustc leaves in panic messages.
///
/// Paths are those of the machine that compiled: with `/`, or with `\` from Windows. What they name was
/// compiled in; crates that cannot panic, and builds with trimmed paths, leave none.
enum CratePath {
    /// The crate after `registry/src/`: `index.example-6f17d22bba15001f/serde-1.0.0/`.
    static func registryCrate(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = component(in: bytes, at: start)
        guard isHashed(bytes, start..<end) else { return nil }
        let nameStart = end + 1
        let nameEnd = component(in: bytes, at: nameStart)
        guard nameEnd < bytes.count, bytes[nameEnd].isPathSeparator else { return nil }
        return crate(in: bytes, nameStart..<nameEnd)
    }

    /// The repository after `git/checkouts/`: `name-0123456789abcdef/1a2b3c4/`, without a version.
    static func gitCrate(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = component(in: bytes, at: start)
        guard isHashed(bytes, start..<end) else { return nil }
        let revision = bytes.end(of: end + 1, limit: 41) { $0.isLowercaseHexadecimal }
        guard revision >= end + 8, revision < bytes.count, bytes[revision].isPathSeparator else {
            return nil
        }
        return bytes.text(start..<end - 17)
    }

    /// The crate after `vendor/`: `name-1.0.0/src/….rs`; other languages have folders of that name too.
    static func vendoredCrate(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = component(in: bytes, at: start)
        guard end < bytes.count, bytes[end].isPathSeparator, bytes.has("src", at: end + 1),
            let crate = crate(in: bytes, start..<end)
        else { return nil }
        let pathEnd = bytes.end(of: end, limit: 160) {
            $0.isAlphanumeric || $0.isPathSeparator || $0 == UInt8(ascii: "_")
        }
        return bytes.has(".rs", at: pathEnd) ? crate : nil
    }

    private static func component(in bytes: Span<UInt8>, at start: Int) -> Int {
        bytes.end(of: start, limit: 100) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
        }
    }

    /// Whether a folder's name ends in a hyphen and 16 hexadecimal digits, and a separator follows.
    private static func isHashed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let hyphen = range.upperBound - 17
        guard hyphen > range.lowerBound, range.upperBound < bytes.count,
            bytes[range.upperBound].isPathSeparator, bytes[hyphen] == UInt8(ascii: "-")
        else { return false }
        return bytes.end(of: hyphen + 1, limit: 16) { $0.isLowercaseHexadecimal }
            == range.upperBound
    }

    /// `name version` out of `name-1.2.3`, split before the first hyphen that three numbers follow.
    private static func crate(in bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
        for hyphen in range.dropFirst() where bytes[hyphen] == UInt8(ascii: "-") {
            var position = hyphen + 1
            var numbers = 0
            while numbers < 3 {
                let end = bytes.end(of: position, limit: 10) { $0.isDigit }
                guard end > position, end <= range.upperBound else { break }
                numbers += 1
                guard numbers < 3 else { break }
                guard bytes.has(".", at: end) else { break }
                position = end + 1
            }
            if numbers == 3 {
                let name = bytes.text(range.lowerBound..<hyphen)
                return "\(name) \(bytes.text(hyphen + 1..<range.upperBound))"
            }
        }
        return nil
    }
}
