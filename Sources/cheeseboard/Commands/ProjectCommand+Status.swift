import ArgumentParser
import PackageIndex

extension ProjectCommand {
    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offer a project as before, but take no more uploads.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { try await $0.archiveProject(name, by: .machineOwner) }
        }
    }

    struct Unarchive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an archived project take uploads again.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { try await $0.unarchiveProject(name, by: .machineOwner) }
        }
    }

    struct Deprecate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Advise against a project; `unarchive` makes it active again.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Option(help: "The project to use instead.") var successor: String?
        @Option(help: "Why, for its page and for tools.") var reason: String?

        func run() async throws {
            let name = try PackageArguments.name(name)
            let next = try successor.map { try PackageArguments.name($0) }
            try await options.withIndex {
                try await $0.deprecateProject(
                    name, successor: next, reason: reason, by: .machineOwner)
            }
        }
    }

    struct Quarantine: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offer nothing of a project until it was looked at."
        )

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Option(help: "Why, for its page and for tools.") var reason: String?

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex {
                try await $0.quarantineProject(name, reason: reason, by: .machineOwner)
            }
        }
    }

    struct Unquarantine: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a quarantine: the project is active again.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { try await $0.endQuarantine(of: name, by: .machineOwner) }
        }
    }
}
