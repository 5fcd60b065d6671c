import PythonPackaging

/// What the file's name must be.
enum FilenamePolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "filename-plain", .file,
            "The file name is of visible ASCII characters without slashes, at most 255 of them."
        ) { examination in
            let name = examination.filename
            guard name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw Refusal(
                    .filenameInvalid,
                    "Cannot upload a file with spaces, non-printable or non-ASCII characters in "
                        + "its name: '\(Shown.short(name))'.")
            }
            guard !name.contains("/"), !name.contains("\\") else {
                throw Refusal(
                    .filenameInvalid,
                    "Cannot upload a file with '/' or '\\' in its name: '\(Shown.short(name))'.")
            }
            guard (1...255).contains(name.utf8.count) else {
                throw Refusal(.filenameInvalid, "The file name is empty or over 255 bytes long.")
            }
        },
        UploadPolicy(
            "filename-standard", .file,
            "The file name is that of a wheel, or of a source distribution in .tar.gz or .zip."
        ) { examination in
            _ = try examination.name()
        },
        UploadPolicy(
            "filename-filetype", .file, "`filetype` says what the file name says."
        ) { examination in
            guard let type = try examination.form?.value("filetype") else { return }
            let expected = PublishedFile.Kind(of: try examination.name())
            guard type == expected.rawValue else {
                throw Refusal(
                    .filenameMismatch,
                    "The filetype '\(type)' does not fit the file "
                        + "'\(Shown.short(examination.filename, limit: 120))'.")
            }
        },
        UploadPolicy(
            "filename-project", .file, "The file name names the form's project and version."
        ) { examination in
            guard let form = examination.form else { return }
            let name = try examination.name()
            let project = try form.projectName()
            guard name.name == project else {
                throw Refusal(
                    .filenameMismatch,
                    "Start filename for '\(project)' with '\(project.distributionForm)', not "
                        + "'\(Shown.short(name.name.spelling))'.")
            }
            let version = try form.required("version")
            guard (try? Version(version)) == name.version else {
                throw Refusal(
                    .filenameMismatch,
                    "Version in filename should be '\(Shown.short(version))' not "
                        + "'\(name.version)'.")
            }
        },
        UploadPolicy(
            "filename-normalized", .file, in: [.pypi],
            "A source distribution's name is spelled exactly as PEP 625 says, and a wheel's begins "
                + "with the normalized name of its project."
        ) { examination in
            switch try examination.name() {
            case .source(let sdist):
                guard sdist.text == sdist.standardSpelling else {
                    throw Refusal(
                        .filenameInvalid,
                        "Filename '\(sdist.text)' is invalid, should be "
                            + "'\(sdist.standardSpelling)'.")
                }
            case .wheel(let wheel):
                guard wheel.nameAsWritten == wheel.name.distributionForm else {
                    throw Refusal(
                        .filenameInvalid,
                        "Filename '\(wheel.text)' should contain the normalized project name "
                            + "'\(wheel.name.distributionForm)', not '\(wheel.nameAsWritten)'.")
                }
            }
        },
        UploadPolicy(
            "platform-tags", .file, in: [.pypi],
            "Every platform tag of a wheel is one that PyPI offers."
        ) { examination in
            guard case .wheel(let wheel) = try examination.name() else { return }
            for platform in wheel.platforms
            where !PlatformTag.isAcceptedByPublicIndexes(platform) {
                throw Refusal(
                    .platformUnsupported,
                    "Binary wheel '\(wheel.text)' has an unsupported platform tag '\(platform)'.")
            }
        },
        UploadPolicy(
            "local-version", .file, in: [.pypi], "The version has no local part."
        ) { examination in
            let version = try examination.name().version
            guard version.local == nil else {
                throw Refusal(
                    .localVersion, "The use of local versions in '\(version)' is not allowed.")
            }
        },
    ]
}
