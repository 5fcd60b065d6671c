import Foundation
import Synchronization

/// A dump on disk, written or read in pieces on the database's thread.
final class DumpFile: Sendable {
    private let handle: Mutex<FileHandle>

    init(writing path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        handle = Mutex(try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
    }

    init(reading path: String) throws {
        handle = Mutex(try FileHandle(forReadingFrom: URL(fileURLWithPath: path)))
    }

    func append(_ bytes: [UInt8]) throws {
        try handle.withLock { try $0.write(contentsOf: bytes) }
    }

    func next() throws -> [UInt8]? {
        try handle.withLock { handle in
            let data = try handle.read(upToCount: 256 << 10) ?? Data()
            return data.isEmpty ? nil : [UInt8](data)
        }
    }

    /// Makes what was written last.
    func close() throws {
        try handle.withLock { handle in
            try handle.synchronize()
            try handle.close()
        }
    }
}
