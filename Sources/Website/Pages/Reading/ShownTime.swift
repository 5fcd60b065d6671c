import PackageIndex

/// A moment as pages show it, in UTC.
struct ShownTime {
    /// For programs: `2026-05-12T09:00:00Z`.
    let iso: String
    /// The day for people: `12 May 2026`.
    let day: String
    /// The day and the minute for people: `12 May 2026, 09:00 UTC`.
    let text: String

    init(_ moment: Timestamp) {
        let seconds = moment.iso8601Seconds
        iso = seconds + "Z"
        day = moment.date
        text = "\(day), \(seconds.dropFirst(11).prefix(5)) UTC"
    }
}
