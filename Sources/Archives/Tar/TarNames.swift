/// The names seen so far in a tar file, to tell those that hide another member.
struct TarNames {
    private let limits: ArchiveLimits
    private var total = 0
    private var directories: Set<String> = []
    private var others: Set<String> = []
    private var links: Set<String> = []

    init(limits: ArchiveLimits) {
        self.limits = limits
    }

    /// Refuses a second member of the same name, and a member inside of a symbolic link.
    ///
    /// A folder may be listed again. The lenient rules let a later file replace an earlier one, as
    /// `tar -r` writes it.
    mutating func add(_ member: TarMember) throws(ArchiveError) {
        total += member.path.utf8.count
        guard total <= limits.maxCentralDirectoryBytes else {
            throw .refused(
                .headersTooLarge,
                "the names have more than \(limits.maxCentralDirectoryBytes) bytes together",
                at: member.headerOffset)
        }
        try refuseLinkedFolder(of: member)
        let isNew: Bool
        switch member.kind {
        case .directory:
            directories.insert(member.path)
            isNew = !others.contains(member.path)
        case .symbolicLink:
            links.insert(member.path)
            fallthrough
        case .file, .hardLink:
            isNew = others.insert(member.path).inserted && !directories.contains(member.path)
        }
        guard isNew || limits.rules == .lenient else {
            throw .refused(
                .duplicateName, "the archive holds \(quoted(member.path)) twice",
                at: member.headerOffset)
        }
    }

    private func refuseLinkedFolder(of member: TarMember) throws(ArchiveError) {
        guard !links.isEmpty else { return }
        var folder = member.path[...]
        while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
            folder = folder[..<slash]
            guard !links.contains(String(folder)) else {
                throw .refused(
                    .unsafeLink,
                    "\(quoted(member.path)) lies behind the symbolic link \(quoted(String(folder)))",
                    at: member.headerOffset)
            }
        }
    }
}
