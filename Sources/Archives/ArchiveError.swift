/// Why an archive could not be read.
public enum ArchiveError: Error, Sendable {
    /// The archive itself is at fault: damaged, hostile or beyond a limit.
    case invalid(ArchiveInvalid)
    /// The byte source failed; the archive may be fine.
    case source(any Error)

    static func refused(_ reason: ArchiveInvalid.Reason, _ message: String, at offset: Int? = nil)
        -> ArchiveError
    {
        .invalid(ArchiveInvalid(reason: reason, message: message, offset: offset))
    }

    /// What is wrong with the archive, or nil when its source failed.
    public var invalid: ArchiveInvalid? {
        guard case .invalid(let invalid) = self else { return nil }
        return invalid
    }
}

extension ArchiveError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .invalid(let invalid): invalid.description
        case .source(let error): "the archive could not be read: \(error)"
        }
    }
}
