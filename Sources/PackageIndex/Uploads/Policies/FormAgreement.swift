import PythonPackaging

/// Compares a form with the metadata in the file, in the fields that decide what is installed.
///
/// Clients leave fields out, and none sends every new one; but what they send has to be what the
/// file says. Values are compared by meaning, since clients write them anew.
struct FormAgreement {
    private let form: UploadForm
    private let metadata: CoreMetadata

    /// What is beyond these cannot be in the file, and is not taken apart to see that.
    private static let limits = DistributionLimits.metadata

    init(_ form: UploadForm, _ metadata: CoreMetadata) {
        self.form = form
        self.metadata = metadata
    }

    func check() throws {
        try compare("name", normalize: ProjectName.normalize, metadata.name.normalized)
        try compare("version", normalize: Self.version, metadata.version.canonical)
        try compare(
            "requires_python", normalize: Self.specifiers,
            metadata.requiresPython.map { Self.specifiers($0.description) })
        try compare(
            "license_expression", normalize: Self.license, metadata.licenseExpression?.normalized)
        try compareSets(
            "requires_dist", normalize: Self.requirement,
            metadata.requiresDist.map { Self.requirement($0.description) })
        try compareSets(
            "provides_extra", normalize: ProjectName.normalize,
            metadata.providesExtra.map(\.normalized))
    }

    private func compare(
        _ field: String, normalize: (String) -> String, _ inFile: String?
    ) throws {
        guard let value = try form.value(field) else { return }
        guard value.utf8.count <= Self.limits.valueBytes, normalize(value) == inFile else {
            throw contradiction(field, value)
        }
    }

    private func compareSets(
        _ field: String, normalize: (String) -> String, _ inFile: [String]
    ) throws {
        let inFile = Set(inFile)
        let values = form.values(field)
        guard values.reduce(0, { $0 + $1.utf8.count }) <= Self.limits.headerBytes else {
            throw Refusal(.formMismatch, "\(field): the form says more than a file's metadata can.")
        }
        for value in values where !inFile.contains(normalize(value)) {
            throw contradiction(field, value)
        }
    }

    private func contradiction(_ field: String, _ value: String) -> Refusal {
        Refusal(
            .formMismatch,
            "\(field): the form says '\(Shown.short(value))', the metadata in the file does not.")
    }

    private static func version(_ text: String) -> String {
        (try? Version(text))?.canonical ?? text
    }

    private static func specifiers(_ text: String) -> String {
        guard let set = try? SpecifierSet(text) else { return text }
        return set.description.split(separator: ",").sorted().joined(separator: ",")
    }

    private static func license(_ text: String) -> String {
        (try? LicenseExpression(text))?.normalized ?? text
    }

    private static func requirement(_ text: String) -> String {
        guard let requirement = try? Requirement(text) else { return text }
        let extras = requirement.normalizedExtras.sorted().joined(separator: ",")
        return [
            requirement.name.normalized, extras, specifiers(requirement.specifiers.description),
            requirement.url ?? "", requirement.marker?.description ?? "",
        ].joined(separator: "|")
    }
}
