/// What a wheel runs on: a Python, an ABI and a platform, as `cp313-abi3-win_amd64`.
///
/// The three parts are in lower case and have no `.` that sets off alternatives (PyPUG "Platform
/// compatibility tags", PEP 425).
public struct CompatibilityTag: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The implementation and version of Python, as `py3`, `cp313` or `pp311`.
    public let python: String

    /// The binary interface to the interpreter, as `none`, `abi3`, `abi3t` or `cp313t`.
    public let abi: String

    /// The operating system and processor, as `any` or `manylinux_2_28_x86_64`.
    public let platform: String

    /// How many tags one text may stand for if nothing else is asked.
    public static let defaultLimit = 1024

    init(python: String, abi: String, platform: String) {
        self.python = python
        self.abi = abi
        self.platform = platform
    }

    /// Reads a compressed tag set, as `py2.py3-none-any`, into the tags it stands for.
    ///
    /// Parts need not be sorted: many wheels on PyPI do not sort them.
    ///
    /// - Parameters:
    ///   - text: Three parts with `-` between them, each with one or more alternatives with `.`
    ///     between them.
    ///   - limit: How many tags the text may stand for. It is checked before any tag is made.
    /// - Returns: One tag for each way to choose an alternative of each part.
    /// - Throws: ``Invalid`` if a part is missing or empty, if a Python is not an identifier or if
    ///   the limit is exceeded.
    public static func parse(
        _ text: String, limit: Int = defaultLimit
    ) throws(CompatibilityTag.Invalid) -> Set<CompatibilityTag> {
        let parts = text.pieces(separatedBy: "-")
        guard parts.count == 3 else {
            throw Invalid(
                "\(Quoted(text)) is not a compatibility tag: it has \(parts.count) parts with '-' "
                    + "between them and must have 3: Python, ABI and platform")
        }
        let pythons = try alternatives(parts[0], in: text)
        let abis = try alternatives(parts[1], in: text)
        let platforms = try alternatives(parts[2], in: text)
        for python in pythons where !PythonIdentifier.isValid(python) {
            throw Invalid(
                "\(Quoted(text)) is not a compatibility tag: \(Quoted(python)) does not name a "
                    + "Python; names look like py3 or cp313")
        }
        try checkCount([pythons.count, abis.count, platforms.count], limit: limit, in: text)

        var tags: Set<CompatibilityTag> = []
        for python in pythons {
            for abi in abis {
                for platform in platforms {
                    tags.insert(CompatibilityTag(python: python, abi: abi, platform: platform))
                }
            }
        }
        return tags
    }

    /// The alternatives in one part of a compressed tag set, in lower case, in the order written.
    static func alternatives(_ part: Substring) -> [String] {
        part.pieces(separatedBy: ".").map { $0.lowercased() }
    }

    private static func alternatives(
        _ part: Substring, in text: String
    ) throws(CompatibilityTag.Invalid) -> [String] {
        let found = alternatives(part)
        if found.contains("") {
            throw Invalid(
                "\(Quoted(text)) is not a compatibility tag: a part of it is empty")
        }
        return found
    }

    private static func checkCount(
        _ counts: [Int], limit: Int, in text: String
    ) throws(CompatibilityTag.Invalid) {
        var total = 1
        for count in counts {
            let (product, overflowed) = total.multipliedReportingOverflow(by: count)
            if overflowed || product > limit {
                throw Invalid(
                    "\(Quoted(text)) stands for more than \(limit) compatibility tags; name fewer "
                        + "alternatives")
            }
            total = product
        }
    }

    /// The tag as it is written: the three parts with `-` between them.
    public var description: String { "\(python)-\(abi)-\(platform)" }

    /// Sorts by Python, then ABI, then platform.
    public static func < (left: CompatibilityTag, right: CompatibilityTag) -> Bool {
        (left.python, left.abi, left.platform) < (right.python, right.abi, right.platform)
    }
}
