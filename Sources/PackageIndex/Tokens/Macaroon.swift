import Crypto

/// The text that a token's holder has: an identifier, caveats, and a signature over both.
///
/// The signature is a chain of HMAC-SHA256, as libmacaroons makes it: whoever has a macaroon can add
/// a caveat to it, and nobody without the root key can take one away. Only caveats that the index
/// itself checks ("first-party" ones) are supported.
package struct Macaroon: Sendable, CustomStringConvertible {
    /// Which service made it, for people to read; it is not signed.
    package let location: [UInt8]
    /// Which row of the database has the root key: 1 to 100 printable ASCII characters.
    package let identifier: [UInt8]
    /// The caveats, in the order in which they were added.
    package let caveats: [[UInt8]]
    let signature: [UInt8]

    /// Names the token without giving it away.
    package var description: String { "token \(identifierText)" }

    /// The identifier as text.
    package var identifierText: String { String(decoding: identifier, as: UTF8.self) }

    /// Makes a new macaroon.
    ///
    /// The identifier has to be what `init(text:)` reads again: printable ASCII. The root key should
    /// be 32 random bytes.
    package static func mint(
        location: String, identifier: String, rootKey: [UInt8], caveats: [[UInt8]] = []
    ) -> Macaroon {
        let identifier = Array(identifier.utf8)
        return Macaroon(
            location: Array(location.utf8), identifier: identifier, caveats: caveats,
            signature: Array(signature(of: identifier, caveats, rootKey: rootKey)))
    }

    /// The macaroon with one more caveat, which needs no root key.
    package func appending(_ caveat: [UInt8]) -> Macaroon {
        Macaroon(
            location: location, identifier: identifier, caveats: caveats + [caveat],
            signature: Array(Self.link(caveat, key: signature)))
    }

    /// Whether nobody has changed the identifier or the caveats, nor left one out.
    ///
    /// Takes the same time wherever the signatures differ. Says nothing of what the caveats allow.
    package func isSigned(with rootKey: [UInt8]) -> Bool {
        // The library compares codes in constant time.
        Self.signature(of: identifier, caveats, rootKey: rootKey) == signature
    }

    private static func signature(
        of identifier: [UInt8], _ caveats: [[UInt8]], rootKey: [UInt8]
    ) -> HMAC<SHA256>.MAC {
        // libmacaroons spreads a root key of any length to 32 bytes with this fixed key.
        let derived = link(rootKey, key: Array("macaroons-key-generator".utf8))
        return caveats.reduce(link(identifier, key: derived)) { link($1, key: $0) }
    }

    private static func link(
        _ message: [UInt8], key: some Sequence<UInt8>
    ) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(key)))
    }
}
