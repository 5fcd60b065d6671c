/// A writer of zip files, good ones and, by changing what it is about to write, bad ones of every
/// sort.
package struct ZipWriter {
    /// How a content is compressed.
    package enum Method: UInt16, Sendable {
        /// Not at all.
        case stored = 0
        /// With deflate.
        case deflated = 8
    }

    /// The members, in the order in which they are written.
    package var entries: [ZipEntry] = []
    /// Bytes before the first member.
    package var prefix: [UInt8] = []
    /// Bytes after the end record.
    package var suffix: [UInt8] = []
    /// What the records at the end of the file say.
    package var end = End()

    /// What the records at the end of the file say; nil stands for the truth.
    package struct End {
        /// The archive's comment.
        package var comment: [UInt8] = []
        /// The number of this disk.
        package var disk: UInt16 = 0
        /// The number of the disk with the central directory.
        package var directoryDisk: UInt16 = 0
        /// The number of members on this disk.
        package var countOnDisk: Int?
        /// The number of members.
        package var count: Int?
        /// The size of the central directory.
        package var size: Int?
        /// The place of the central directory.
        package var offset: Int?
        /// Whether the ZIP64 records are written, too.
        package var hasZip64 = false
        /// Whether the plain record leaves all numbers to the ZIP64 record.
        package var defersToZip64 = true
        /// Bytes at the end of the ZIP64 record.
        package var extensibleData: [UInt8] = []
        /// The number of disks in the ZIP64 locator.
        package var diskTotal: UInt32 = 1
        /// The place of the ZIP64 record in its locator.
        package var zip64Offset: UInt64?

        /// An honest end.
        package init() {}
    }

    /// A writer without members.
    package init() {}

    /// Adds a member; a name with a final slash makes a folder.
    package mutating func add(_ name: String, _ content: [UInt8] = [], _ method: Method = .stored) {
        entries.append(ZipEntry(name, content, method))
    }

    /// Adds a member with text.
    package mutating func add(_ name: String, _ text: String, _ method: Method = .stored) {
        add(name, Array(text.utf8), method)
    }

    /// The file.
    package func bytes() -> [UInt8] {
        var file = prefix
        var directory: [UInt8] = []
        var count = 0
        for entry in entries {
            file += entry.gapBefore
            let offset = file.count
            if entry.isInFile { file += entry.localHeader() + entry.data + entry.dataDescriptor }
            guard entry.isInDirectory else { continue }
            directory += entry.centralHeader(offset: offset)
            count += 1
        }
        let start = file.count
        file += directory
        file += endRecords(at: file.count, count: count, size: directory.count, offset: start)
        return file + suffix
    }

    private func endRecords(at position: Int, count: Int, size: Int, offset: Int) -> [UInt8] {
        let countOnDisk = end.countOnDisk ?? end.count ?? count
        let count = end.count ?? count
        let size = end.size ?? size
        let offset = end.offset ?? offset
        var records: [UInt8] = []
        if end.hasZip64 {
            records.appendLittleEndian(UInt32(0x0606_4B50))
            records.appendLittleEndian(UInt64(44 + end.extensibleData.count))
            records.appendLittleEndian(UInt16(0x031E))
            records.appendLittleEndian(UInt16(45))
            records.appendLittleEndian(UInt32(end.disk))
            records.appendLittleEndian(UInt32(end.directoryDisk))
            for number in [countOnDisk, count, size, offset] {
                records.appendLittleEndian(UInt64(bitPattern: Int64(number)))
            }
            records += end.extensibleData
            records.appendLittleEndian(UInt32(0x0706_4B50))
            records.appendLittleEndian(UInt32(0))
            records.appendLittleEndian(end.zip64Offset ?? UInt64(position))
            records.appendLittleEndian(end.diskTotal)
        }
        let isDeferred = end.hasZip64 && end.defersToZip64
        records.appendLittleEndian(UInt32(0x0605_4B50))
        records.appendLittleEndian(end.disk)
        records.appendLittleEndian(end.directoryDisk)
        records.appendLittleEndian(isDeferred ? .max : UInt16(truncatingIfNeeded: countOnDisk))
        records.appendLittleEndian(isDeferred ? .max : UInt16(truncatingIfNeeded: count))
        records.appendLittleEndian(isDeferred ? .max : UInt32(truncatingIfNeeded: size))
        records.appendLittleEndian(isDeferred ? .max : UInt32(truncatingIfNeeded: offset))
        records.appendLittleEndian(UInt16(truncatingIfNeeded: end.comment.count))
        return records + end.comment
    }
}
