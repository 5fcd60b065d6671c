import ArgumentParser
import PackageIndex
import PythonPackaging

/// API tokens.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and revoke API tokens.",
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token and print it, this once.",
            discussion: """
                A token for publishing is used as the password of the user `__token__`. A project \
                may be named before it exists.
                """)

        @OptionGroup var options: DataOptions
        @Option(help: "Whose rights the token carries.") var user: String
        @Option(help: "A project that the token is limited to; may stand often.")
        var project: [String] = []
        @Option(help: "What the token is for: upload, read or manage; may stand often.")
        var scope: [TokenScope] = []
        @Option(help: "How long the token lasts: a number with d, h or m, such as 30d.")
        var expiresIn: String?

        func run() async throws {
            let projects = try project.map { try PackageArguments.name($0) }
            let request = TokenRequest(
                projects: projects, scopes: scope.isEmpty ? [.upload] : Set(scope),
                lifetime: try expiresIn.map(Self.lifetime))
            let token = try await options.withIndex {
                try await $0.issueToken(to: user, request)
            }
            Terminal.say(token)
        }

        private static func lifetime(_ text: String) throws -> Duration {
            let units = ["d": 86_400, "h": 3_600, "m": 60]
            guard let unit = text.last, let seconds = units[String(unit)],
                let count = Int(text.dropLast()), (1...100_000).contains(count)
            else { throw CommandFailed("--expires-in takes a number with d, h or m, such as 30d.") }
            return .seconds(count * seconds)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a user's tokens.")

        @OptionGroup var options: DataOptions
        @Option(help: "Whose tokens.") var user: String

        func run() async throws {
            try await options.withIndex { index in
                let now = index.clock.now()
                let rows = try await index.tokens(of: user).map { token in
                    [
                        token.uid, token.state(at: now).rawValue,
                        token.createdAt.day,
                        "until \(token.expiresAt?.day ?? "revoked")",
                        "used \(token.lastUsedAt?.day ?? "never")",
                        token.caveats.compactMap(\.summary).joined(separator: ", "),
                    ]
                }
                if !rows.isEmpty { Terminal.say(TextTable(rows).text) }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a token for good.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The token's identifier, as `token list` prints it.") var id: String

        func run() async throws {
            try await options.withIndex { try await $0.revokeToken(id) }
        }
    }
}

extension TokenScope: ExpressibleByArgument {}

extension Caveat {
    /// What the caveat says, for a list; nil for what every token has.
    var summary: String? {
        switch self {
        case .scopes(let scopes): scopes.map(\.rawValue).sorted().joined(separator: "+")
        case .projectNames(let names): "projects " + names.joined(separator: " ")
        case .expiration, .projectIDs, .requestUser: nil
        case .unreadable: "unreadable"
        }
    }
}
