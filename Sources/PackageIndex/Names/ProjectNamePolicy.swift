import Database
import PythonPackaging

/// A rule on which names a new project may have; those that exist keep theirs.
///
/// `docs/POLICIES.md` is made from the list of them.
package struct ProjectNamePolicy: Sendable {
    /// The policy's stable name.
    package let name: String
    /// Where it is on.
    package let profiles: Set<Profile>
    /// What it demands, in one sentence.
    package let summary: String
    let check: @Sendable (ProjectName, _ user: Int64?, any SQLConnection) throws -> Void

    init(
        _ name: String, in profiles: Set<Profile> = [.private, .pypi], _ summary: String,
        check: @escaping @Sendable (ProjectName, _ user: Int64?, any SQLConnection) throws -> Void
    ) {
        self.name = name
        self.profiles = profiles
        self.summary = summary
        self.check = check
    }

    /// Every policy, in the order in which a name meets them.
    package static let all: [ProjectNamePolicy] = [
        ProjectNamePolicy(
            "name-not-of-standard-library", in: [.pypi],
            "No module of any Python's standard library has the name."
        ) { name, _, _ in
            guard StandardLibrary.contains(moduleName: name.normalized) else { return }
            throw prohibited(name.spelling)
        },
        ProjectNamePolicy(
            "name-not-prohibited", "No administrator has prohibited the name."
        ) { name, _, connection in
            guard try ProhibitedName.find(name, in: connection) != nil else { return }
            throw prohibited(name.spelling)
        },
        ProjectNamePolicy(
            "name-unlike-others", in: [.pypi],
            "No project that the uploader may see has a name that looks the same once `.`, `_` "
                + "and `-` are gone, `l` and `i` are read as `1`, and `o` as `0`."
        ) { name, user, connection in
            // A private project is not told of, not even by what its name rules out.
            let other = try connection.row(
                """
                SELECT normalized_name FROM projects
                WHERE look_alike_key = $1 AND normalized_name <> $2
                  AND (visibility = 'public' OR id IN (
                      SELECT project_id FROM roles WHERE user_id = $3))
                LIMIT 1
                """, name.ultranormalized, name.normalized, user)
            guard other != nil else { return }
            throw Refusal(
                .nameTooSimilar,
                "The name '\(Shown.short(name.spelling))' is too similar to an existing project.")
        },
    ]

    /// What is not asked of a name but told to administrators once there is a project of it.
    package static let resemblance = ProjectNamePolicy(
        "name-resembles", in: [.pypi],
        "A name that is one typing error away from one of the 10,000 projects that most others "
            + "here depend on, or of the 10,000 that the catalogue says are used most (a letter "
            + "doubled or left out, neighbours swapped, words in another order, or letters that "
            + "are easily mistaken) is accepted and, once everyone sees the project, noted for "
            + "administrators.", check: { _, _, _ in })

    /// How many names one user, and one address, may take in an hour.
    package static let creationRate = ProjectNamePolicy(
        "new-projects-in-measure", in: [.pypi],
        "A user makes at most 20 new projects in an hour, and an address at most 40.",
        check: { _, _, _ in })

    /// Counts a new project, and refuses it where its maker made too many; only those made count.
    static func countCreation(
        by requester: Requester, at now: Timestamp, in connection: any SQLConnection
    ) throws {
        guard !requester.isMachineOwner, requester.client != .local else { return }
        let waits = [
            try Index.tally(
                RateLimit("new project by user", 20, in: .seconds(3600)),
                of: "\(requester.userID ?? 0)", at: now, in: connection),
            try Index.tally(
                RateLimit("new project by address", 40, in: .seconds(3600)),
                of: requester.client.rateKey, at: now, in: connection),
        ]
        guard let wait = waits.compactMap({ $0 }).max() else { return }
        throw Refusal(
            .tooManyTries, "Too many new projects created.",
            help: "Try again in \(max(1, (wait + 59) / 60)) minutes.", retryAfter: Int(wait))
    }

    /// Refuses a name that no new project may take in a profile.
    ///
    /// `user` is who would make it: only what they may see anyway has a say.
    static func check(
        _ name: ProjectName, in profile: Profile, user: Int64?, _ connection: any SQLConnection
    ) throws {
        for policy in all where policy.profiles.contains(profile) {
            try policy.check(name, user, connection)
        }
    }

    /// Lets one project at a time come about among names that look the same, so that the later one
    /// finds the earlier: there is no row of theirs yet that both could lock.
    ///
    /// The key is taken until the transaction ends, also by the others, though no row stays.
    static func waitForLookAlikes(
        of name: ProjectName, in connection: any SQLConnection
    ) throws {
        try connection.run(
            "INSERT INTO name_turns (look_alike_key) VALUES ($1)", name.ultranormalized)
        try connection.run(
            "DELETE FROM name_turns WHERE look_alike_key = $1", name.ultranormalized)
    }

    /// The refusal for a name that is not to be had, whatever the reason: a private project's name
    /// is refused in the same words.
    static func prohibited(_ name: String) -> Refusal {
        Refusal(
            .nameProhibited,
            "The name '\(Shown.short(name))' isn't allowed. Choose another project name.")
    }
}
