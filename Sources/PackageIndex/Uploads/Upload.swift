import BlobStorage
import Database

/// A file that arrived with its form and waits to be judged.
package struct Upload: Sendable {
    /// The form.
    package let form: UploadForm
    /// The file's bytes, written and hashed.
    let file: StagedFile
    /// The digests of its bytes.
    let digests: FileDigests
}

/// A file that is arriving: written to a temporary file while it is hashed.
///
/// It removes itself unless it is published. Writing and hashing happen on threads that may block,
/// a step at a time; whoever brings the bytes waits for each step, and no more than one is held.
package struct ArrivingFile: Sendable {
    private let file: StagedFile
    private let limit: Int
    private let threads: BlockingPool
    private var held: [UInt8] = []

    private static let stepBytes = 1 << 20

    init(_ file: StagedFile, limit: Int, threads: BlockingPool) {
        self.file = file
        self.limit = limit
        self.threads = threads
    }

    /// Takes the next bytes; refused as soon as the limit is passed.
    package mutating func append(_ bytes: ArraySlice<UInt8>) async throws {
        guard file.byteCount + held.count + bytes.count <= limit else {
            throw FilePolicies.tooLarge(limit)
        }
        held += bytes
        guard held.count >= Self.stepBytes else { return }
        let step = held
        held = []
        try await threads.run { [file] in try file.append(step) }
    }

    /// Ends the file and puts its form beside it.
    package func finish(_ form: UploadForm) async throws -> Upload {
        try await finish { _ in form }
    }

    /// Ends the file and puts a form beside it that may tell its digests.
    func finish(_ form: (FileDigests) -> UploadForm) async throws -> Upload {
        let digests = try await threads.run { [file, held] in
            try file.append(held)
            return try file.finish()
        }
        return Upload(form: form(digests), file: file, digests: digests)
    }

    /// Removes the temporary file.
    package func discard() {
        file.discard()
    }
}

extension Index {
    /// Makes a temporary file for an upload of at most so many bytes, or of as many as the index
    /// takes for any project.
    package func receiveFile(limit: Int? = nil) async throws -> ArrivingFile {
        let file = try await blocking.run { [blobs] in try blobs.stage() }
        return ArrivingFile(file, limit: limit ?? settings.maximumFileBytes, threads: blocking)
    }

    /// The size of the largest file that somebody may upload to any of their projects, in bytes.
    package func largestFile(by principal: Principal) async throws -> Int {
        let user = principal.user.id
        let row = try await database.read { connection in
            try connection.row(
                """
                SELECT MAX(projects.maximum_file_bytes) AS largest
                FROM roles JOIN projects ON projects.id = roles.project_id
                WHERE roles.user_id = $1 AND roles.role <> 'reader'
                """, user)
        }
        return max(settings.maximumFileBytes, try row?.get("largest") ?? 0)
    }
}

/// How an upload ended well.
package struct UploadOutcome: Sendable {
    /// Whether the very same file was there already, so that nothing changed.
    package let isUnchanged: Bool
    /// What is wrong with the file but accepted.
    package let warnings: [UploadWarning]
}
