import PythonPackaging

/// What the archive must be.
enum ArchivePolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "archive-structure", .content,
            "The archive is one kind beyond doubt, every reader sees the same members in it, and "
                + "each inflates to its stated size and checksum within the limits. A wheel has one "
                + "`.dist-info` folder, a source distribution one folder at its top."
        ) { examination in
            _ = try examination.content()
        },
        UploadPolicy(
            "license-files", .content, "Every License-File of metadata 2.4 and later is there."
        ) { examination in
            let metadata = try examination.metadata()
            guard metadata.format >= .v2_4 else { return }
            let content = try examination.content()
            for path in metadata.licenseFiles
            where content.member(at: content.licenseFolder + path) == nil {
                throw Refusal(
                    .licenseFileMissing,
                    "License-File \(Shown.short(path)) does not exist in the file at "
                        + "\(content.licenseFolder + Shown.short(path)).")
            }
        },
    ]
}
