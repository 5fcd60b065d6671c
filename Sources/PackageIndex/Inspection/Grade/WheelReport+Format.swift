extension WheelReport {
    /// The format whose files the wheel is graded by; nil where nothing could be graded.
    ///
    /// Grades of different formats do not compare. It is the format of the system in the tags. A tag
    /// for any system names none, and of what the tags name there may be nothing, not even a library
    /// of others: the format of most of the project's own files counts then, as does the one of most
    /// where tags name several.
    package var gradedFormat: String? {
        let graded = files.filter { $0.grade != nil }
        let meant = Set(tags.claimed.compactMap(Self.format(ofTag:)))
        let inTags = graded.filter { meant.contains($0.format) }
        let candidates = inTags.isEmpty ? graded : inTags
        let own = candidates.filter { $0.origin == .own }
        let counted = own.isEmpty ? candidates : own
        var counts: [String: Int] = [:]
        for file in counted { counts[file.format, default: 0] += 1 }
        // Of two with as many files it is always the same one.
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The format of the system that a tag such as `cp312-cp312-win_amd64` names; nil for `any` and
    /// for systems that are not known.
    private static func format(ofTag tag: String) -> String? {
        guard let platform = tag.split(separator: "-").last else { return nil }
        let name = platform.prefix { $0 != "_" }
        if name.hasPrefix("manylinux") { return "elf" }
        return switch name {
        case "linux", "musllinux", "android": "elf"
        case "macosx", "ios": "macho"
        case "win", "win32": "pe"
        default: nil
        }
    }
}
