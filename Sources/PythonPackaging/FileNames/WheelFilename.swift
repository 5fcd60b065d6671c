/// The file name of a wheel: `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl`.
///
/// It is read as PyPUG "Binary distribution format" asks of tools that read: the name and the
/// version need not be in their normalised form, and tag sets need not be sorted.
public struct WheelFilename: Hashable, Sendable {
    /// The file name.
    public let text: String

    /// The project.
    public let name: ProjectName

    private let parts: WheelFilenameParts

    /// Reads the file name of a wheel, without folders before it.
    public init(_ text: String) throws(WheelFilename.Invalid) {
        let parts = try WheelFilenameParts(text)
        name = try Invalid.reading(parts.name, of: text, by: ProjectName.init)
        self.text = text
        self.parts = parts
    }

    /// The project's name as it is written in the file name.
    public var nameAsWritten: String { parts.name }

    /// The project's version.
    public var version: Version { parts.version }

    /// The project's version as it is written in the file name.
    public var versionAsWritten: String { parts.versionText }

    /// The tag that breaks ties between wheels of one version, where there is one.
    public var build: BuildTag? { parts.build }

    /// The Pythons as they are written, as `py2.py3`.
    public var pythonTag: String { parts.pythonTag }

    /// The ABIs as they are written, as `abi3.abi3t`.
    public var abiTag: String { parts.abiTag }

    /// The platforms as they are written, as `manylinux2014_x86_64.manylinux_2_17_x86_64`.
    public var platformTag: String { parts.platformTag }

    /// The tags that the three parts stand for.
    public var tags: Set<CompatibilityTag> { parts.tags }

    /// The platforms in lower case, in the order written.
    public var platforms: [String] { CompatibilityTag.alternatives(parts.platformTag[...]) }

    /// The folder inside the wheel that holds its metadata: `{name}-{version}.dist-info`.
    public var distInfoFolder: String { "\(nameAsWritten)-\(versionAsWritten).dist-info" }
}
