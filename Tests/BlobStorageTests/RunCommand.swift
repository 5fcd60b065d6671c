import CheeseboardTesting
import Foundation

/// Runs a program found on the path and gives its exit status; 127 when it cannot be run.
func runCommand(_ arguments: String...) -> Int32 {
    guard let process = try? startCommand(arguments) else { return 127 }
    process.waitUntilExit()
    return process.terminationStatus
}

/// Starts a program found on the path, whose output goes nowhere.
func startCommand(_ arguments: [String], standardInput: Pipe? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = standardInput ?? FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
}

/// Another process that holds a lock on a file until it is released.
final class ForeignLock {
    private let process: Process
    private let input = Pipe()

    /// Waits until the lock is held, or throws after some seconds without it.
    init(on path: String) throws {
        process = try startCommand(["flock", path, "cat"], standardInput: input)
        for _ in 0..<500 {
            if runCommand("flock", "-n", path, "true") == 1 { return }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw CocoaError(.fileLocking)
    }

    func release() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit {
        release()
    }
}

/// A file system of 64 KiB, which is soon full; only root can make one.
final class SmallDisk {
    let path: String
    private let folder: TemporaryFolder

    static let isAvailable = (try? SmallDisk()) != nil

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path
        guard runCommand("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path) == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit {
        _ = runCommand("umount", path)
    }
}
