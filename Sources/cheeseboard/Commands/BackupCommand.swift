import ArgumentParser
import PackageIndex

/// Copies the whole index while it goes on.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole index to a folder, while it goes on.",
        discussion: """
            The copy is of one moment. Into the folder of an earlier backup only new files are \
            copied. It restores into SQLite and PostgreSQL alike.
            """)

    @OptionGroup var options: DataOptions
    @Argument(help: "The folder to copy to.") var destination: String

    func run() async throws {
        try await options.withIndex { index in
            let progress = ProgressBar()
            let report = try await index.backUp(to: destination) { done, total in
                progress.show(done, of: total, "blobs")
            }
            progress.clear()
            Terminal.say(
                "backed up at serial \(report.serial): \(report.blobs) blobs, "
                    + "\(report.copied) of them new")
        }
    }
}
