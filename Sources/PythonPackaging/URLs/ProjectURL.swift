/// A link of a project: a label that people read, and where it leads.
///
/// It comes from a `Project-URL` field, `Label, https://…`. Nothing is checked on reading: either
/// part may be empty, and the address may be none.
public struct ProjectURL: Hashable, Sendable {
    /// What people read.
    public let label: String

    /// Where it leads.
    public let url: String

    /// A link of two known parts.
    public init(label: String, url: String) {
        self.label = label
        self.url = url
    }

    /// Reads `Label, https://…`; without a comma everything is the label.
    public init(parsing text: String) {
        guard let halves = text.halves(aroundFirst: ",") else {
            self.init(label: Whitespace.trim(text), url: "")
            return
        }
        self.init(
            label: Whitespace.trim(String(halves.before)),
            url: Whitespace.trim(String(halves.after)))
    }

    /// The label in lower case, without ASCII punctuation and white space (PEP 753).
    ///
    /// Labels that agree in this form mean the same kind of link.
    public var normalizedLabel: String {
        let kept = label.unicodeScalars.filter { !Self.isIgnored($0) }
        return String(String.UnicodeScalarView(kept)).lowercased()
    }

    /// The kind of link that the label stands for, if it is one that tools agree on (PEP 753).
    public var wellKnown: WellKnownLabel? { WellKnownLabel(normalizedLabel: normalizedLabel) }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
