import ArgumentParser
import BlobStorage
import Database
import Foundation
import PackageIndex

/// Brings a backup back into an empty folder.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup back into an empty folder.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The folder of the backup.") var source: String

    func run() async throws {
        let settings = try options.settings()
        let logger = Logging.logger(settings)
        let contents = (try? FileManager.default.contentsOfDirectory(atPath: options.folder)) ?? []
        // The lock is what an attempt that was refused leaves behind.
        guard contents.allSatisfy({ ["cheeseboard.yaml", "lock"].contains($0) }) else {
            throw CommandFailed("\(options.folder) is not empty; restore into a new folder.")
        }
        let lock = try FolderLock(folder: options.folder)
        let driver = try await options.openDatabase(settings, logger: logger)
        let progress = ProgressBar()
        let serial = try await Index.restore(
            from: source, database: driver, blobs: try DiskBlobStore(folder: options.folder)
        ) { done, total in progress.show(done, of: total, "blobs") }
        progress.clear()
        await driver.close()
        Terminal.say("restored to serial \(serial)")
        withExtendedLifetime(lock) {}
    }
}
