import BlobStorage
import Database
import PythonPackaging

/// A row of the table `files`, about to be written.
struct FileRow {
    let pythonTag: String
    private let kind: PublishedFile.Kind
    private let upload: Upload
    private let content: JudgedContent
    private let metadata: BlobStorage.SHA256Digest?

    init(
        _ upload: Upload, _ judged: Judgement, _ content: JudgedContent,
        metadata: BlobStorage.SHA256Digest?
    ) {
        self.upload = upload
        self.content = content
        self.metadata = metadata
        kind = PublishedFile.Kind(of: judged.filename)
        pythonTag =
            switch judged.filename {
            case .wheel(let wheel): wheel.pythonTag
            case .source: "source"
            }
    }

    /// Writes the row and returns its number.
    func insert(
        project: Project, release: Release, uploader: User, at now: Timestamp,
        _ connection: any SQLConnection
    ) throws -> Int64 {
        let row = try connection.row(
            """
            INSERT INTO files (
                project_id, release_id, filename, kind, python_tag, requires_python, byte_count,
                sha256, blake2b, md5, metadata_sha256, comment, attestations, uploader_id,
                uploaded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            RETURNING id
            """,
            project.id, release.id, upload.form.filename, kind.rawValue, pythonTag,
            content.requiresPython, upload.file.byteCount, upload.digests.sha256.hex,
            upload.digests.blake2b, upload.digests.md5, metadata?.hex,
            upload.form.value("comment"), upload.form.value("attestations"), uploader.id,
            now.microseconds)
        guard let id: Int64 = try row?.get("id") else { throw RowNotReturned() }
        return id
    }
}

/// The database inserted a row and did not return its number.
struct RowNotReturned: Error {}
