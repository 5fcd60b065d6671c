import Archives
import Foundation
import Synchronization

/// A file on this machine that the archive readers read where it lies.
final class LocalFile: ByteSource {
    let byteCount: Int
    private let handle: Mutex<FileHandle>

    init(_ path: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        byteCount = Int(try handle.seekToEnd())
        self.handle = Mutex(handle)
    }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try handle.withLock { handle in
            try handle.seek(toOffset: UInt64(offset))
            return try [UInt8](handle.read(upToCount: count) ?? Data())
        }
    }
}
