/// What a project depends on: a name with extras, the versions or the address, and a condition.
///
/// The form is that of `Requires-Dist` (PEP 508): `name[extra]>=1,<2; marker` or
/// `name @ url ; marker`.
public struct Requirement: Sendable, CustomStringConvertible {
    /// The project that is needed.
    public let name: ProjectName

    /// The extras as they were spelt, sorted, each once.
    public let extras: [String]

    /// The versions that will do; empty where any will, or where an address is given.
    public let specifiers: SpecifierSet

    /// The address behind `@`.
    public let url: String?

    /// The condition behind `;`.
    public let marker: Marker?

    /// Reads a requirement.
    public init(_ text: String) throws(Requirement.Invalid) {
        var parser = RequirementParser(text)
        self = try parser.parse()
    }

    init(
        name: ProjectName, extras: [String], specifiers: SpecifierSet, url: String?,
        marker: Marker?
    ) {
        self.name = name
        self.extras = Set(extras).sorted()
        self.specifiers = specifiers
        self.url = url
        self.marker = marker
    }

    /// The extras in normal form, in which they are compared (PEP 685).
    public var normalizedExtras: Set<String> { Set(extras.map(ProjectName.normalize)) }

    /// The requirement in its normal form; name and extras keep their spelling.
    public var description: String {
        var text = name.spelling
        if !extras.isEmpty { text += "[" + extras.joined(separator: ",") + "]" }
        text += specifiers.description
        if let url { text += " @ " + url + (marker == nil ? "" : " ") }
        if let marker { text += "; \(marker)" }
        return text
    }
}

extension Requirement: Hashable {
    /// Whether both ask for the same: names, extras and versions compare in their normal forms.
    public static func == (left: Requirement, right: Requirement) -> Bool {
        left.name == right.name && left.normalizedExtras == right.normalizedExtras
            && left.specifiers == right.specifiers && left.url == right.url
            && left.marker == right.marker
    }

    /// Feeds what equality looks at.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(normalizedExtras)
        hasher.combine(specifiers)
        hasher.combine(url)
        hasher.combine(marker)
    }
}

extension Requirement {
    /// Why a text is not a requirement.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is missing or wrong, and where.
        public let message: String

        /// Where in the text's UTF-8 the requirement stops making sense.
        public let offset: Int

        /// The message.
        public var description: String { message }
    }
}
