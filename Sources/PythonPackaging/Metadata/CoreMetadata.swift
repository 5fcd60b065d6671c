/// The metadata of a release, checked: every field of core metadata 1.0 to 2.6.
///
/// The rules are those that all readers have in common (PyPUG "Core metadata specifications"). What
/// one index asks beyond them, such as a longest summary, is not checked here.
///
/// A field that may stand often is an empty list if it is absent.
public struct CoreMetadata: Hashable, Sendable {
    /// The fields as they are written.
    public let raw: RawMetadata

    /// The version of the metadata format.
    public let format: MetadataVersion

    /// The name of the project.
    public let name: ProjectName

    /// The version of the release.
    public let version: Version

    /// The fields that a wheel built from this source distribution may change.
    public let dynamic: [MetadataField]

    /// The markup of the description.
    public let descriptionContentType: DescriptionContentType?

    /// The licence as an SPDX expression.
    public let licenseExpression: LicenseExpression?

    /// Projects that this one needs.
    public let requiresDist: [Requirement]

    /// Versions of Python that this release runs on.
    public let requiresPython: SpecifierSet?

    /// Names of optional features.
    public let providesExtra: [ProjectName]

    /// Modules that can be imported once this release is installed.
    ///
    /// Nil says nothing about modules, an empty list says that there are none.
    public let importNames: [ImportName]?

    /// Namespace packages that this release has modules in.
    public let importNamespaces: [ImportName]

    /// The fields that came only with a newer format than ``format``, in the order of
    /// ``MetadataField``; empty unless they were allowed.
    public let newerFields: [MetadataField]

    /// Reads and checks a `METADATA` or `PKG-INFO` file.
    public init(_ bytes: [UInt8]) throws(CoreMetadata.Invalid) {
        try self.init(RawMetadata(parsing: bytes))
    }

    /// Checks the fields of a metadata file.
    ///
    /// - Parameters:
    ///   - raw: The fields.
    ///   - allowsNewerFields: Whether a field may stand there that came only with a newer format
    ///     than the file says it has. Some build tools wrote such files and installers read the
    ///     fields all the same; the specification has no room for them.
    /// - Throws: ``Invalid`` with all that is wrong: first fields that are unknown or malformed,
    ///   then each other field in the order of ``MetadataField``.
    public init(
        _ raw: RawMetadata, allowsNewerFields: Bool = false
    ) throws(CoreMetadata.Invalid) {
        var checks = Checks(raw, allowsNewerFields: allowsNewerFields)
        let format = checks.metadataVersion()
        let name = checks.name()
        let version = checks.version()
        dynamic = checks.dynamic()
        checks.summary()
        descriptionContentType = checks.descriptionContentType()
        licenseExpression = checks.licenseExpression()
        checks.licenseFiles()
        requiresDist = checks.requiresDist()
        requiresPython = checks.requiresPython()
        providesExtra = checks.providesExtra()
        importNames = checks.importNames(.importName)
        importNamespaces = checks.importNames(.importNamespace) ?? []
        guard checks.errors.isEmpty, let format, let name, let version else {
            throw Invalid(errors: checks.errors)
        }
        self.raw = raw
        self.format = format
        self.name = name
        self.version = version
        newerFields = checks.newerFields
    }
}
