/// The name of a project: what people write and the form in which names are compared.
///
/// Letters are ASCII. Two names are equal when their normalised forms are, so `Foo._Bar` equals
/// `foo-bar` (PyPUG "Names and normalization", PEP 503).
public struct ProjectName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name as it was given.
    public let spelling: String

    /// The name in lower case with each run of `-`, `_` and `.` made one `-`.
    public let normalized: String

    /// Checks a name: ASCII letters, digits, `.`, `_` and `-`, with a letter or digit at both ends.
    public init(_ text: String) throws(ProjectName.Invalid) {
        try Self.check(text)
        spelling = text
        normalized = Self.normalize(text)
    }

    /// The normalised name with `_` for `-`, as it stands in file names.
    ///
    /// Wheels, source distributions and `.dist-info` folders are named so (PEP 625, PEP 427).
    public var distributionForm: String {
        String(decoding: normalized.utf8.map { $0 == 0x2D ? 0x5F : $0 }, as: UTF8.self)
    }

    /// A key that names which look alike have in common.
    ///
    /// Separators vanish, `l` and `i` count as `1` and `o` as `0`. PyPI refuses a new name whose
    /// key is that of another project.
    public var ultranormalized: String {
        var key: [UInt8] = []
        key.reserveCapacity(normalized.utf8.count)
        for byte in normalized.utf8 {
            switch byte {
            case UInt8(ascii: "-"): break
            case UInt8(ascii: "l"), UInt8(ascii: "i"): key.append(UInt8(ascii: "1"))
            case UInt8(ascii: "o"): key.append(UInt8(ascii: "0"))
            default: key.append(byte)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The spelling.
    public var description: String { spelling }

    /// Whether both names mean the same project.
    public static func == (left: ProjectName, right: ProjectName) -> Bool {
        left.normalized == right.normalized
    }

    /// Whether one normalised name sorts before the other.
    public static func < (left: ProjectName, right: ProjectName) -> Bool {
        left.normalized < right.normalized
    }

    /// Feeds the normalised name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(normalized)
    }

    /// Normalises any text by the rule for names, without checking that it is one.
    ///
    /// Extras and dependency groups are compared in this form (PEP 685, PEP 735).
    public static func normalize(_ text: String) -> String {
        var normal: [UInt8] = []
        normal.reserveCapacity(text.utf8.count)
        var isASCII = true
        for byte in text.utf8 {
            if byte.isASCIISeparator {
                if normal.last != UInt8(ascii: "-") { normal.append(UInt8(ascii: "-")) }
            } else {
                normal.append(byte.asciiLowercased)
                if byte >= 0x80 { isASCII = false }
            }
        }
        let result = String(decoding: normal, as: UTF8.self)
        return isASCII ? result : result.lowercased()
    }

    /// Whether a text is a name in its normalised form.
    public static func isNormalized(_ text: String) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                if previous == UInt8(ascii: "-") { return false }
            } else if !(byte.isASCIILowercase || byte.isASCIIDigit) {
                return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }
}
