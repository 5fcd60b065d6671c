// Built with: Sources/Archives

/// Opens the input as a zip file by both rules and reads all of its members.
func readFuzzed(_ bytes: [UInt8]) {
    let source = MemoryByteSource(bytes)
    let limits = ArchiveLimits(maxMemberBytes: 1 << 20, maxTotalBytes: 1 << 22)
    var lenient = limits
    lenient.rules = .lenient
    let strictly = try? ZipArchive(source, limits: limits)
    let leniently = try? ZipArchive(source, limits: lenient)
    precondition(strictly == nil || leniently?.members == strictly?.members)
    for archive in [strictly, leniently] {
        guard let archive else { continue }
        for member in archive.members {
            precondition(archive.member(at: member.path) == member)
            let content = try? archive.read(member, limit: 1 << 20)
            precondition(content == nil || content?.count == member.uncompressedSize)
        }
    }
    _ = try? ArchiveKind(of: source)
}
