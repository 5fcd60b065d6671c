import Archives
import Foundation

/// A byte source that is a file.
struct FileByteSource: ByteSource {
    let url: URL
    let byteCount: Int

    init(_ url: URL) throws {
        self.url = url
        byteCount = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(offset))
        return try Array(file.read(upToCount: count) ?? Data())
    }
}

/// A program that is run to the end.
enum OutsideProgram {
    /// Returns what the program writes to standard output; a status other than 0 is an error.
    static func run(_ arguments: [String], in folder: URL? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(status: process.terminationStatus)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    struct Failed: Error { var status: Int32 }
}
