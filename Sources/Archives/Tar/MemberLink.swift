/// The targets of links, which must stay inside the archive's top folder.
enum MemberLink {
    /// A hard link's target: another path of the archive.
    static func hard(
        to target: ArraySlice<UInt8>, from path: String, _ limits: ArchiveLimits, at offset: Int
    ) throws(ArchiveError) -> String {
        let checked = try check(target, from: path, limits, at: offset)
        guard !checked.isEmpty, firstStep(of: checked) == firstStep(of: path) else {
            throw leaving(path, target, at: offset)
        }
        return checked
    }

    /// A symbolic link's target: a path relative to the folder of the link.
    ///
    /// Steps `..` may only come first. Further on they could follow another link, and then nobody
    /// can tell from the names alone where they lead.
    static func symbolic(
        to target: ArraySlice<UInt8>, from path: String, _ limits: ArchiveLimits, at offset: Int
    ) throws(ArchiveError) -> String {
        let steps = target.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let climbed = steps.prefix { $0.elementsEqual("..".utf8) }
        // The top folder itself is the first step of the path and the name of the link the last.
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") } - 1
        guard climbed.count <= depth else { throw leaving(path, target, at: offset) }
        if let rest = steps.dropFirst(climbed.count).first {
            _ = try check(target[rest.startIndex...], from: path, limits, at: offset)
        }
        return String(decoding: target, as: UTF8.self)
    }

    private static func check(
        _ target: ArraySlice<UInt8>, from path: String, _ limits: ArchiveLimits, at offset: Int
    ) throws(ArchiveError) -> String {
        do {
            return try MemberPath(target, limits: limits, at: offset, allowsHere: true).text
        } catch {
            throw .refused(
                .unsafeLink,
                "the link \(quoted(path)) has the target \(quoted(target)): \(error.invalid?.message ?? "")",
                at: offset)
        }
    }

    private static func firstStep(of path: String) -> Substring {
        path.prefix { $0 != "/" }
    }

    private static func leaving(
        _ path: String, _ target: ArraySlice<UInt8>, at offset: Int
    ) -> ArchiveError {
        .refused(
            .unsafeLink,
            "the link \(quoted(path)) leads to \(quoted(target)), outside of the archive's top folder",
            at: offset)
    }
}
