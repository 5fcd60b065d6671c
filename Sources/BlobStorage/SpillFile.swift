/// Bytes that are too many for memory: a temporary file that has no name and is gone with the value.
///
/// Append the bytes, then read them at will. The methods block.
package final class SpillFile: Sendable {
    private let file: OpenFile

    /// Creates the file in a folder that exists and removes its name at once.
    package init(in folder: String) throws(StorageFailure) {
        let name = String(UInt64.random(in: 0 ... .max), radix: 36)
        file = try OpenFile("\(folder)/cheeseboard-\(name)", for: .creating)
        try Folder.remove(file.path)
    }

    /// Writes bytes behind those that were written before.
    package func append(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) {
        try file.write(bytes.span)
    }

    /// Reads `count` bytes from `offset` on, or as many as there are.
    package func read(at offset: Int, count: Int) throws(StorageFailure) -> [UInt8] {
        try file.read(at: offset, count: count)
    }
}
