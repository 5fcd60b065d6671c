/// What holds for many fields of the form alike.
enum FormFieldPolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "form-fields-once", .form, "A field that has one value is not sent with two."
        ) { examination in
            guard let form = examination.form else { return }
            for field in single { _ = try form.value(field) }
        }
    ]

    /// The fields that stand once, as PyPI's upload form has them.
    private static let single = [
        ":action", "attestations", "author", "author_email", "blake2_256_digest", "comment",
        "description", "description_content_type", "download_url", "filetype", "home_page",
        "keywords", "license", "license_expression", "maintainer", "maintainer_email",
        "md5_digest", "metadata_version", "name", "protocol_version", "pyversion",
        "requires_python", "sha256_digest", "summary", "version",
    ]
}
