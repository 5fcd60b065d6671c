/// A checked user name, spelled as chosen; two that differ only in case are the same.
package struct UserName: Sendable, Hashable, CustomStringConvertible {
    /// The name as its owner writes it.
    package let spelling: String
    /// The name in lower case, by which users are found.
    package let normalized: String

    /// Accepts 1 to 50 ASCII letters, digits, `.`, `_` and `-`, a letter or digit at both ends.
    package init(_ text: String) throws {
        let bytes = Array(text.utf8)
        let isPlain = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        guard (1...50).contains(bytes.count), let first = bytes.first, let last = bytes.last,
            isPlain(first), isPlain(last),
            bytes.allSatisfy({ isPlain($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D })
        else {
            throw Refusal(
                .userNameInvalid,
                "The user name '\(Shown.short(text))' is not valid: it needs 1 to 50 letters, "
                    + "digits, '.', '_' or '-', with a letter or digit at both ends.")
        }
        spelling = text
        normalized = text.lowercased()
    }

    package var description: String { spelling }

    package static func == (left: UserName, right: UserName) -> Bool {
        left.normalized == right.normalized
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(normalized)
    }
}
