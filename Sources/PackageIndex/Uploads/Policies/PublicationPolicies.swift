import Archives
import BlobStorage

/// What the index must not hold already.
enum PublicationPolicies {
    /// For how long a release of the `pypi` profile takes new files.
    static let openFor: Duration = .seconds(14 * 24 * 3600)

    static let all: [UploadPolicy] = [
        UploadPolicy(
            "file-unique", .index,
            "No other file has the name or the bytes; the same file again changes nothing."
        ) { examination in
            guard let facts = examination.facts, let digests = examination.digests else { return }
            if let same = facts.sameName, !same.isDeleted {
                guard same.sha256 == digests.sha256.hex else { throw exists(same) }
                return
            }
            if let same = facts.sameBytes { throw exists(same) }
        },
        UploadPolicy(
            "filename-unused", .index, "No deleted file had the name."
        ) { examination in
            guard let facts = examination.facts else { return }
            let isLiving = facts.sameName.map { !$0.isDeleted } ?? false
            guard !facts.isFilenameUsed || isLiving else {
                throw Refusal(
                    .filenameUsed,
                    "This filename was previously used by a file that has since been deleted. "
                        + "Use a different version.")
            }
        },
        UploadPolicy(
            "project-size", .index, "The project's files together stay within its limit."
        ) { examination in
            guard let project = examination.facts?.project else { return }
            let limit = examination.settings.maximumProjectBytes
            let (total, overflow) = project.totalBytes.addingReportingOverflow(
                examination.source.byteCount)
            guard !overflow, total <= limit else {
                throw Project.tooLarge(project.name, limit: limit)
            }
        },
        UploadPolicy(
            "release-open", .index, in: [.pypi],
            "The release is not older than 14 days."
        ) { examination in
            guard let created = examination.facts?.releaseCreatedAt else { return }
            guard examination.now <= created + openFor else {
                throw Refusal(
                    .releaseClosed,
                    "Uploading new files to releases older than 14 days is not allowed.")
            }
        },
        UploadPolicy(
            "one-sdist", .index, in: [.pypi],
            "The release has no other source distribution."
        ) { examination in
            guard examination.facts?.sourceDistribution != nil else { return }
            if PublishedFile.Kind(of: try examination.name()) == .sdist {
                throw Refusal(.sdistExists, "Only one sdist may be uploaded per release.")
            }
        },
    ]

    private static func exists(_ file: PublicationFacts.Published) -> Refusal {
        Refusal(
            .fileExists,
            "File already exists ('\(file.filename)', with blake2_256 hash '\(file.blake2b)').")
    }
}
