/// The names seen so far in a tar file, to tell those that hide another member.
struct TarNames {
    private let limits: ArchiveLimits
    private var total = 0
    private var directories: Set<String> = []
    private var others: Set<String> = []
    private var nesting = MemberNesting()

    init(limits: ArchiveLimits) {
        self.limits = limits
    }

    /// Refuses a second member of the same name.
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
        let isNew: Bool
        let role: MemberNesting.Role
        switch member.kind {
        case .directory:
            role = .folder
            directories.insert(member.path)
            isNew = !others.contains(member.path)
        case .symbolicLink, .file, .hardLink:
            if case .symbolicLink = member.kind { role = .link } else { role = .file }
            isNew = others.insert(member.path).inserted && !directories.contains(member.path)
        }
        guard isNew || limits.rules == .lenient else {
            throw .refused(
                .duplicateName, "the archive holds \(quoted(member.path)) twice",
                at: member.headerOffset)
        }
        nesting.add(member.path, role, at: member.headerOffset)
    }

    /// Refuses a member below a link or a file, once all are known.
    func checkNesting() throws(ArchiveError) {
        try nesting.check(limits)
    }
}
