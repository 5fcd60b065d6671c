import ArgumentParser
import PackageIndex

extension ProjectCommand {
    struct Yank: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make installers pass a release over unless asked for exactly it.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The release's version.") var version: String
        @Option(help: "Why, for those whose installers warn.") var reason: String?

        func run() async throws {
            let (name, version) = (
                try PackageArguments.name(name), try PackageArguments.version(version)
            )
            try await options.withIndex {
                try await $0.yankRelease(version, of: name, reason: reason, by: .machineOwner)
            }
        }
    }

    struct Unyank: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a yank back.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The release's version.") var version: String

        func run() async throws {
            let (name, version) = (
                try PackageArguments.name(name), try PackageArguments.version(version)
            )
            try await options.withIndex {
                try await $0.unyankRelease(version, of: name, by: .machineOwner)
            }
        }
    }

    struct YankFile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make installers pass one file over unless asked for its version.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The file's name.") var file: String
        @Option(help: "Why, for those whose installers warn.") var reason: String?

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex {
                try await $0.yankFile(file, of: name, reason: reason, by: .machineOwner)
            }
        }
    }

    struct UnyankFile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the yank of one file back.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The file's name.") var file: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex {
                try await $0.unyankFile(file, of: name, by: .machineOwner)
            }
        }
    }
}
