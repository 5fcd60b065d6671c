import BlobStorage
import CheeseboardTesting
import Foundation
import Testing

@Suite struct `A folder's lock` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a second holder learns who is the first`() throws {
        let lock = try FolderLock(folder: folder.path)
        let error = #expect(throws: FolderLock.AlreadyHeld.self) {
            try FolderLock(folder: folder.path)
        }
        #expect(error?.folder == folder.path)
        #expect(error?.process == "\(ProcessInfo.processInfo.processIdentifier)")
        #expect(error?.description.contains("in use by process ") == true)
        withExtendedLifetime(lock) {}
    }

    @Test func `the lock ends with its object`() throws {
        do {
            let lock = try FolderLock(folder: folder.path)
            withExtendedLifetime(lock) {}
        }
        withExtendedLifetime(try FolderLock(folder: folder.path)) {}
    }

    @Test func `another process cannot lock the folder too`() throws {
        let lock = try FolderLock(folder: folder.path)
        #expect(runCommand("flock", "-n", "\(folder.path)/lock", "true") == 1)
        withExtendedLifetime(lock) {}
    }

    @Test func `a folder that another process has locked is refused until it ends`() throws {
        let file = "\(folder.path)/lock"
        let other = try ForeignLock(on: file)
        let error = #expect(throws: FolderLock.AlreadyHeld.self) {
            try FolderLock(folder: folder.path)
        }
        #expect(error?.process == "")
        #expect(error?.description.contains("another process") == true)
        other.release()
        withExtendedLifetime(try FolderLock(folder: folder.path)) {}
    }

    @Test func `a missing folder is made`() throws {
        let lock = try FolderLock(folder: "\(folder.path)/a/b/")
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/a/b/lock"))
        withExtendedLifetime(lock) {}
    }

    @Test func `a lock file that leads elsewhere is not followed`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/lock", withDestinationPath: "\(folder.path)/elsewhere")
        let failure = #expect(throws: StorageFailure.self) { try FolderLock(folder: folder.path) }
        #expect(failure?.kind == .other)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/elsewhere"))
    }
}
