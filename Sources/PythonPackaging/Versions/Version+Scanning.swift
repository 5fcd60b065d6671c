extension Version {
    /// Reads the longest version at the cursor, without white space, and moves behind it.
    ///
    /// The grammar is that of PEP 440, appendix B: any case, `v` in front, alternative spellings
    /// and separators. Where no version starts, the cursor rests on the byte that is in the way.
    init?(scanning cursor: inout ByteCursor, spelling: String? = nil, allowsLocal: Bool = true) {
        cursor.skip { $0.asciiLowercased == UInt8(ascii: "v") }
        var digits = cursor.take(where: \.isASCIIDigit)
        guard !digits.isEmpty else { return nil }

        var epoch = VersionNumber.zero
        if cursor.next == UInt8(ascii: "!") {
            cursor.advance()
            epoch = VersionNumber(digits: digits)
            digits = cursor.take(where: \.isASCIIDigit)
            guard !digits.isEmpty else { return nil }
        }

        var release = [VersionNumber(digits: digits)]
        while cursor.next == UInt8(ascii: "."), cursor.peek(1)?.isASCIIDigit == true {
            cursor.advance()
            release.append(VersionNumber(digits: cursor.take(where: \.isASCIIDigit)))
        }

        let prerelease = Self.scanPrerelease(&cursor)
        let postrelease = Self.scanPostrelease(&cursor)
        let development = Self.scanWord(["dev"], &cursor).map { _ in Self.scanNumber(&cursor) }
        self.init(
            spelling: spelling, epoch: epoch, release: release, prerelease: prerelease,
            postrelease: postrelease, development: development,
            localParts: allowsLocal ? Self.scanLocal(&cursor) : [])
    }

    /// The spellings of each stage, longer ones before their own beginnings.
    private static let stages: [(word: String, stage: Stage)] = [
        ("alpha", .alpha), ("a", .alpha), ("beta", .beta), ("b", .beta),
        ("preview", .candidate), ("pre", .candidate), ("c", .candidate), ("rc", .candidate),
    ]

    private static func scanPrerelease(_ cursor: inout ByteCursor) -> Prerelease? {
        let words = stages.map(\.word)
        guard let index = scanWord(words, &cursor) else { return nil }
        return Prerelease(stage: stages[index].stage, number: scanNumber(&cursor))
    }

    private static func scanPostrelease(_ cursor: inout ByteCursor) -> VersionNumber? {
        if cursor.next == UInt8(ascii: "-"), cursor.peek(1)?.isASCIIDigit == true {
            cursor.advance()
            return VersionNumber(digits: cursor.take(where: \.isASCIIDigit))
        }
        return scanWord(["post", "rev", "r"], &cursor).map { _ in scanNumber(&cursor) }
    }

    /// Skips an optional separator and one of some words; answers which word it was.
    private static func scanWord(_ words: [String], _ cursor: inout ByteCursor) -> Int? {
        let start = cursor.offset
        cursor.skip(where: \.isASCIISeparator)
        for (index, word) in words.enumerated() where cursor.skip(ignoringCase: word) {
            return index
        }
        cursor.move(to: start)
        return nil
    }

    /// The number after such a word, which a separator may precede; none means 0.
    private static func scanNumber(_ cursor: inout ByteCursor) -> VersionNumber {
        cursor.skip(where: \.isASCIISeparator)
        return VersionNumber(digits: cursor.take(where: \.isASCIIDigit))
    }

    private static func scanLocal(_ cursor: inout ByteCursor) -> [LocalPart] {
        guard cursor.next == UInt8(ascii: "+"), cursor.peek(1)?.isASCIIAlphanumeric == true else {
            return []
        }
        cursor.advance()
        var parts = [LocalPart(cursor.take(where: \.isASCIIAlphanumeric))]
        while cursor.next?.isASCIISeparator == true, cursor.peek(1)?.isASCIIAlphanumeric == true {
            cursor.advance()
            parts.append(LocalPart(cursor.take(where: \.isASCIIAlphanumeric)))
        }
        return parts
    }
}
