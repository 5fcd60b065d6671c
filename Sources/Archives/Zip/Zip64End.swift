/// The ZIP64 end of central directory record and its locator (APPNOTE 4.3.14, 4.3.15).
struct Zip64End {
    static let size = 56
    static let locatorSize = 20

    let memberCount: Int
    let directoryOffset: Int
    let directorySize: Int
    /// Where the record begins.
    let offset: Int

    /// Reads both records, or returns nil where no locator stands before the end record at `end`.
    init?(before end: Int, in window: inout SourceWindow) throws(ArchiveError) {
        guard end >= Self.locatorSize else { return nil }
        let locatorOffset = end - Self.locatorSize
        let locator = ZipRecord(
            bytes: try window.bytes(at: locatorOffset, count: Self.locatorSize))
        guard locator.has(.zip64Locator) else { return nil }
        guard locator.uint32(at: 4) == 0, locator.uint32(at: 16) <= 1 else {
            throw ZipEnd.multiDisk(at: locatorOffset)
        }
        guard let offset = Int(exactly: locator.uint64(at: 8)),
            offset <= locatorOffset - Self.size
        else {
            throw Self.malformed("its locator does not point to it", at: locatorOffset)
        }
        let record = ZipRecord(bytes: try window.bytes(at: offset, count: Self.size))
        guard record.has(.zip64End) else {
            throw Self.malformed("its locator does not point to it", at: locatorOffset)
        }
        guard record.uint64(at: 4) == UInt64(Self.size - 12), offset + Self.size == locatorOffset
        else {
            throw Self.malformed("it holds extensible data, which is not allowed", at: offset)
        }
        guard record.uint32(at: 16) == 0, record.uint32(at: 20) == 0,
            record.uint64(at: 24) == record.uint64(at: 32)
        else { throw ZipEnd.multiDisk(at: offset) }
        guard let count = Int(exactly: record.uint64(at: 32)),
            let size = Int(exactly: record.uint64(at: 40)),
            let start = Int(exactly: record.uint64(at: 48))
        else { throw Self.malformed("its numbers are too large", at: offset) }
        (memberCount, directorySize, directoryOffset) = (count, size, start)
        self.offset = offset
    }

    private static func malformed(_ what: String, at offset: Int) -> ArchiveError {
        .refused(
            .malformed, "the ZIP64 end of central directory record is malformed: \(what)",
            at: offset)
    }
}
