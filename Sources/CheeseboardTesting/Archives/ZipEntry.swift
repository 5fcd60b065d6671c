/// One member of a zip file that a test makes: data and two headers, which can be set to contradict
/// each other.
package struct ZipEntry {
    /// What the two headers of a member both say.
    package struct Header {
        /// The name's bytes.
        package var name: [UInt8]
        /// The version of the format that a reader must know, times 10.
        package var versionNeeded: UInt16 = 20
        /// The general purpose bits.
        package var flags: UInt16 = 0
        /// The number of the compression method.
        package var method: UInt16
        /// The checksum of the content.
        package var crc32: UInt32
        /// The size of the data.
        package var compressedSize: UInt32
        /// The size of the content.
        package var uncompressedSize: UInt32
        /// The extra fields.
        package var extra: [UInt8] = []
    }

    /// The header before the data.
    package var local: Header
    /// The header in the central directory.
    package var central: Header
    /// The data as they stand in the file.
    package var data: [UInt8]
    /// What follows the data.
    package var dataDescriptor: [UInt8] = []
    /// Bytes between the member before and this one.
    package var gapBefore: [UInt8] = []
    /// Whether the local header and the data are written.
    package var isInFile = true
    /// Whether the central header is written.
    package var isInDirectory = true
    /// The member's comment.
    package var comment: [UInt8] = []
    /// The number of the disk where the member starts.
    package var disk: UInt16 = 0
    /// The system and version that made the archive; 3 in the high byte is Unix.
    package var madeBy: UInt16 = 0x0314
    /// The mode of Unix, with the bits that tell files from folders.
    package var unixMode: UInt16
    /// The place of the local header that the central one states; nil stands for the true one.
    package var headerOffset: UInt32?

    /// The signature of the local header.
    package var localSignature: UInt32 = 0x0403_4B50
    /// The signature of the central header.
    package var centralSignature: UInt32 = 0x0201_4B50
    /// The length of the extra fields that the central header states; nil stands for the true one.
    package var centralExtraCount: UInt16?

    /// An honest member.
    package init(_ name: String, _ content: [UInt8], _ method: ZipWriter.Method) {
        data = method == .stored ? content : Deflater.deflate(content)
        let header = Header(
            name: Array(name.utf8), method: method.rawValue, crc32: Deflater.crc32(content),
            compressedSize: UInt32(truncatingIfNeeded: data.count),
            uncompressedSize: UInt32(truncatingIfNeeded: content.count))
        local = header
        central = header
        unixMode = name.hasSuffix("/") ? 0o040755 : 0o100644
        set { header in
            if !name.utf8.allSatisfy({ $0 < 0x80 }) { header.flags |= 1 << 11 }
        }
    }

    /// Changes both headers alike.
    package mutating func set(_ change: (inout Header) -> Void) {
        change(&local)
        change(&central)
    }

    /// Moves sizes and checksum behind the data, as writers to a stream do.
    package mutating func useDataDescriptor() {
        dataDescriptor.appendLittleEndian(UInt32(0x0807_4B50))
        dataDescriptor.appendLittleEndian(local.crc32)
        dataDescriptor.appendLittleEndian(local.compressedSize)
        dataDescriptor.appendLittleEndian(local.uncompressedSize)
        set { $0.flags |= 1 << 3 }
        (local.crc32, local.compressedSize, local.uncompressedSize) = (0, 0, 0)
    }

    /// Moves the sizes into ZIP64 fields.
    package mutating func useZip64() {
        set { header in
            let sizes = [header.uncompressedSize, header.compressedSize].map { UInt64($0) }
            header.extra += ZipEntry.extraField(0x0001, ZipEntry.words(sizes))
            header.uncompressedSize = .max
            header.compressedSize = .max
        }
    }

    /// An extra field.
    package static func extraField(_ identifier: UInt16, _ content: [UInt8]) -> [UInt8] {
        var field: [UInt8] = []
        field.appendLittleEndian(identifier)
        field.appendLittleEndian(UInt16(truncatingIfNeeded: content.count))
        return field + content
    }

    /// Numbers of 64 bits, lowest byte first.
    package static func words(_ numbers: [UInt64]) -> [UInt8] {
        var bytes: [UInt8] = []
        for number in numbers { bytes.appendLittleEndian(number) }
        return bytes
    }

    func localHeader() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendLittleEndian(localSignature)
        appendShared(local, to: &bytes)
        return bytes + local.name + local.extra
    }

    func centralHeader(offset: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendLittleEndian(centralSignature)
        bytes.appendLittleEndian(madeBy)
        appendShared(central, to: &bytes)
        if let centralExtraCount {
            bytes.removeLast(2)
            bytes.appendLittleEndian(centralExtraCount)
        }
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: comment.count))
        bytes.appendLittleEndian(disk)
        bytes.appendLittleEndian(UInt16(0))
        bytes.appendLittleEndian(UInt32(unixMode) << 16)
        bytes.appendLittleEndian(headerOffset ?? UInt32(truncatingIfNeeded: offset))
        return bytes + central.name + central.extra + comment
    }

    private func appendShared(_ header: Header, to bytes: inout [UInt8]) {
        bytes.appendLittleEndian(header.versionNeeded)
        bytes.appendLittleEndian(header.flags)
        bytes.appendLittleEndian(header.method)
        // Midnight of 1980-01-01, the beginning of MS-DOS time.
        bytes.appendLittleEndian(UInt16(0))
        bytes.appendLittleEndian(UInt16(0x0021))
        bytes.appendLittleEndian(header.crc32)
        bytes.appendLittleEndian(header.compressedSize)
        bytes.appendLittleEndian(header.uncompressedSize)
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: header.name.count))
        bytes.appendLittleEndian(UInt16(truncatingIfNeeded: header.extra.count))
    }
}
