import ArgumentParser
import PackageIndex
import PythonPackaging

extension ProjectCommand {
    struct SetLimit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "limit",
            abstract: "Let a project have larger files, or more, than others.",
            discussion: """
                Of the index's limit and the project's own the larger one holds. A limit that is \
                not named stays as it is.
                """)

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Option(help: "The largest file, such as 300MiB, or none for the index's limit.")
        var fileSize: SizeLimit?
        @Option(help: "All files together, such as 50GiB, or none for the index's limit.")
        var projectSize: SizeLimit?

        func validate() throws {
            guard fileSize != nil || projectSize != nil else {
                throw ValidationError("Name a limit by --file-size or --project-size.")
            }
        }

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { index in
                guard let project = try await index.wholeListing(of: name.normalized)?.project
                else { throw Refusal(.projectUnknown, "There is no project '\(name)'.") }
                try await index.setLimits(
                    of: name, fileBytes: fileSize.map(\.bytes) ?? project.maximumFileBytes,
                    totalBytes: projectSize.map(\.bytes) ?? project.maximumTotalBytes,
                    by: .machineOwner)
            }
        }
    }
}

/// A size as people write it, or the word `none`.
struct SizeLimit: ExpressibleByArgument {
    /// The size; nil for none.
    let bytes: Int?

    init?(argument: String) {
        guard argument != "none" else {
            bytes = nil
            return
        }
        guard let size = try? Setting.size(argument) else { return nil }
        bytes = size
    }
}
