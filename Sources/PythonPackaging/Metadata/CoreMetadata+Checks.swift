extension CoreMetadata {
    /// Goes through the fields one after the other and gathers what is wrong with them.
    struct Checks {
        let raw: RawMetadata
        private(set) var errors: [FieldError] = []
        /// The fields that are newer than the declared format.
        private(set) var newerFields: [MetadataField] = []
        private let allowsNewerFields: Bool

        init(_ raw: RawMetadata, allowsNewerFields: Bool) {
            self.raw = raw
            self.allowsNewerFields = allowsNewerFields
            for unparsed in raw.unparsed {
                errors.append(
                    FieldError(field: unparsed.name, message: Self.explanation(of: unparsed)))
            }
            if let version = raw.text(of: .metadataVersion).flatMap(MetadataVersion.init) {
                findFieldsNewer(than: version)
            }
        }

        mutating func metadataVersion() -> MetadataVersion? {
            guard let text = required(.metadataVersion) else { return nil }
            guard let version = MetadataVersion(rawValue: text) else {
                let known = MetadataVersion.allCases.map(\.rawValue).joined(separator: ", ")
                report(.metadataVersion, "\(Quoted(text)) is not one of \(known)")
                return nil
            }
            return version
        }

        mutating func name() -> ProjectName? {
            guard let text = required(.name) else { return nil }
            do throws(ProjectName.Invalid) {
                return try ProjectName(text)
            } catch {
                report(.name, error.message)
                return nil
            }
        }

        mutating func version() -> Version? {
            guard let text = required(.version) else { return nil }
            do throws(Version.Invalid) {
                return try Version(text)
            } catch {
                report(.version, error.message)
                return nil
            }
        }

        mutating func dynamic() -> [MetadataField] {
            var fields: [MetadataField] = []
            for name in list(.dynamic) {
                guard let field = MetadataField(name: name) else {
                    report(.dynamic, "\(Quoted(name)) is not the name of a field")
                    return []
                }
                if [.name, .version, .metadataVersion].contains(field) {
                    report(.dynamic, "\(field.rawValue) cannot be dynamic")
                    return []
                }
                fields.append(field)
            }
            return fields
        }

        mutating func summary() {
            guard let text = text(.summary), text.unicodeScalars.contains(where: Self.endsLine)
            else { return }
            report(.summary, "it must be a single line")
        }

        mutating func descriptionContentType() -> DescriptionContentType? {
            guard let text = text(.descriptionContentType) else { return nil }
            do throws(DescriptionContentType.Invalid) {
                return try DescriptionContentType(text)
            } catch {
                report(.descriptionContentType, error.message)
                return nil
            }
        }

        mutating func licenseExpression() -> LicenseExpression? {
            guard let text = text(.licenseExpression) else { return nil }
            do throws(LicenseExpression.Invalid) {
                return try LicenseExpression(text)
            } catch {
                report(.licenseExpression, error.message)
                return nil
            }
        }

        mutating func licenseFiles() {
            for path in list(.licenseFile) {
                if let fault = LicenseFilePath.fault(in: path) {
                    report(.licenseFile, fault)
                    return
                }
            }
        }

        mutating func requiresDist() -> [Requirement] {
            do throws(Requirement.Invalid) {
                return try list(.requiresDist).map { (text) throws(Requirement.Invalid) in
                    try Requirement(text)
                }
            } catch {
                report(.requiresDist, error.message)
                return []
            }
        }

        mutating func requiresPython() -> SpecifierSet? {
            guard let text = text(.requiresPython) else { return nil }
            do throws(SpecifierSet.Invalid) {
                return try SpecifierSet(text)
            } catch {
                report(.requiresPython, error.message)
                return nil
            }
        }

        mutating func providesExtra() -> [ProjectName] {
            do throws(ProjectName.Invalid) {
                return try list(.providesExtra).map { (text) throws(ProjectName.Invalid) in
                    try ProjectName(text)
                }
            } catch {
                report(.providesExtra, error.message)
                return []
            }
        }

        mutating func importNames(_ field: MetadataField) -> [ImportName]? {
            guard raw.fields[field] != nil else { return nil }
            do throws(ImportName.Invalid) {
                return try list(field).map { (text) throws(ImportName.Invalid) in
                    try ImportName(text)
                }
            } catch {
                report(field, error.message)
                return nil
            }
        }

        // MARK: What the checks have in common

        private mutating func findFieldsNewer(than version: MetadataVersion) {
            newerFields = MetadataField.allCases.filter {
                raw.fields[$0] != nil && $0.since > version
            }
            guard !allowsNewerFields else { return }
            for field in newerFields {
                report(
                    field,
                    "it came with Metadata-Version \(field.since.rawValue), and this is "
                        + version.rawValue)
            }
        }

        /// The text of a field, unless the declared format does not have the field at all.
        private func text(_ field: MetadataField) -> String? {
            isLeftOut(field) ? nil : raw.text(of: field)
        }

        private func list(_ field: MetadataField) -> [String] {
            isLeftOut(field) ? [] : raw.list(of: field) ?? []
        }

        private func isLeftOut(_ field: MetadataField) -> Bool {
            !allowsNewerFields && newerFields.contains(field)
        }

        private mutating func required(_ field: MetadataField) -> String? {
            if let text = raw.text(of: field), !text.isEmpty { return text }
            let isUnparsed = raw.unparsed.contains { MetadataField(name: $0.name) == field }
            if !isUnparsed || raw.fields[field] != nil { report(field, "it is missing") }
            return nil
        }

        private mutating func report(_ field: MetadataField, _ reason: String) {
            errors.append(
                FieldError(
                    field: field.rawValue.lowercased(), message: "\(field.rawValue): \(reason)"))
        }

        private static func explanation(of unparsed: RawMetadata.Unparsed) -> String {
            guard let field = MetadataField(name: unparsed.name) else {
                return "\(Quoted(unparsed.name)) is not a field of core metadata"
            }
            let reason =
                if unparsed.values.count == 1 {
                    "its value is not valid UTF-8"
                } else if field.shape == .links {
                    "a label stands twice"
                } else if field == .description {
                    "it stands more than once, or both as a field and as the body"
                } else {
                    "it may stand only once"
                }
            return "\(field.rawValue): \(reason)"
        }

        /// The characters at which Python splits text into lines.
        private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }
    }
}
