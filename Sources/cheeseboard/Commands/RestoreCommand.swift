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
        let folder = options.folder
        let contents = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        // The lock is what an attempt that was refused leaves behind.
        guard contents.allSatisfy({ ["cheeseboard.yaml", "lock"].contains($0) }) else {
            throw CommandFailed("\(folder) is not empty; restore into a new folder.")
        }
        try Index.checkBackup(in: source)
        let lock = try FolderLock(folder: folder)
        let driver = try await options.openDatabase(settings, logger: Logging.logger(settings))
        let progress = ProgressBar()
        do {
            let serial = try await Index.restore(
                from: source, database: driver, blobs: try DiskBlobStore(folder: folder)
            ) { done, total in progress.show(done, of: total, "blobs") }
            progress.clear()
            await driver.close()
            Terminal.say("restored to serial \(serial)")
        } catch {
            progress.clear()
            await driver.close()
            clear(folder)
            throw error
        }
        withExtendedLifetime(lock) {}
    }

    /// Takes away what was made in the folder, so that restoring can be tried again.
    private func clear(_ folder: String) {
        let database = DataOptions.databaseFile
        let names = [
            "blobs", "staging", "removals.lock", database, database + "-wal", database + "-shm",
        ]
        for name in names {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}
