/// What a string in a request or an answer looks like.
///
/// The pattern (ECMA-262, and as well what Python's `re` reads) is for the document; `accepts` decides
/// the same for a request.
package struct TextRule: Sendable {
    /// The name that OpenAPI or JSON Schema has for it.
    let format: String?
    /// The values it may have, where they are few.
    let choices: [String]
    /// What it matches.
    let pattern: String?
    /// How many Unicode scalars it has; nil where nothing bounds it.
    let length: ClosedRange<Int>?
    private let accepts: @Sendable (String) -> Bool

    private init(
        format: String? = nil, choices: [String] = [], pattern: String? = nil,
        length: ClosedRange<Int>? = nil,
        accepts: @Sendable @escaping (String) -> Bool = { _ in true }
    ) {
        self.format = format
        self.choices = choices
        self.pattern = pattern
        self.length = length
        self.accepts = accepts
    }

    /// Whether a request may have the text.
    func isKept(by text: String) -> Bool {
        if let length, !length.contains(text.unicodeScalars.count) { return false }
        if !choices.isEmpty, !choices.contains(text) { return false }
        return accepts(text)
    }

    /// Any text.
    static let any = TextRule()
    /// A moment as RFC 3339 writes it.
    static let time = TextRule(format: "date-time")
    /// An address, absolute or below this server's.
    static let address = TextRule(format: "uri-reference")
    /// A SHA-256 or BLAKE2b-256 in lower-case hexadecimal digits.
    static let digest = TextRule(pattern: "^[0-9a-f]{64}$", length: 64...64)

    /// One of a few words.
    static func choice(_ words: [String]) -> TextRule { TextRule(choices: words) }

    /// The name of a project as people write it.
    package static let projectName = TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", length: 1...100, accepts: isName)

    /// The name of a user.
    static let userName = TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", length: 1...50, accepts: isName)

    /// The place in a list that is ordered by names: what `next` of the page before has.
    static let place = TextRule(pattern: "^[!-~]+$", length: 1...255) { text in
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Words of people on one line, which may be none.
    package static func words(upTo limit: Int) -> TextRule {
        TextRule(pattern: "^[^\(unprinted)]*$", length: 0...limit) { text in
            text.unicodeScalars.allSatisfy { !isUnprinted($0) }
        }
    }

    /// A label of one line, which neither begins nor ends with a blank.
    package static let label = TextRule(
        pattern: "^[^\(unprinted)\(blanks)]([^\(unprinted)]*[^\(unprinted)\(blanks)])?$",
        length: 1...100
    ) { text in
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return false
        }
        return text.unicodeScalars.allSatisfy { !isUnprinted($0) } && !isBlank(first)
            && !isBlank(last)
    }

    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, isAlphanumeric(first),
            isAlphanumeric(last)
        else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Characters that steer a terminal or a page instead of standing in it (Unicode's categories Cc,
    /// Cf, Zl, Zp).
    private static let ranges: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x600...0x605, 0x61C...0x61C, 0x6DD...0x6DD,
        0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x180E...0x180E, 0x200B...0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
        0x110BD...0x110BD, 0x110CD...0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3,
        0x1D173...0x1D17A, 0xE0001...0xE0001, 0xE0020...0xE007F,
    ]
    private static let blankRanges: [ClosedRange<UInt32>] = [
        0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000,
    ]

    private static let unprinted = inClass(ranges)
    private static let blanks = inClass(blankRanges)

    private static func isUnprinted(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        blankRanges.contains { $0.contains(scalar.value) }
    }

    /// The ranges as they stand in a character class; beyond the first plane the characters
    /// themselves, for which readers have different escapes.
    private static func inClass(_ ranges: [ClosedRange<UInt32>]) -> String {
        ranges.map { range in
            let ends = [range.lowerBound, range.upperBound]
            return (ends[0] == ends[1] ? Array(ends.prefix(1)) : ends).map { value in
                guard value > 0xFFFF else {
                    let digits = String(value, radix: 16)
                    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
                return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
            }.joined(separator: "-")
        }.joined()
    }
}
