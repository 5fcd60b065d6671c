import ArgumentParser
import PackageIndex

extension ProjectCommand {
    struct DeleteFile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete one file; its name is never used again.")

        @OptionGroup var options: DataOptions
        @OptionGroup var consent: Consent
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The file's name.") var file: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try consent.ask("Delete the file \(file) of \(name)?")
            try await options.withIndex {
                try await $0.deleteFile(file, of: name, by: .machineOwner)
            }
        }
    }

    struct DeleteRelease: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a release with all its files.")

        @OptionGroup var options: DataOptions
        @OptionGroup var consent: Consent
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The release's version.") var version: String

        func run() async throws {
            let (name, version) = (
                try PackageArguments.name(name), try PackageArguments.version(version)
            )
            try consent.ask("Delete release \(version) of \(name) with all its files?")
            try await options.withIndex {
                try await $0.deleteRelease(version, of: name, by: .machineOwner)
            }
        }
    }

    struct DeleteProject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a project; for 30 days `project restore` brings it back.")

        @OptionGroup var options: DataOptions
        @OptionGroup var consent: Consent
        @Argument(help: "The project's name.") var name: String

        func run() async throws {
            let name = try PackageArguments.name(name)
            try consent.ask("Delete the project \(name) with everything in it?")
            try await options.withIndex { try await $0.deleteProject(name, by: .machineOwner) }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring back a deleted project, or one release or file of it.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Option(help: "The version of a deleted release of it.") var release: String?
        @Option(help: "The name of a deleted file of it.") var file: String?

        func validate() throws {
            guard release == nil || file == nil else {
                throw ValidationError("Name a release or a file, not both.")
            }
        }

        func run() async throws {
            let name = try PackageArguments.name(name)
            let version = try release.map { try PackageArguments.version($0) }
            try await options.withIndex { index in
                if let version {
                    try await index.restoreRelease(version, of: name, by: .machineOwner)
                } else if let file {
                    try await index.restoreFile(file, of: name, by: .machineOwner)
                } else {
                    try await index.restoreProject(name, by: .machineOwner)
                }
            }
        }
    }
}

/// Asks before something is deleted.
struct Consent: ParsableArguments {
    @Flag(help: "Do not ask.") var yes = false

    func ask(_ question: String) throws {
        guard !yes else { return }
        guard Terminal.isInteractive else {
            throw CommandFailed("say --yes to delete without being asked.")
        }
        Terminal.complain("\(question) Type yes:")
        guard readLine() == "yes" else { throw AnswerIsNo() }
    }
}
