/// Keeps other servers away from a data folder, from `init` until the object goes away.
///
/// The system drops the lock with the process, however that ends.
package final class FolderLock: Sendable {
    /// Says that another process uses the folder.
    package struct AlreadyHeld: Error, Sendable, Equatable, CustomStringConvertible {
        /// The folder that was to be locked.
        package let folder: String

        /// The number of the process that holds the lock, as it wrote it down; may be empty.
        package let process: String

        /// One sentence for a person at a terminal.
        package var description: String {
            let holder = process.isEmpty ? "another process" : "process \(process)"
            return "\(folder) is in use by \(holder): stop that one, or name another folder"
        }
    }

    private let file: OpenFile

    /// Locks `folder` through the file `lock` in it, made where it is missing.
    ///
    /// Blocks for a moment.     /// Throws `AlreadyHeld` when another process, or another lock of this one, holds it, and
    /// `StorageFailure` when the file cannot be used.
    package init(folder: String) throws {
        try Folder.makeWithParents(folder)
        file = try OpenFile("\(folder)/lock", for: .locking)
        guard try file.lock() else {
            let text = try file.read(at: 0, count: 20)
            throw AlreadyHeld(
                folder: folder,
                process: String(decoding: text.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self))
        }
        try file.truncate()
        try file.write(Array("\(processNumber())\n".utf8).span)
    }
}
