/// The records at the end of a zip file: where the central directory is and how many members it
/// lists.
struct ZipEnd {
    /// The size of the record without its comment.
    static let size = 22

    let memberCount: Int
    let directoryOffset: Int
    let directorySize: Int
    /// Where the first of the end records begins, and so the central directory must end.
    let offset: Int

    /// The last place that looks like an end of central directory record.
    struct Candidate {
        let offset: Int
        let record: ZipRecord
        /// Whether the record and its comment reach exactly to the end of the file.
        let isExact: Bool
    }

    /// Looks for the end record as the usual programs do: the last signature in the file's last 64
    /// KiB.
    static func find(in window: inout SourceWindow) throws(ArchiveError) -> Candidate? {
        let tailSize = min(window.byteCount, size + Int(UInt16.max))
        let tail = try window.bytes(at: window.byteCount - tailSize, count: tailSize)
        let signature = ZipSignature.end.bytes
        guard tailSize >= size else { return nil }
        var index = tail.endIndex - size
        while index >= tail.startIndex {
            if tail[index] == signature[0], tail[index...].starts(with: signature) {
                let record = ZipRecord(bytes: tail[index..<index + size])
                let end = index + size + Int(record.uint16(at: 20))
                return Candidate(
                    offset: window.byteCount - (tail.endIndex - index), record: record,
                    isExact: end == tail.endIndex)
            }
            index -= 1
        }
        return nil
    }

    init(in window: inout SourceWindow) throws(ArchiveError) {
        guard let found = try Self.find(in: &window) else {
            throw .refused(
                .notAnArchive,
                "the file is not a zip archive: it has no end of central directory record")
        }
        guard found.isExact else {
            let stated = found.offset + Self.size + Int(found.record.uint16(at: 20))
            guard stated < window.byteCount else {
                throw .refused(
                    .truncated, "the archive's comment is cut off: the file is not complete",
                    at: window.byteCount)
            }
            throw .refused(
                .trailingData, "there is trailing data after the end of the archive", at: stated)
        }
        let record = found.record
        let zip64 = try Zip64End(before: found.offset, in: &window)
        let disks = [record.uint16(at: 4), record.uint16(at: 6)]
        guard disks.allSatisfy({ $0 == 0 || $0 == .max && zip64 != nil }),
            record.uint16(at: 8) == record.uint16(at: 10)
        else { throw Self.multiDisk(at: found.offset) }
        let count = record.uint16(at: 10)
        let size = record.uint32(at: 12)
        let start = record.uint32(at: 16)
        guard let zip64 else {
            (memberCount, directorySize, directoryOffset) = (Int(count), Int(size), Int(start))
            offset = found.offset
            return
        }
        guard count == .max || Int(count) == zip64.memberCount,
            size == .max || Int(size) == zip64.directorySize,
            start == .max || Int(start) == zip64.directoryOffset
        else {
            throw .refused(
                .mismatch, "the end of central directory record contradicts its ZIP64 form",
                at: found.offset)
        }
        memberCount = zip64.memberCount
        directorySize = zip64.directorySize
        directoryOffset = zip64.directoryOffset
        offset = zip64.offset
    }

    static func multiDisk(at offset: Int) -> ArchiveError {
        .refused(.multiDisk, "the archive is one part of several: send it in one file", at: offset)
    }
}
