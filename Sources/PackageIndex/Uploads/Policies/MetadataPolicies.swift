import PythonPackaging

/// What the metadata in the file must say; it, not the form, is what the index publishes.
enum MetadataPolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "metadata-size", .content,
            "METADATA or PKG-INFO has at most 4 MiB and 10,000 fields; a value has at most 64 KiB, "
                + "and all together 256 KiB, apart from the description and the license text; "
                + "Requires-Python has at most 1 KiB."
        ) { examination in
            _ = try examination.boundedMetadata()
        },
        UploadPolicy(
            "metadata-valid", .content,
            "The file's metadata keeps every rule of the core metadata specification."
        ) { examination in
            let metadata = try examination.metadata()
            // The one text that index pages repeat as it is; `===` lets any character pass.
            let specifiers = metadata.raw.text(of: .requiresPython) ?? ""
            guard
                specifiers.utf8.allSatisfy({
                    $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0)
                })
            else {
                throw Refusal(
                    .metadataInvalid,
                    "The file's metadata is invalid. requires-python: "
                        + "'\(Shown.short(specifiers))' has control characters.")
            }
        },
        UploadPolicy(
            "metadata-fields", .content, in: [.pypi],
            "No field is newer than the file's Metadata-Version. In `private` such a field is a "
                + "warning."
        ) { examination in
            if let newer = newerFields(in: try examination.metadata()).first {
                throw Refusal(.metadataInvalid, "The file's metadata is invalid. \(newer)")
            }
        },
        UploadPolicy(
            "metadata-fields-warning", .content, in: [.private],
            "A field that is newer than the file's Metadata-Version is read, and warned about."
        ) { examination in
            for newer in newerFields(in: try examination.metadata()) {
                examination.warn(.metadataInvalid, newer)
            }
        },
        UploadPolicy(
            "metadata-identity", .content,
            "The file's metadata names the project and version that the file name does."
        ) { examination in
            let metadata = try examination.metadata()
            let name = try examination.name()
            guard metadata.name == name.name else {
                throw Refusal(
                    .metadataMismatch,
                    "The file is named for '\(name.name)' but its metadata names "
                        + "'\(metadata.name)'.")
            }
            guard metadata.version == name.version else {
                throw Refusal(
                    .metadataMismatch,
                    "The file is named for version '\(name.version)' but its metadata names "
                        + "'\(metadata.version)'.")
            }
        },
        UploadPolicy(
            "form-agrees", .content,
            "The form does not contradict the metadata in the file."
        ) { examination in
            guard let form = examination.form else { return }
            try FormAgreement(form, try examination.metadata()).check()
        },
    ]

    /// What is to be said of each field that came after the file's Metadata-Version.
    private static func newerFields(in metadata: CoreMetadata) -> [String] {
        metadata.newerFields.map { field in
            "\(field.rawValue) came with Metadata-Version \(field.since.rawValue), but the file's "
                + "metadata says that it is \(metadata.metadataVersion)."
        }
    }
}
