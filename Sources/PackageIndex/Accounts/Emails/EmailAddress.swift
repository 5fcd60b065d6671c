/// A checked e-mail address of the everyday form `local@domain`.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address as given.
    package let text: String
    /// The address in lower case, by which it is compared.
    package var normalized: String { text.lowercased() }

    /// Accepts at most 254 printable ASCII bytes with one `@` between a local part and a domain.
    package init(_ text: String) throws {
        let halves = text.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            halves[1].split(separator: 0x2E, omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty })
        else {
            throw Refusal(
                .emailInvalid, "'\(Shown.short(text))' is not an e-mail address.")
        }
        self.text = text
    }

    package var description: String { text }
}
