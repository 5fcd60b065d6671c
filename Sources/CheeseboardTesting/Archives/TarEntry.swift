/// The header of one member of a tar file that a test makes.
package struct TarEntry {
    /// The name; only its first 100 bytes stand in the header.
    package var name: [UInt8]
    /// The target of a link.
    package var linkName: [UInt8]
    /// The type flag.
    package var type: UInt8
    /// The permission bits.
    package var mode: Int
    /// The size field, where it is not to be the size of the content in octal digits.
    package var sizeField: [UInt8]?
    /// The field of the owner's number, where it is not to be 0.
    package var ownerField: [UInt8]?
    /// The checksum field, where it is not to be right.
    package var checksumField: [UInt8]?
    /// Whether the checksum counts bytes as signed numbers, as some old writers did.
    package var hasSignedChecksum = false
    /// Whether the header carries GNU's magic rather than that of POSIX.
    package var isGNU = false
    /// Whether the header carries a magic at all.
    package var hasMagic = true
    /// The first part of the name.
    package var prefix: [UInt8] = []

    /// An honest header.
    package init(_ name: String, _ type: Character, linkName: String = "", mode: Int = 0o644) {
        self.name = Array(name.utf8)
        self.linkName = Array(linkName.utf8)
        self.type = type.asciiValue ?? 0
        self.mode = mode
    }

    func header(contentSize: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: [UInt8], at offset: Int, room: Int) {
            for (index, byte) in zip(offset..<offset + room, bytes) { block[index] = byte }
        }
        put(name, at: 0, room: 100)
        put(Self.octal(mode, digits: 7), at: 100, room: 8)
        put(ownerField ?? Self.octal(0, digits: 7), at: 108, room: 8)
        put(Self.octal(0, digits: 7), at: 116, room: 8)
        put(sizeField ?? Self.octal(contentSize, digits: 11), at: 124, room: 12)
        // Midnight of 1980-01-01, as in the zip files.
        put(Self.octal(315_532_800, digits: 11), at: 136, room: 12)
        put(Array("        ".utf8), at: 148, room: 8)
        put([type], at: 156, room: 1)
        put(linkName, at: 157, room: 100)
        if hasMagic {
            put(Array((isGNU ? "ustar  \u{0}" : "ustar\u{0}00").utf8), at: 257, room: 8)
        }
        put(prefix, at: 345, room: 155)
        let sum = block.reduce(0) {
            $0 + (hasSignedChecksum ? Int(Int8(bitPattern: $1)) : Int($1))
        }
        put(checksumField ?? Self.octal(sum, digits: 6) + [0, 0x20], at: 148, room: 8)
        return block
    }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }
}
