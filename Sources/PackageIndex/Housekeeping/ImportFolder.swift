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
}

extension Index {
    private static let importedSuffixes = [".whl", ".tar.gz", ".zip"]

    /// Publishes every distribution in a folder and below, in the order of their paths.
    ///
    /// Each is judged and published like an upload, so an import that was cut off is simply started
    /// again. New projects belong to `owner`, or to the first administrator.
    package func importFolder(
        _ folder: String, owner: String?,
        progress: @Sendable (_ done: Int, _ total: Int, _ name: String) -> Void = { _, _, _ in }
    ) async throws -> ImportReport {
        let user = try await importOwner(owner)
        let paths = try Self.distributions(in: folder)
        var report = ImportReport()
        for (done, path) in paths.enumerated() {
            progress(done, paths.count, path)
            do {
                let upload = try await read(folder + "/" + path)
                let outcome = try await publish(upload, by: Principal(user: user))
                if outcome.isUnchanged { report.unchanged += 1 } else { report.published += 1 }
            } catch let refusal as Refusal {
                report.refused.append((path, refusal))
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

    private static func distributions(in folder: String) throws -> [String] {
        let type = try? FileManager.default.attributesOfItem(atPath: folder)[.type]
        guard type as? FileAttributeType == .typeDirectory,
            let walk = FileManager.default.enumerator(atPath: folder)
        else { throw FolderMissing(path: folder) }
        var paths: [String] = []
        for case let path as String in walk
        where importedSuffixes.contains(where: { path.hasSuffix($0) }) {
            // Through links, which is how some keep one file under several folders.
            let file = URL(fileURLWithPath: folder + "/" + path).resolvingSymlinksInPath()
            let values = try? file.resourceValues(forKeys: [.isRegularFileKey])
            guard values?.isRegularFile == true else { continue }
            paths.append(path)
        }
        return paths.sorted()
    }

    private func read(_ path: String) async throws -> Upload {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let filename: DistributionFilename
        do {
            filename = try DistributionFilename(name)
        } catch {
            throw Refusal(
                .filenameInvalid, "Filename '\(Shown.short(name))' is invalid: \(error.message)")
        }
        let file = try receiveFile()
        return try await blocking.run {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            while let data = try handle.read(upToCount: 256 << 10), !data.isEmpty {
                try file.append([UInt8](data)[...])
            }
            let isWheel = PublishedFile.Kind(of: filename) == .wheel
            return try file.finish { digests in
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
}

/// A folder that is not there.
struct FolderMissing: Error, CustomStringConvertible {
    let path: String

    var description: String { "there is no folder \(path)." }
}
