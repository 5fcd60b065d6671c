import ArgumentParser
import PackageIndex
import PythonPackaging

/// Projects, releases and files.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Show, yank, archive and delete.",
        subcommands: [
            List.self, Show.self, Yank.self, Unyank.self, Archive.self, Unarchive.self,
            DeleteFile.self, DeleteRelease.self, DeleteProject.self, Restore.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every project, private and quarantined ones too.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                for project in try await index.everyProject() {
                    Terminal.say(project.name)
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a project with its releases and files.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { index in
                guard let listing = try await index.wholeListing(of: name.normalized) else {
                    throw Refusal(.projectUnknown, "There is no project '\(name)'.")
                }
                Terminal.say(ProjectReport(listing).text)
            }
        }
    }

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
}
