import BlobStorage
import Database
import Foundation
import PythonPackaging

/// What an import came to.
package struct ImportReport: Sendable {
    /// How many files are new.
    package var published = 0
    /// How many were there already.
    package var unchanged = 0
    /// What was refused, with its path.
    package var refused: [(path: String, refusal: Refusal)] = []
    /// What could not be read, with its path and why.
    package var unreadable: [(path: String, reason: String)] = []
}

extension Index {
    private static let importedSuffixes = [".whl", ".tar.gz", ".zip"]

    /// Publishes every distribution in a folder and below, in the order of their paths.
    ///
    /// Each is judged and published like an upload, so an import that was cut off is simply started
    /// again. A file or folder that cannot be read is noted, and the rest goes on. New projects belong to `owner`, or to the first administrator.
    package func importFolder(
        _ folder: String, owner: String?,
        progress: @Sendable (_ done: Int, _ total: Int, _ name: String) -> Void = { _, _, _ in }
    ) async throws -> ImportReport {
        let user = try await importOwner(owner)
        var report = ImportReport()
        let paths = try Self.distributions(in: folder, &report)
        let limit = try await largestFile(by: Principal(user: user))
        for (done, path) in paths.enumerated() {
            progress(done, paths.count, path)
            do {
                let upload = try await read(folder + "/" + path, limit: limit)
                let outcome = try await publish(upload, by: Principal(user: user))
                if outcome.isUnchanged { report.unchanged += 1 } else { report.published += 1 }
            } catch let refusal as Refusal {
                report.refused.append((path, refusal))
            } catch let unreadable as FileUnreadable {
                report.unreadable.append((path, unreadable.reason))
            }
        }
        return report
    }

    private func importOwner(_ name: String?) async throws -> User {
        try await database.read { connection in
            if let name { return try User.required(name, in: connection) }
            let row = try connection.row(
                "SELECT \(User.columns) FROM users WHERE is_admin = 1 ORDER BY id LIMIT 1")
            guard let row else {
                throw Refusal(
                    .userUnknown, "There is no administrator to own the projects.",
                    help: "Name a user with --owner, or make one with `cheeseboard user add`.")
            }
            return try User(row)
        }
    }

    private static func distributions(
        in folder: String, _ report: inout ImportReport
    ) throws -> [String] {
        // Through links, which is how some keep one file under several folders.
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
        func path(of url: URL) -> String { String(url.path.dropFirst(root.path.count + 1)) }
        var unreadable: [(path: String, reason: String)] = []
        let isFolder = (try? root.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
        guard isFolder == true,
            let walk = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: nil, options: [],
                errorHandler: { url, error in
                    unreadable.append((path(of: url), error.localizedDescription))
                    return true
                })
        else { throw FolderMissing(path: folder) }
        var paths: [String] = []
        for case let url as URL in walk
        where importedSuffixes.contains(where: { url.path.hasSuffix($0) }) {
            let file = url.resolvingSymlinksInPath().path
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            // A link to nothing, or to what cannot be looked at, is told of when it is read.
            guard
                [nil, .typeRegular, .typeSymbolicLink].contains(
                    attributes?[.type] as? FileAttributeType)
            else { continue }
            paths.append(path(of: url))
        }
        report.unreadable = unreadable
        return paths.sorted()
    }

    private func read(_ path: String, limit: Int) async throws -> Upload {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let filename: DistributionFilename
        do {
            filename = try DistributionFilename(name)
        } catch {
            throw Refusal(
                .filenameInvalid, "Filename '\(Shown.short(name))' is invalid: \(error.message)")
        }
        let source = try await blocking.run {
            try FileUnreadable.unless {
                try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            }
        }
        var file = try await receiveFile(limit: limit)
        while true {
            let data = try await blocking.run {
                try FileUnreadable.unless { try source.read(upToCount: 256 << 10) }
            }
            guard let data, !data.isEmpty else { break }
            try await file.append([UInt8](data)[...])
        }
        let isWheel = PublishedFile.Kind(of: filename) == .wheel
        return try await file.finish { digests in
            UploadForm(
                fields: [
                    (":action", "file_upload"), ("name", filename.name.spelling),
                    ("version", filename.version.normalized),
                    ("filetype", isWheel ? "bdist_wheel" : "sdist"),
                    ("pyversion", isWheel ? "py3" : "source"),
                    ("sha256_digest", digests.sha256.hex),
                ], filename: name, contentType: nil)
        }
    }
}

/// A file that cannot be read; whatever else fails is no fault of the file.
private struct FileUnreadable: Error {
    let reason: String

    static func unless<T>(_ read: () throws -> T) throws -> T {
        do { return try read() } catch {
            throw FileUnreadable(reason: error.localizedDescription)
        }
    }
}

/// A folder that is not there.
struct FolderMissing: Error, CustomStringConvertible {
    let path: String

    var description: String { "there is no folder \(path)." }
}
