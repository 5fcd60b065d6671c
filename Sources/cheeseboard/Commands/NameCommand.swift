import ArgumentParser
import PackageIndex

/// Names that no new project may have.
struct NameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "name", abstract: "Prohibit names of new projects, and allow them again.",
        subcommands: [Prohibit.self, Allow.self, List.self])

    struct Prohibit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let no new project have a name; one that has it goes on.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name.") var name: String
        @Option(help: "Why, for administrators.") var reason: String?

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex {
                try await $0.prohibitName(name, reason: reason, by: .machineOwner)
            }
        }
    }

    struct Allow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a prohibited name be taken again.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { try await $0.allowName(name, by: .machineOwner) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the prohibited names, since when, by whom and why.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                var names = try await index.prohibitedNames(by: .machineOwner)
                while let last = names.last {
                    let rows = names.map { name in
                        [name.name, name.createdAt.day, name.createdBy ?? "by command"]
                            + [name.reason].compactMap(\.self)
                    }
                    Terminal.say(TextTable(rows).text)
                    names = try await index.prohibitedNames(after: last.name, by: .machineOwner)
                }
            }
        }
    }
}
