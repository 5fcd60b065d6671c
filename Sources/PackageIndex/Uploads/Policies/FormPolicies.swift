import PythonPackaging

/// What the form must say, whatever the file holds.
enum FormPolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "form-action", .form, "The form's `:action` is `file_upload`."
        ) { examination in
            guard let form = examination.form else { return }
            switch try form.value(":action") {
            case "file_upload": return
            case "submit", "submit_pkg_info":
                throw Refusal(
                    .actionGone,
                    "Project pre-registration is no longer required or supported, upload your "
                        + "files instead.")
            case "doc_upload":
                throw Refusal(
                    .actionGone, "Uploading documentation is no longer supported.",
                    help: "Publish documentation on a documentation host.")
            default:
                throw Refusal(.actionUnknown, "Unknown or missing :action in the form.")
            }
        },
        UploadPolicy(
            "form-protocol", .form, "`protocol_version` is 1 or absent."
        ) { examination in
            guard let version = try examination.form?.value("protocol_version") else { return }
            guard version == "1" else {
                throw Refusal(.protocolVersionUnknown, "Unknown protocol version.")
            }
        },
        UploadPolicy(
            "form-identity", .form, "`name` and `version` are there and valid."
        ) { examination in
            guard let form = examination.form else { return }
            _ = try form.projectName()
            let version = try form.required("version")
            do throws(Version.Invalid) {
                _ = try Version(version)
            } catch {
                throw Refusal(
                    .versionInvalid,
                    "version: '\(Shown.short(version))' is invalid. \(error.message)")
            }
        },
        UploadPolicy(
            "form-filetype", .form,
            "`filetype` is `sdist` or `bdist_wheel`, and the `pyversion` of an sdist is `source`."
        ) { examination in
            guard let form = examination.form else { return }
            switch try form.required("filetype") {
            case "sdist":
                guard try form.value("pyversion") ?? "source" == "source" else {
                    throw Refusal(
                        .fieldInvalid, "pyversion: Use 'source' as Python version for an sdist.")
                }
            case "bdist_wheel": return
            case let other:
                throw Refusal(
                    .fieldInvalid,
                    "filetype: Use a known file type: 'sdist' or 'bdist_wheel', not "
                        + "'\(Shown.short(other))'.")
            }
        },
        // uv leaves `pyversion` empty where it does not know a wheel's tags; the file name has them.
        UploadPolicy(
            "form-pyversion", .form, in: [.pypi], "A wheel comes with its `pyversion`."
        ) { examination in
            guard let form = examination.form, try form.value("filetype") == "bdist_wheel" else {
                return
            }
            guard try form.value("pyversion") != nil else {
                throw Refusal(
                    .fieldMissing,
                    "pyversion: Python version is required for binary distribution uploads.")
            }
        },
        UploadPolicy(
            "form-digest", .form, "At least one digest of the file is announced."
        ) { examination in
            guard let form = examination.form else { return }
            let names = ["md5_digest", "sha256_digest", "blake2_256_digest"]
            let given = try names.compactMap { try form.value($0) }
            guard !given.isEmpty else {
                throw Refusal(.fieldMissing, "Include at least one message digest.")
            }
        },
        UploadPolicy(
            "form-content-type", .form, "The file's part does not say that it is an image."
        ) { examination in
            let type = examination.form?.contentType?.lowercased() ?? ""
            guard !type.hasPrefix("image/") else {
                throw Refusal(
                    .contentTypeImage,
                    "Invalid distribution file. The part says '\(Shown.short(type))'.")
            }
        },
        UploadPolicy(
            "form-attestations", .form,
            "`attestations`, where sent, is a JSON array of objects; it is kept for later."
        ) { examination in
            guard let text = try examination.form?.value("attestations") else { return }
            guard Attestations.isArrayOfObjects(text) else {
                throw Refusal(
                    .attestationsInvalid,
                    "Invalid attestations supplied during upload: not a JSON array of objects.")
            }
        },
    ]
}
