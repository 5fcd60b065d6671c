import ArgumentParser
import PackageIndex

/// Publishes every distribution in a folder.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Publish every distribution in a folder and below.",
        discussion: """
            For a wheelhouse, a pypiserver folder or the files of a devpi export. What is there \
            already is passed over, so that an import can be started again; what the rules refuse \
            or what cannot be read is reported and the rest goes on.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "The folder.") var folder: String
    @Option(help: "Who owns the projects that are new; the first administrator if not said.")
    var owner: String?

    func run() async throws {
        try await options.withIndex { index in
            let progress = ProgressBar()
            let report = try await index.importFolder(folder, owner: owner) { done, total, name in
                progress.show(done, of: total, name)
            }
            progress.clear()
            for (path, refusal) in report.refused {
                Terminal.complain("refused  \(path)\n  \(refusal.message)")
            }
            for (path, reason) in report.unreadable {
                Terminal.complain("unreadable  \(path)\n  \(reason)")
            }
            let unread = report.unreadable.isEmpty ? "" : ", \(report.unreadable.count) unreadable"
            Terminal.say(
                "\(report.published) published, \(report.unchanged) there already, "
                    + "\(report.refused.count) refused\(unread)")
            guard report.unreadable.isEmpty else {
                throw CommandFailed(
                    "not everything could be read; the import can be started again.")
            }
            if !report.refused.isEmpty { throw AnswerIsNo() }
        }
    }
}
