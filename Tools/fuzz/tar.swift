// Built with: Sources/Archives

/// Walks over the input as a tar file by both rules, and as a compressed one, and reads all of its members.
func readFuzzed(_ bytes: [UInt8]) {
    let source = MemoryByteSource(bytes)
    for rules in [ArchiveRules.strict, .lenient] {
        for compression in [TarCompression.none, .gzip] {
            let limits = ArchiveLimits(
                rules: rules, maxMemberBytes: 1 << 20, maxTotalBytes: 1 << 22)
            try? TarArchive.walk(source, compression: compression, limits: limits) {
                member, content in
                precondition(!member.path.hasPrefix("/"))
                let read = try content.read(limit: 1 << 20)
                precondition(read.count == member.size)
            }
        }
    }
}
