import PythonPackaging

/// What the specification says of several fields together, or of a field's spelling.
///
/// Python's `packaging`, which the room PythonPackaging follows, reads metadata that breaks these
/// rules.
enum FieldAgreementPolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "license-once", .content, "License and License-Expression are not both set (PEP 639)."
        ) { examination in
            let metadata = try examination.metadata()
            guard metadata.license ?? "" == "" || metadata.licenseExpression == nil else {
                throw Refusal(
                    .metadataInvalid,
                    "license: deprecated, and not to be set beside license-expression.")
            }
        },
        UploadPolicy(
            "import-names-apart", .content,
            "No name is both an Import-Name and an Import-Namespace (PEP 794)."
        ) { examination in
            let metadata = try examination.metadata()
            let names = Set((metadata.importNames ?? []).map(\.name))
            for namespace in metadata.importNamespaces where names.contains(namespace.name) {
                throw Refusal(
                    .metadataInvalid,
                    "import-namespace: '\(Shown.short(namespace.name))' is an import-name as well.")
            }
        },
        UploadPolicy(
            "extras-apart", .content,
            "No two names of Provides-Extra are one name once they are normalised (PEP 685)."
        ) { examination in
            var spellings: [String: String] = [:]
            for extra in try examination.metadata().providesExtra {
                let known = spellings.updateValue(extra.spelling, forKey: extra.normalized)
                guard known == nil || known == extra.spelling else {
                    throw Refusal(
                        .metadataInvalid,
                        "provides-extra: '\(Shown.short(known ?? ""))' and "
                            + "'\(Shown.short(extra.spelling))' are one name.")
                }
            }
        },
        UploadPolicy(
            "extras-normalized", .content, in: [.pypi],
            "From metadata 2.3 on, every Provides-Extra is normalised (PEP 685). In `private` "
                + "another spelling is a warning."
        ) { examination in
            if let first = try unnormalizedExtras(in: examination).first {
                throw Refusal(.metadataInvalid, first)
            }
        },
        UploadPolicy(
            "extras-normalized-warning", .content, in: [.private],
            "From metadata 2.3 on, a Provides-Extra that is not normalised is warned about."
        ) { examination in
            for extra in try unnormalizedExtras(in: examination) {
                examination.warn(.metadataInvalid, extra)
            }
        },
    ]

    /// What is to be said of each extra that is not spelled as metadata 2.3 asks.
    private static func unnormalizedExtras(in examination: UploadExamination) throws -> [String] {
        let metadata = try examination.metadata()
        guard metadata.format >= .v2_3 else { return [] }
        return metadata.providesExtra.filter { $0.spelling != $0.normalized }.map {
            "provides-extra: '\(Shown.short($0.spelling))' should be '\(Shown.short($0.normalized))' "
                + "in metadata \(metadata.metadataVersion)."
        }
    }
}
