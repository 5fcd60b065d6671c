/// A mail address with the name shown for it, fit to stand in a header and in SMTP's commands.
package struct Mailbox: Sendable, Hashable {
    /// The bare address, `local@domain` in printable ASCII.
    package let address: String
    /// The name shown for it; nil for none.
    package let name: String?

    /// The part after the `@`.
    package var domain: String { String(address.split(separator: "@").last ?? "localhost") }

    /// Takes a bare address and a name.
    ///
    /// - Throws: ``Invalid`` for an address that could mean something else to a mail server: other
    ///   than one `@`, over 254 bytes, or with spaces, control characters, brackets or quotes.
    package init(address: String, name: String? = nil) throws {
        let halves = address.utf8.split(
            separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty,
            address.utf8.count <= 254, halves[0].first != UInt8(ascii: "-"),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            address.utf8.allSatisfy({ !#"<>()[]\,;:""#.utf8.contains($0) })
        else { throw Invalid() }
        self.address = address
        self.name = name
    }

    private init(local: String) {
        address = "\(local)@localhost"
        name = nil
    }

    /// The sender of mails that leave no machine.
    package static let ofThisMachine = Mailbox(local: "cheeseboard")

    /// Takes `Name <local@domain>` or a bare address, as settings have it.
    package init(_ text: String) throws {
        let text = text.trimmingSpaces
        guard text.hasSuffix(">"), let start = text.lastIndex(of: "<") else {
            try self.init(address: text)
            return
        }
        var name = text[..<start].trimmingSpaces
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = String(name.dropFirst().dropLast())
        }
        try self.init(
            address: String(text[text.index(after: start)...].dropLast()),
            name: name.isEmpty ? nil : name)
    }

    /// A text is no address that mail is sent to.
    package struct Invalid: Error {}
}

extension StringProtocol {
    /// The text without spaces and tabs at either end.
    var trimmingSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
