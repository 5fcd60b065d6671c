/// Whether members lie below other members that are no folders.
///
/// Nobody can unpack such an archive, or a link leads the one below it elsewhere.
struct MemberNesting {
    /// What a member is to those below it.
    enum Role {
        case folder, file, link
    }

    private struct Place {
        let path: [UInt8]
        let role: Role
        let offset: Int
    }

    private var places: [Place] = []

    mutating func add(_ path: String, _ role: Role, at offset: Int) {
        places.append(Place(path: Array(path.utf8), role: role, offset: offset))
    }

    /// Refuses a member below a link, and by the strict rules one below a file.
    func check(_ limits: ArchiveLimits) throws(ArchiveError) {
        try limits.checkTime()
        // In this order all that is below a member follows it, so one look back for each is enough.
        let ordered = places.sorted { Self.precedes($0.path, $1.path) }
        var last: Place?
        for place in ordered {
            if let last, Self.isBelow(place.path, last.path) {
                try Self.refuse(place, below: last, limits.rules)
            } else if place.role == .link || place.role == .file && limits.rules == .strict {
                last = place
            }
        }
    }

    private static func refuse(
        _ place: Place, below other: Place, _ rules: ArchiveRules
    ) throws(ArchiveError) {
        if other.role == .link {
            throw .refused(
                .unsafeLink,
                "\(quoted(place.path)) lies behind the symbolic link \(quoted(other.path))",
                at: place.offset)
        }
        throw .refused(
            .duplicateName,
            "\(quoted(other.path)) is a file, and a folder with \(quoted(place.path)) in it",
            at: place.offset)
    }

    private static func isBelow(_ path: [UInt8], _ other: [UInt8]) -> Bool {
        path.count > other.count && path[other.count] == UInt8(ascii: "/")
            && path.starts(with: other)
    }

    /// The order of bytes, with the slash before all others.
    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var index = 0
        while index < left.count, index < right.count {
            let (a, b) = (left[index], right[index])
            if a != b { return a == UInt8(ascii: "/") || b != UInt8(ascii: "/") && a < b }
            index += 1
        }
        return left.count < right.count
    }
}
