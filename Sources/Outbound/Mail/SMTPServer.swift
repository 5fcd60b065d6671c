import Foundation

/// A mail server, and how it is spoken to.
package struct SMTPServer: Sendable {
    /// Whether a connection that begins in the clear goes on encrypted (RFC 3207).
    package enum Encryption: String, Sendable, CaseIterable {
        /// No mail goes out in the clear.
        case required
        /// Where the server offers it; whoever sits between can take the offer away.
        case opportunistic
        /// In the clear, for a server on the same machine.
        case off
    }

    /// The server's name or address.
    package let host: String
    /// The port.
    package let port: Int
    /// Whether the connection is encrypted from its first byte (`smtps`).
    package let isEncryptedFromStart: Bool
    /// Who signs in; nil for nobody.
    package let user: String?
    /// The password to sign in with.
    package var password: Secret?
    /// What holds for a connection that begins in the clear.
    package var encryption = Encryption.required
    /// A PEM file with the authorities that may vouch for the server, instead of the system's.
    package var authorities: String?
    /// How long connecting may take.
    package var connectTimeout: Duration = .seconds(15)
    /// How long handing over one mail may take in all.
    package var timeout: Duration = .seconds(60)

    /// Takes `smtp://user@host:587` or `smtps://user@host:465`.
    ///
    /// - Throws: ``Invalid`` with what is wrong; a password does not belong here.
    package init(url text: String) throws {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil
        else { throw Invalid(message: "this is no address like smtp://user@mail.example:587") }
        guard parts.password == nil else {
            throw Invalid(message: "the password belongs into mail.smtpPassword or its file")
        }
        switch parts.scheme?.lowercased() {
        case "smtp": isEncryptedFromStart = false
        case "smtps": isEncryptedFromStart = true
        default: throw Invalid(message: "this begins neither with smtp:// nor with smtps://")
        }
        let port = parts.port ?? (isEncryptedFromStart ? 465 : 587)
        guard (1...65535).contains(port) else { throw Invalid(message: "there is no such port") }
        let user = parts.user?.removingPercentEncoding ?? parts.user
        self.host = host
        self.port = port
        self.user = user.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A text is not the address of a mail server.
    package struct Invalid: Error {
        /// What is wrong with it.
        package let message: String
    }
}
