/// A moment, in microseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Microseconds since 1970, negative before.
    package let microseconds: Int64

    /// The moment so many microseconds after 1970 began.
    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The moment so many whole seconds after 1970 began; the last one that fits beyond that.
    package init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        self.microseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 {
        microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The moment a duration later (or earlier, where it is negative).
    package static func + (moment: Timestamp, duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let later = Timestamp(seconds: seconds).microseconds
        let (sum, overflow) = moment.microseconds.addingReportingOverflow(later)
        guard !overflow else { return Timestamp(microseconds: later < 0 ? .min : .max) }
        let (exact, isOutside) = sum.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        return Timestamp(microseconds: isOutside ? sum : exact)
    }

    /// The moment a duration earlier.
    package static func - (moment: Timestamp, duration: Duration) -> Timestamp {
        moment + (.zero - duration)
    }
}
