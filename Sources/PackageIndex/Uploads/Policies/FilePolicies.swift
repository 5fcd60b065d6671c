import Archives
import BlobStorage

/// What the file must be as a run of bytes.
enum FilePolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "file-size", .file, "The file is not empty and not larger than the limit."
        ) { examination in
            let limit = examination.settings.maximumFileBytes
            guard examination.source.byteCount > 0 else {
                throw Refusal(.archiveInvalid, "Invalid distribution file. The file is empty.")
            }
            guard examination.source.byteCount <= limit else { throw tooLarge(limit) }
        },
        UploadPolicy(
            "digests", .file, "Every digest that the form announces is that of the bytes."
        ) { examination in
            guard let form = examination.form, let digests = examination.digests else { return }
            let announced = [
                ("md5_digest", digests.md5), ("sha256_digest", digests.sha256.hex),
                ("blake2_256_digest", digests.blake2b),
            ]
            for (field, computed) in announced {
                guard let given = try form.value(field) else { continue }
                guard given.lowercased() == computed else {
                    throw Refusal(
                        .digestMismatch,
                        "The digest supplied does not match a digest calculated from the uploaded "
                            + "file (\(field)).")
                }
            }
        },
    ]

    /// The refusal of a file over the limit, which streaming says as soon as it is passed.
    static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(.fileTooLarge, "File too large. Limit for a file is \(ByteCount.text(limit)).")
    }
}
