import PackageIndex

/// A moment as the pages of an account show it.
struct AccountTime {
    /// For programs: `2026-11-29T15:10:00Z`.
    let iso: String
    /// For people: `2026-11-29 15:10 UTC`.
    let text: String

    init(_ moment: Timestamp) {
        let seconds = moment.iso8601Seconds
        iso = seconds + "Z"
        text = "\(seconds.prefix(10)) \(seconds.dropFirst(11).prefix(5)) UTC"
    }
}
