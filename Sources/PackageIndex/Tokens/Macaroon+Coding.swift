import PythonPackaging

// The binary form is version 2 of libmacaroons' format (its doc/format.txt): packets of a type, a
// length and that many bytes, in sections that end with a zero byte. Types and lengths are LEB128.

extension Macaroon {
    /// Why a text is not a token.
    package struct Invalid: Error, Sendable, Equatable, CustomStringConvertible {
        /// What is wrong with it; never a part of the token.
        package let message: String

        /// The message.
        package var description: String { message }
    }

    /// What stands before the base64url text, so that leaked tokens can be searched for.
    package static let prefix = "cheeseboard-"

    /// The longest text that is read at all, in bytes.
    package static let longestText = 8192

    /// The most caveats that are read.
    package static let mostCaveats = 64

    /// Reads a token: `cheeseboard-` and the base64url text, without padding, of the binary form.
    ///
    /// Exactly one text is accepted for each macaroon: a changed character is never a second
    /// spelling of the same token.
    package init(text: String) throws(Invalid) {
        guard text.utf8.count <= Self.longestText else {
            throw Invalid(message: "a token is at most \(Self.longestText) bytes long")
        }
        guard text.hasPrefix(Self.prefix) else {
            throw Invalid(message: "a token begins with '\(Self.prefix)'")
        }
        guard let bytes = Base64URL.bytes(of: text.utf8.dropFirst(Self.prefix.utf8.count)) else {
            throw Invalid(message: "what follows '\(Self.prefix)' is not unpadded base64url")
        }
        try self.init(binary: bytes)
    }

    /// The token's text: a secret.
    package var text: String { Self.prefix + Base64URL.text(of: binary) }

    private init(binary: [UInt8]) throws(Invalid) {
        var packets = PacketReader(bytes: binary)
        guard packets.byte() == 2 else {
            throw Invalid(message: "the token is not a macaroon of version 2")
        }
        let header = try packets.section()
        guard let identifier = header.identifier, header.verificationID == nil else {
            throw Invalid(message: "the token's first section is not a location and an identifier")
        }
        guard (1...100).contains(identifier.count),
            identifier.allSatisfy({ (0x21...0x7e).contains($0) })
        else {
            throw Invalid(message: "the token's identifier is not 1 to 100 printable characters")
        }

        var caveats: [[UInt8]] = []
        while true {
            let section = try packets.section()
            guard let caveat = section.identifier else {
                guard section.isEmpty else {
                    throw Invalid(message: "a caveat of the token has no content")
                }
                break
            }
            guard section.location == nil, section.verificationID == nil else {
                throw Invalid(message: "third-party caveats are not supported")
            }
            guard caveats.count < Self.mostCaveats else {
                throw Invalid(message: "a token has at most \(Self.mostCaveats) caveats")
            }
            caveats.append(caveat)
        }

        guard let (type, signature) = packets.packet(), type == .signature, signature.count == 32,
            packets.isAtEnd
        else {
            throw Invalid(message: "the token does not end with a signature of 32 bytes")
        }
        self.init(
            location: header.location ?? [], identifier: identifier, caveats: caveats,
            signature: signature)
    }

    private var binary: [UInt8] {
        var packets = PacketWriter(bytes: [2])
        packets.add(.location, location)
        packets.add(.identifier, identifier)
        packets.endSection()
        for caveat in caveats {
            packets.add(.identifier, caveat)
            packets.endSection()
        }
        packets.endSection()
        packets.add(.signature, signature)
        return packets.bytes
    }
}

private enum PacketType: UInt8 {
    case location = 1
    case identifier = 2
    case verificationID = 4
    case signature = 6
}

private struct PacketWriter {
    var bytes: [UInt8]

    mutating func add(_ type: PacketType, _ content: [UInt8]) {
        bytes.append(type.rawValue)
        var length = content.count
        while length >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
            length >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: length))
        bytes += content
    }

    mutating func endSection() {
        bytes.append(0)
    }
}

private struct PacketSection {
    var location: [UInt8]?
    var identifier: [UInt8]?
    var verificationID: [UInt8]?

    var isEmpty: Bool { location == nil && identifier == nil && verificationID == nil }
}

private struct PacketReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads packets up to the zero byte that ends a section.
    mutating func section() throws(Macaroon.Invalid) -> PacketSection {
        var section = PacketSection()
        var last: UInt8 = 0
        while true {
            if position < bytes.count, bytes[position] == 0 {
                position += 1
                return section
            }
            guard let (type, content) = packet(), type.rawValue > last else {
                throw Macaroon.Invalid(message: "the token is cut off or its packets are broken")
            }
            last = type.rawValue
            switch type {
            case .location: section.location = content
            case .identifier: section.identifier = content
            case .verificationID: section.verificationID = content
            case .signature:
                throw Macaroon.Invalid(message: "the token's signature stands among its caveats")
            }
        }
    }

    mutating func packet() -> (type: PacketType, content: [UInt8])? {
        guard let type = byte().flatMap(PacketType.init(rawValue:)), let length = length(),
            length <= bytes.count - position
        else { return nil }
        defer { position += length }
        return (type, Array(bytes[position..<position + length]))
    }

    /// Reads a length of up to 21 bits in its shortest spelling, far more than a token has.
    private mutating func length() -> Int? {
        var length = 0
        for shift in [0, 7, 14] {
            guard let next = byte() else { return nil }
            length |= Int(next & 0x7f) << shift
            if next < 0x80 { return next == 0 && shift > 0 ? nil : length }
        }
        return nil
    }
}
