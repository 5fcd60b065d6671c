import ArgumentParser
import PackageIndex

/// Accounts.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Make, list, freeze and bring back accounts.",
        subcommands: [Add.self, List.self, Freeze.self, Unfreeze.self, Restore.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account; the password is read from standard input.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The user's name.") var name: String
        @Option(help: "The user's e-mail address.") var email: String
        @Flag(help: "Let the user administer the whole index.") var admin = false
        @OptionGroup var input: PasswordInput

        func run() async throws {
            let password = try input.read()
            try await options.withIndex { index in
                _ = try await index.addUser(
                    name: name, email: email, password: password, isAdmin: admin)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                let secured = try await index.usersWithSecondFactor()
                let rows = try await index.users().map { user in
                    [
                        user.uid, user.name, user.email, user.isAdmin ? "administrator" : "user",
                        user.deletedAt != nil ? "deleted" : user.isFrozen ? "frozen" : "active",
                        secured.contains(user.name.lowercased()) ? "second factor" : "password",
                    ]
                }
                if !rows.isEmpty { Terminal.say(TextTable(rows).text) }
            }
        }
    }

    struct Freeze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shut an account out: no sign-in, no tokens.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The user's name.") var name: String
        @Option(help: "Why, for the user's mail and the history.") var reason: String?

        func run() async throws {
            try await options.withIndex { try await $0.freezeUser(name, reason: reason) }
        }
    }

    struct Unfreeze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a frozen account in again.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The user's name.") var name: String

        func run() async throws {
            try await options.withIndex { try await $0.unfreezeUser(name) }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a deleted account back, with a new password.",
            discussion: """
                As the mailed link does, which an account without a verified address does not get. \
                Whoever deleted it may have known the old password.
                """)

        @OptionGroup var options: DataOptions
        @Argument(help: "The user's name.") var name: String
        @OptionGroup var input: PasswordInput

        func run() async throws {
            let password = try input.read()
            try await options.withIndex { try await $0.restoreUser(name, password: password) }
        }
    }
}
