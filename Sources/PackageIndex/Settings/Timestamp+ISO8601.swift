extension Timestamp {
    /// The moment in UTC as `yyyy-mm-ddThh:mm:ss.ffffffZ`, the form of PEP 700.
    package var iso8601: String {
        let (date, time, fraction) = civil
        return "\(date)T\(time).\(Self.padded(fraction, to: 6))Z"
    }

    /// The moment in UTC as `yyyy-mm-ddThh:mm:ss`, the form of PyPI's `upload_time`.
    package var iso8601Seconds: String {
        let (date, time, _) = civil
        return "\(date)T\(time)"
    }

    /// The day in UTC as `yyyy-mm-dd`.
    package var day: String { civil.date }

    private var civil: (date: String, time: String, fraction: Int64) {
        let seconds = self.seconds
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let ofDay = seconds - days * 86_400
        let (year, month, day) = Self.gregorian(daysSince1970: days)
        let date =
            "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
        let time =
            "\(Self.padded(ofDay / 3600, to: 2)):\(Self.padded(ofDay / 60 % 60, to: 2)):"
            + Self.padded(ofDay % 60, to: 2)
        let fraction = microseconds % 1_000_000
        return (date, time, fraction < 0 ? fraction + 1_000_000 : fraction)
    }

    /// The proleptic Gregorian date, counted in eras of 400 years that begin on 1 March.
    private static func gregorian(daysSince1970 days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
