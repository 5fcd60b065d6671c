import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Managing projects` {
    /// Everything that changes a project, each with arguments that suit it.
    private static let changes: [(String, @Sendable (Team, Requester) async throws -> Void)] = [
        ("archive", { try await $0.index.archiveProject($0.brie, by: $1) }),
        ("unarchive", { try await $0.index.unarchiveProject($0.brie, by: $1) }),
        (
            "deprecate",
            {
                try await $0.index.deprecateProject(
                    $0.brie, successor: nil, reason: nil, by: $1)
            }
        ),
        (
            "visibility",
            { try await $0.index.changeVisibility(of: $0.brie, to: .private, by: $1) }
        ),
        (
            "yank",
            {
                try await $0.index.yankRelease(
                    try Version("1.0"), of: $0.brie, reason: nil, by: $1)
            }
        ),
        ("unyank", { try await $0.index.unyankRelease(try Version("1.0"), of: $0.brie, by: $1) }),
        (
            "yank file",
            {
                try await $0.index.yankFile(
                    Sample.wheel().filename, of: $0.brie, reason: nil, by: $1)
            }
        ),
        (
            "unyank file",
            { try await $0.index.unyankFile(Sample.wheel().filename, of: $0.brie, by: $1) }
        ),
        (
            "delete file",
            { try await $0.index.deleteFile(Sample.wheel().filename, of: $0.brie, by: $1) }
        ),
        (
            "restore file",
            { try await $0.index.restoreFile(Sample.wheel().filename, of: $0.brie, by: $1) }
        ),
        (
            "delete release",
            { try await $0.index.deleteRelease(try Version("1.0"), of: $0.brie, by: $1) }
        ),
        (
            "restore release",
            { try await $0.index.restoreRelease(try Version("1.0"), of: $0.brie, by: $1) }
        ),
        (
            "invite",
            { try await $0.index.inviteCollaborator("bob", to: $0.brie, as: .owner, by: $1) }
        ),
        ("transfer", { try await $0.index.transferProject($0.brie, to: "carol", by: $1) }),
        (
            "change role",
            { try await $0.index.changeRole(of: "maria", in: $0.brie, to: .reader, by: $1) }
        ),
        ("remove", { try await $0.index.removeCollaborator("ruth", from: $0.brie, by: $1) }),
        ("people", { _ = try await $0.index.collaborators(of: $0.brie, by: $1) }),
        ("invitations", { _ = try await $0.index.invitations(to: $0.brie, by: $1) }),
        ("role changes", { _ = try await $0.index.roleChanges(in: $0.brie, by: $1) }),
        ("history", { _ = try await $0.index.projectHistory(of: $0.brie, by: $1) }),
        ("tokens", { _ = try await $0.index.tokensWriting(to: $0.brie, by: $1) }),
        ("deleted", { _ = try await $0.index.deletedItems(of: $0.brie, by: $1) }),
        ("delete", { try await $0.index.deleteProject($0.brie, by: $1) }),
        ("restore", { try await $0.index.restoreProject($0.brie, by: $1) }),
    ]

    @Test func `owners do everything, with a token that is for it`() async throws {
        try await Team.with(having: [
            "bob": nil, "carol": nil, "maria": .maintainer, "ruth": .reader,
        ]) { team in
            let token = try await team.test.token(for: ["brie"], scopes: [.manage])
            let owner = Requester(try await team.index.authenticate(.token(token)))
            for (name, change) in Self.changes {
                #expect(try await code { try await change(team, owner) } == nil, "\(name)")
            }
        }
    }

    @Test func `nobody else does anything, and to outsiders a private project is none`()
        async throws
    {
        try await Team.with(having: [
            "bob": nil, "carol": nil, "eve": nil, "maria": .maintainer, "rita": .reader,
            "ruth": .reader,
        ]) { team in
            let wrong = [
                try await team.test.token(scopes: [.upload, .read]),
                try await team.test.token(for: ["feta"], scopes: [.manage]),
            ]
            for isPrivate in [false, true] {
                if isPrivate { try await team.hide() }
                let before = try await team.index.lastSerial()
                for (name, change) in Self.changes {
                    for person in ["maria", "rita", "eve"] {
                        let requester = try await team.requester(person)
                        let refused: RefusalCode =
                            name == "restore" || isPrivate && person == "eve"
                            ? .projectUnknown : .noRole
                        #expect(
                            try await code { try await change(team, requester) } == refused,
                            "\(name) by \(person)")
                    }
                    for text in wrong {
                        let requester = Requester(
                            try await team.index.authenticate(.token(text)))
                        let refused: RefusalCode =
                            name == "restore" || isPrivate ? .projectUnknown : .tokenForbids
                        #expect(
                            try await code { try await change(team, requester) } == refused,
                            "\(name) by a token")
                    }
                }
                #expect(try await team.index.lastSerial() == before)
            }
        }
    }

    @Test func `an outsider's attempt takes the same statements and words, private or none`()
        async throws
    {
        try await Team.with(having: ["bob": nil, "carol": nil, "eve": nil, "maria": .maintainer]) {
            team in
            try await team.hide()
            let recorded = RecordedStatements(team.test.database)
            let index = Index(
                database: recorded, blobs: team.index.blobs, clock: team.test.clock)
            let eve = try await team.requester("eve")
            for (name, change) in Self.changes {
                var seen: [([String], String)] = []
                for project in ["brie", "none"] {
                    let asked = Team(
                        test: TestIndex(
                            index: index, database: team.test.database, clock: team.test.clock,
                            folder: team.test.folder, user: team.test.user),
                        brie: try ProjectName(project))
                    var message = ""
                    let statements = try await recorded.statements(of: {
                        do { try await change(asked, eve) } catch let refusal as Refusal {
                            message = refusal.description.replacing(project, with: "NAME")
                        }
                    })
                    seen.append((statements, message))
                }
                #expect(seen[0].0 == seen[1].0 && !seen[0].0.isEmpty, "\(name)")
                #expect(seen[0].1 == seen[1].1 && !seen[0].1.isEmpty, "\(name)")
            }
        }
    }

    @Test func `a quarantined project is changed by whoever runs the index only`() async throws {
        try await Team.with(having: ["bob": nil, "carol": nil, "maria": .maintainer]) { team in
            let alice = team.test.requester
            #expect(
                try await code {
                    try await team.index.changeStatus(
                        of: team.brie, to: .quarantined, reason: nil, by: alice)
                } == .administratorsOnly)
            try await team.index.changeStatus(
                of: team.brie, to: .quarantined, reason: "odd", by: .machineOwner)
            for (name, change) in Self.changes where name != "restore" {
                let isReading =
                    ["people", "invitations", "role changes", "history", "tokens", "deleted"]
                    .contains(name)
                #expect(
                    try await code { try await change(team, alice) }
                        == (isReading ? nil : .projectClosed), "\(name)")
            }
        }
    }

    @Test(arguments: TestDriver.available)
    func `a project is closed to outsiders and opened again, and lists follow`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: ["eve": nil]) { team in
            let alice = team.test.requester
            try await team.index.changeVisibility(of: team.brie, to: .private, by: alice)
            try await team.index.changeVisibility(of: team.brie, to: .private, by: alice)
            #expect(try await team.index.projectListing("brie", for: nil) == nil)
            #expect(try await team.index.projectList(for: nil).projects.isEmpty)
            try await team.index.changeVisibility(of: team.brie, to: .public, by: alice)
            #expect(try await team.index.projectListing("brie", for: nil) != nil)
            let entries = try await team.index.journal(after: 4, limit: 10)
            #expect(entries.map(\.action) == [.changeVisibility, .changeVisibility])
            #expect(entries.map(\.detail) == ["private", "public"])
            #expect(
                try await team.events() == [.roleAdded, .visibilityChanged, .visibilityChanged])
        }
    }

    @Test func `new projects are as visible as the setting says`() async throws {
        var settings = IndexSettings()
        settings.projectVisibility = .private
        try await TestIndex.with(settings: settings) { test in
            try await test.publish(.wheel())
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
            #expect(try await test.index.projectListing("brie", for: test.principal) != nil)
        }
    }

    @Test(arguments: TestDriver.available)
    func `a deprecated project says so, why, and what to use instead`(
        _ driver: TestDriver
    ) async throws {
        try await Team.with(driver, having: [:]) { team in
            let alice = team.test.requester
            try await team.index.deprecateProject(
                team.brie, successor: try ProjectName("Camembert"), reason: " Too old. ",
                by: alice)
            let project = try #require(
                try await team.index.projectListing("brie", for: nil)?.project)
            #expect(project.status == .deprecated && project.successor == "Camembert")
            #expect(project.statusExplanation == "Too old. Use Camembert instead.")
            try await team.test.publish(.wheel("1.1"))
            try await team.index.unarchiveProject(team.brie, by: alice)
            #expect(
                try await team.index.projectListing("brie", for: nil)?.project.successor == nil)
            #expect(try await team.events().suffix(2) == [.deprecated, .undeprecated])
            #expect(
                try await code {
                    try await team.index.deprecateProject(
                        team.brie, successor: team.brie, reason: nil, by: alice)
                } == .fieldInvalid)
            for reason in [String(repeating: "x", count: 501), "a\0b"] {
                #expect(
                    try await code {
                        try await team.index.archiveProject(
                            team.brie, reason: reason, by: alice)
                    } == .fieldInvalid)
            }
        }
    }
}
