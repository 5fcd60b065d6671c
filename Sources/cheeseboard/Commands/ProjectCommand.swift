import ArgumentParser
import PackageIndex
import PythonPackaging

/// Projects, releases and files.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Show, yank, archive, quarantine, delete and bring back.",
        subcommands: [
            List.self, Show.self, Yank.self, Unyank.self, YankFile.self, UnyankFile.self,
            Archive.self, Unarchive.self, Deprecate.self, Quarantine.self, Unquarantine.self,
            SetVisibility.self, SetRole.self, SetLimit.self, DeleteFile.self, DeleteRelease.self,
            DeleteProject.self, Restore.self,
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
}
