import Archives

extension Error {
    /// Whether it is no fault of the wheel and belongs into no report: storage failed, or the time is up.
    var endsInspection: Bool {
        switch self as? ArchiveError {
        case .source?: true
        case .invalid(let invalid)?: invalid.reason == .outOfTime
        case nil: false
        }
    }
}
