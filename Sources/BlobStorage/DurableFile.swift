/// Moves of files that survive a crash.
package enum DurableFile {
    /// Gives a file the name of another, which it replaces in one step, and makes that last.
    ///
    /// At every moment one of the two is there under the name.
    package static func move(_ source: String, to target: String) throws(StorageFailure) {
        try Folder.rename(source, to: target)
        try Folder.sync(Folder.parent(of: target))
    }
}
