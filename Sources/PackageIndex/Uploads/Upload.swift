import BlobStorage

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
/// It removes itself unless it is published. Its methods block for as long as the system's cache
/// takes a chunk.
package struct ArrivingFile: Sendable {
    private let file: StagedFile
    private let limit: Int

    init(_ file: StagedFile, limit: Int) {
        self.file = file
        self.limit = limit
    }

    /// Takes the next bytes; refused as soon as the limit is passed.
    package func append(_ bytes: ArraySlice<UInt8>) throws {
        guard file.byteCount + bytes.count <= limit else { throw FilePolicies.tooLarge(limit) }
        try file.append(bytes)
    }

    /// Ends the file and puts its form beside it.
    package func finish(_ form: UploadForm) throws -> Upload {
        try finish { _ in form }
    }

    /// Ends the file and puts a form beside it that may tell its digests.
    func finish(_ form: (FileDigests) -> UploadForm) throws -> Upload {
        let digests = try file.finish()
        return Upload(form: form(digests), file: file, digests: digests)
    }

    /// Removes the temporary file.
    package func discard() {
        file.discard()
    }
}

extension Index {
    /// Makes a temporary file for an upload.
    package func receiveFile() throws -> ArrivingFile {
        ArrivingFile(try blobs.stage(), limit: settings.maximumFileBytes)
    }
}

/// How an upload ended well.
package struct UploadOutcome: Sendable {
    /// Whether the very same file was there already, so that nothing changed.
    package let isUnchanged: Bool
    /// What is wrong with the file but accepted.
    package let warnings: [UploadWarning]
}
