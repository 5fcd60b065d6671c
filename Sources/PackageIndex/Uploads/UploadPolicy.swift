/// One rule that an upload must keep: what an index says no to, and why.
///
/// `docs/POLICIES.md` is made from the list of them.
package struct UploadPolicy: Sendable {
    /// What a policy needs to know before it can be asked.
    package enum Stage: Int, Sendable, Comparable, CaseIterable {
        /// The form alone.
        case form
        /// The file's name, size and digests.
        case file
        /// What the index holds already; asked again in the transaction that publishes.
        case index
        /// What is inside the file.
        case content
        /// What the description looks like once it is rendered.
        case description

        package static func < (left: Stage, right: Stage) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The policy's stable name.
    package let name: String
    /// What it demands, in one sentence.
    package let summary: String
    /// Where it is on.
    package let profiles: Set<Profile>
    /// What it needs to know.
    package let stage: Stage
    let check: @Sendable (UploadExamination) throws -> Void

    init(
        _ name: String, _ stage: Stage, in profiles: Set<Profile> = [.private, .pypi],
        _ summary: String, check: @escaping @Sendable (UploadExamination) throws -> Void
    ) {
        self.name = name
        self.stage = stage
        self.profiles = profiles
        self.summary = summary
        self.check = check
    }
}
