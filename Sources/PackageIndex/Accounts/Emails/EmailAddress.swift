import Outbound

/// A checked e-mail address of the everyday form `local@domain`.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address as given.
    package let text: String
    /// The address in lower case, by which it is compared.
    package var normalized: String { text.lowercased() }

    /// Accepts what mail can go to, see `Mailbox`, with a domain whose parts are not empty.
    package init(_ text: String) throws {
        guard let mailbox = try? Mailbox(address: text),
            mailbox.domain.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty })
        else {
            throw Refusal(
                .emailInvalid, "'\(Shown.short(text))' is not an e-mail address.")
        }
        self.text = text
    }

    package var description: String { text }
}
