/// What stands between the dashes of a wheel's file name.
///
/// It takes every name that Python's `packaging` takes, also one that no project may have, such as
/// `_foo`; ``WheelFilename`` takes only the names of projects.
package struct WheelFilenameParts: Hashable, Sendable {
    /// The name of the project as it is written.
    package let name: String

    /// The version of the project as it is written.
    package let versionText: String

    /// The version of the project.
    package let version: Version

    /// The build tag, where there is one.
    package let build: BuildTag?

    /// The Pythons as they are written, with `.` between them.
    package let pythonTag: String

    /// The ABIs as they are written, with `.` between them.
    package let abiTag: String

    /// The platforms as they are written, with `.` between them.
    package let platformTag: String

    /// The tags that the three parts stand for.
    package let tags: Set<CompatibilityTag>

    /// Takes a file name apart at its four or five dashes.
    package init(_ text: String) throws(WheelFilename.Invalid) {
        guard let stem = text.removing(ending: ".whl") else {
            throw WheelFilename.Invalid(text, "it does not end in '.whl'")
        }
        let parts = stem.pieces(separatedBy: "-")
        guard parts.count == 5 || parts.count == 6 else {
            throw WheelFilename.Invalid(
                text, "it has \(parts.count) parts with '-' between them, not 5 or 6")
        }
        name = String(parts[0])
        guard Self.isName(parts[0]) else {
            throw WheelFilename.Invalid(
                text,
                "\(Quoted(name)) does not name a project; only letters, digits, '.' and single "
                    + "'_' may stand there")
        }
        versionText = String(parts[1])
        version = try WheelFilename.Invalid.reading(versionText, of: text, by: Version.init)
        if parts.count == 6 {
            guard let build = BuildTag(String(parts[2])) else {
                throw WheelFilename.Invalid(
                    text, "the build tag \(Quoted(String(parts[2]))) does not start with a digit")
            }
            self.build = build
        } else {
            build = nil
        }
        pythonTag = String(parts[parts.count - 3])
        abiTag = String(parts[parts.count - 2])
        platformTag = String(parts[parts.count - 1])
        tags = try WheelFilename.Invalid.reading(
            "\(pythonTag)-\(abiTag)-\(platformTag)", of: text
        ) { (tag) throws(CompatibilityTag.Invalid) in try CompatibilityTag.parse(tag) }
    }

    /// Letters and digits of any script, `_` and `.`, but no two `_` in a row.
    private static func isName(_ text: Substring) -> Bool {
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard scalar == "." || PythonIdentifier.isWordCharacter(scalar) else { return false }
            if scalar == "_" && previous == "_" { return false }
            previous = scalar
        }
        return previous != nil
    }
}
