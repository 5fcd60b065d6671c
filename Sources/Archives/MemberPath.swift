/// A member's path, checked: relative, inside the archive, UTF-8, no control characters.
struct MemberPath {
    /// The path without a final slash; empty for the archive's own top, "./".
    let text: String
    /// Whether the path was written with a final slash.
    let hasFinalSlash: Bool

    /// Checks the bytes of a name as the archive has them.
    ///
    /// With `allowsHere`, leading "./" steps are dropped, as tar files have them; else they are
    /// refused.
    init(
        _ bytes: ArraySlice<UInt8>, limits: ArchiveLimits, at offset: Int, allowsHere: Bool = false
    ) throws(ArchiveError) {
        guard bytes.count <= limits.maxPathBytes else {
            throw .refused(
                .invalidName,
                "a name of \(bytes.count) bytes is too long: at most \(limits.maxPathBytes) are allowed",
                at: offset)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .refused(
                .invalidName, "the name \(quoted(bytes)) is not UTF-8", at: offset)
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw .refused(
                .invalidName, "the name \(quoted(bytes)) holds a control character", at: offset)
        }
        guard !bytes.isEmpty else {
            throw .refused(.invalidName, "a member has no name", at: offset)
        }
        guard !bytes.contains(UInt8(ascii: "\\")) else {
            throw .refused(
                .unsafePath,
                "the name \(quoted(bytes)) holds a backslash: paths in archives are written with /",
                at: offset)
        }
        var steps = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        hasFinalSlash = steps.count > 1 && steps[steps.count - 1].isEmpty
        if hasFinalSlash { steps.removeLast() }
        guard !steps[0].isEmpty, !Self.isDrive(steps[0]) else {
            throw .refused(
                .unsafePath,
                "the name \(quoted(bytes)) is absolute: names must be relative to the archive's top",
                at: offset)
        }
        guard steps.count <= limits.maxDepth else {
            throw .refused(
                .invalidName,
                "the name \(quoted(bytes)) has \(steps.count) steps, and at most \(limits.maxDepth) are allowed",
                at: offset)
        }
        if allowsHere { steps = Array(steps.drop { $0.elementsEqual(".".utf8) }) }
        for step in steps {
            guard !step.elementsEqual("..".utf8) else {
                throw .refused(
                    .unsafePath,
                    "the name \(quoted(bytes)) has a step \"..\" and could leave the archive",
                    at: offset)
            }
            guard !step.isEmpty, !step.elementsEqual(".".utf8) else {
                throw .refused(
                    .unsafePath, "the name \(quoted(bytes)) has an empty step or a step \".\"",
                    at: offset)
            }
        }
        guard let first = steps.first, let last = steps.last else {
            self.text = ""
            return
        }
        self.text = String(text[first.startIndex..<last.endIndex])
    }

    /// Whether a path's first step is a Windows drive, such as `C:`.
    private static func isDrive(_ step: Substring.UTF8View) -> Bool {
        step.dropFirst().first == UInt8(ascii: ":")
    }
}

/// A name in quotes for a message: at most 120 characters, with what cannot be printed escaped.
func quoted(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var shown = "\""
    for scalar in text.unicodeScalars.prefix(120) {
        shown +=
            scalar.properties.generalCategory == .control
            ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return shown + (text.unicodeScalars.count > 120 ? "…\"" : "\"")
}

/// A checked name in quotes for a message.
func quoted(_ text: String) -> String {
    quoted(text.utf8)
}
