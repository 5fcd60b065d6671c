import CheeseboardTesting
import Database
import PackageIndex
import Testing

@Suite struct `Accounts` {
    @Test(arguments: TestDriver.available)
    func `a user is found in any case and named once`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let user = try await test.index.addUser(
                name: "Marie.H", email: "marie@index.example", password: "twelve chars")
            #expect(user.name == "Marie.H" && !user.isAdmin && !user.isFrozen)
            #expect(user.createdAt == test.clock.now() && user.email == "marie@index.example")
            #expect(try await test.index.user(named: "marie.h") == user)
            #expect(
                try await code {
                    try await test.index.addUser(
                        name: "MARIE.h", email: "m@index.example", password: "twelve chars")
                } == .userNameTaken)
            #expect(try await test.index.users().map(\.name) == ["alice", "Marie.H"])
        }
    }

    @Test(arguments: [
        ("", "a@index.example", "twelve chars", RefusalCode.userNameInvalid),
        ("-marie", "a@index.example", "twelve chars", .userNameInvalid),
        ("ma rie", "a@index.example", "twelve chars", .userNameInvalid),
        ("mariè", "a@index.example", "twelve chars", .userNameInvalid),
        (String(repeating: "m", count: 51), "a@index.example", "twelve chars", .userNameInvalid),
        ("marie", "marie", "twelve chars", .emailInvalid),
        ("marie", "a@b@c", "twelve chars", .emailInvalid),
        ("marie", "a@.example", "twelve chars", .emailInvalid),
        ("marie", "a b@index.example", "twelve chars", .emailInvalid),
        ("marie", "-a@index.example", "twelve chars", .emailInvalid),
        ("marie", "a,b@index.example", "twelve chars", .emailInvalid),
        ("marie", "a;b@index.example", "twelve chars", .emailInvalid),
        ("marie", "a:b@index.example", "twelve chars", .emailInvalid),
        ("marie", "<a@index.example>", "twelve chars", .emailInvalid),
        ("marie", "\"a\"@index.example", "twelve chars", .emailInvalid),
        ("marie", "a(b)@index.example", "twelve chars", .emailInvalid),
        ("marie", "a\\@index.example", "twelve chars", .emailInvalid),
        ("marie", "a@[192.0.2.1]", "twelve chars", .emailInvalid),
        ("marie", "a@index.example", "eleven char", .passwordUnfit),
        ("marie", "a@index.example", String(repeating: "p", count: 4097), .passwordUnfit),
    ])
    func `what a user cannot be called or keep secret is refused`(
        _ name: String, _ email: String, _ password: String, _ expected: RefusalCode
    ) async throws {
        try await TestIndex.with { test in
            let refused = try await code {
                try await test.index.addUser(name: name, email: email, password: password)
            }
            #expect(refused == expected)
            #expect(try await test.index.users().count == 1)
        }
    }

    @Test(arguments: TestDriver.available)
    func `only an index without administrator takes the first one`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            #expect(try await !test.index.hasAdministrator())
            try await test.index.addFirstAdministrator(
                name: "root", email: "root@index.example", password: "twelve chars")
            #expect(try await test.index.hasAdministrator())
            #expect(
                try await code {
                    try await test.index.addFirstAdministrator(
                        name: "other", email: "o@index.example", password: "twelve chars")
                } == .linkInvalid)
        }
    }

    @Test(arguments: TestDriver.available)
    func `its history begins with who made an account`(_ driver: TestDriver) async throws {
        try await TestIndex.with(driver) { test in
            let index = test.index
            let user = try await index.addUser(
                name: "marie", email: "marie@index.example", password: "twelve chars")
            let made = try await index.accountHistory(of: Requester(Principal(user: user)))
            #expect(made.map(\.tag) == [.accountCreated])
            #expect(made.first?.actor == nil && made.first?.client.address == nil)
            let client = ClientTrace(
                address: "192.0.2.7", userAgent: "a browser", network: "192.0.2.7")
            _ = try await index.addFirstAdministrator(
                name: "root", email: "root@index.example", password: "twelve chars",
                in: SignInBrowser(client: client))
            let root = try #require(try await index.user(named: "root"))
            let first = try await index.accountHistory(of: Requester(Principal(user: root))).last
            #expect(first?.tag == .accountCreated && first?.actor == "root")
            #expect(first?.client.address == "192.0.2.7")
        }
    }

    @Test(arguments: TestDriver.available)
    func `of those who use the link at the same time one becomes administrator`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver, connections: 6) { test in
            let made = try await withThrowingTaskGroup(of: RefusalCode?.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        try await code {
                            try await test.index.addFirstAdministrator(
                                name: "root\(number)", email: "root@index.example",
                                password: "twelve chars")
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(made.count { $0 == nil } == 1)
            #expect(made.count { $0 == .linkInvalid } == 5)
            #expect(try await test.index.users().count { $0.isAdmin } == 1)
        }
    }

    @Test func `a setup link takes its own secret alone and does not print it`() {
        let link = SetupLink()
        #expect(link.isValid(link.secret) && link.secret.utf8.count == 32)
        #expect(!link.isValid("") && !link.isValid(SetupLink().secret))
        #expect(!"\(link)".contains(link.secret))
    }
}

@Suite struct `Signing in with a password` {
    private static let password = "correct horse battery"

    @Test(arguments: TestDriver.available)
    func `needs the right password of a user who is not frozen`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.index.addUser(
                name: "Marie", email: "marie@index.example", password: Self.password)
            func signIn(_ name: String, _ password: String) async throws -> RefusalCode? {
                try await code {
                    let principal = try await test.index.authenticate(
                        .password(user: name, password: password))
                    #expect(principal.user.name == "Marie")
                }
            }
            #expect(try await signIn("marie", Self.password) == nil)
            #expect(try await signIn("Marie", Self.password) == nil)
            for (name, password) in [
                ("marie", "wrong"), ("marie", ""), ("nobody", Self.password),
                ("mar\0ie", Self.password), ("alice", ""), ("alice", Self.password),
                ("marie", String(repeating: "p", count: 5000)), ("", ""),
            ] {
                #expect(try await signIn(name, password) == .credentialsInvalid)
            }
            try await test.index.freezeUser("MARIE")
            #expect(try await signIn("marie", Self.password) == .credentialsInvalid)
            #expect(try await test.index.user(named: "marie")?.isFrozen == true)
            try await test.index.unfreezeUser("marie")
            #expect(try await signIn("marie", Self.password) == nil)
            #expect(try await code { try await test.index.freezeUser("nobody") } == .userUnknown)
        }
    }

    /// Where no password can be checked, only an answer that needs no check comes at all.
    @Test(.timeLimit(.minutes(1)))
    func `whoever is named, the same work is done before they are refused`() async throws {
        try await TestIndex.with { test in
            let (gate, threads) = (Gate(), BlockingPool(width: 1, places: 0))
            for name in ["marie", "gone"] {
                try await test.index.addUser(
                    name: name, email: "\(name)@index.example", password: Self.password)
            }
            try await test.database.write {
                try $0.run("UPDATE users SET deleted_at = 1 WHERE name = 'gone'")
            }
            let index = Index(
                database: test.database, blobs: test.index.blobs, settings: test.index.settings,
                clock: test.clock,
                passwords: PasswordVerifier(
                    threads: threads, work: test.index.settings.passwordWork))
            try await withThrowingTaskGroup { group in
                group.addTask { try await threads.run { gate.pass() } }
                while gate.most == 0 { await Task.yield() }
                // Somebody with a password, without one, who is gone, who never was, who cannot be.
                let names = ["marie", "alice", "gone", "nobody", "no body", "a@b.example", ""]
                for (number, name) in names.enumerated() {
                    let client = ClientTrace(
                        address: nil, userAgent: nil, network: "network \(number)")
                    let onPage = try await code {
                        _ = try await index.signIn(
                            name, password: "wrong", in: SignInBrowser(client: client))
                    }
                    let byTool = try await code {
                        _ = try await index.authenticate(
                            .password(user: name, password: "wrong"), from: client)
                    }
                    #expect(onPage == .tooManySignIns && byTool == .tooManySignIns, "\(name)")
                }
                gate.open()
                try await group.waitForAll()
            }
        }
    }

    @Test func `a password that was changed elsewhere counts at once`() async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            try await test.index.addUser(
                name: "other", email: "other@index.example", password: "something else")
            let credentials = Credentials.password(user: "marie", password: Self.password)
            _ = try await test.index.authenticate(credentials)
            try await test.database.write { connection in
                try connection.run(
                    """
                    UPDATE users SET password_hash = (
                        SELECT password_hash FROM users WHERE name = 'other')
                    WHERE name = 'marie'
                    """)
            }
            #expect(
                try await code { try await test.index.authenticate(credentials) }
                    == .credentialsInvalid)
        }
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$16$8$1$AAAA", "scrypt$60$8$1$AAAA$AAAA", "scrypt$x$8$1$AAAA$AAAA",
        "scrypt$16$0$1$AAAA$AAAA", "scrypt$16$8$99$AAAA$AAAA", "scrypt$16$8$1$!$AAAA",
        "bcrypt$16$8$1$AAAA$AAAA",
    ])
    func `a stored hash that is broken lets nobody in`(_ stored: String) async throws {
        try await TestIndex.with { test in
            try await test.database.write { connection in
                try connection.run("UPDATE users SET password_hash = $1", stored)
            }
            #expect(
                try await code {
                    try await test.index.authenticate(.password(user: "alice", password: ""))
                } == .credentialsInvalid)
        }
    }

    @Test func `two hundred sign-ins with the same password cost one derivation`() async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "marie", email: "marie@index.example", password: Self.password)
            // Each derivation takes 64 MiB and a tenth of a second: without the kept verdict this
            // would not end within the suite's patience.
            for _ in 0..<200 {
                _ = try await test.index.authenticate(
                    .password(user: "marie", password: Self.password))
            }
        }
    }

    @Test func `credentials print no secret`() {
        #expect(!"\(Credentials.password(user: "marie", password: "hush"))".contains("hush"))
        #expect(!"\(Credentials.token("cheeseboard-hush"))".contains("hush"))
    }

    @Test func `the public profile takes no passwords for uploading unless told to`() async throws {
        var settings = IndexSettings()
        #expect(settings.allowsPasswordUpload)
        settings.profile = .pypi
        #expect(!settings.allowsPasswordUpload)
        try await TestIndex.with(settings: settings) { test in
            let refused = try await code { try test.index.authorizePasswordUpload() }
            #expect(refused == .passwordUploadClosed)
        }
        settings.passwordUpload = true
        try await TestIndex.with(settings: settings) { test in
            try test.index.authorizePasswordUpload()
        }
    }
}
