import PackageIndex

extension Timestamp {
    /// The day in words, as in `12 May 2026`; in UTC.
    var date: String {
        let parts = day.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let number = Int(parts[2]),
            Self.months.indices.contains(month - 1)
        else { return day }
        return "\(number) \(Self.months[month - 1]) \(parts[0])"
    }

    /// The moment as feeds write it (RFC 5322), as in `Tue, 12 May 2026 09:00:00 +0000`.
    var feedDate: String {
        let parts = iso8601Seconds.split(separator: "T")
        let date = self.date.split(separator: " ")
        guard parts.count == 2, date.count == 3 else { return iso8601Seconds }
        let number = date[0].count == 1 ? "0\(date[0])" : "\(date[0])"
        // 1 January 1970 was a Thursday.
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let weekday = Self.weekdays[Int(((days + 3) % 7 + 7) % 7)]
        return "\(weekday), \(number) \(date[1].prefix(3)) \(date[2]) \(parts[1]) +0000"
    }

    /// The year.
    var year: Int { Int(day.prefix { $0 != "-" }) ?? 1970 }

    /// The number of the day since 1970.
    var dayNumber: Int64 { seconds / 86_400 }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension String {
    /// The text; nil for none, since a template takes an empty text for something.
    var unlessEmpty: String? { isEmpty ? nil : self }
}

extension Int {
    /// The number; nil for zero, since a template takes a zero for something.
    var unlessZero: Int? { self == 0 ? nil : self }

    /// The number with its thousands apart, as in `31,410`.
    var grouped: String {
        var text = ""
        for (place, digit) in String(magnitude).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + String(text.reversed())
    }

    /// The number with a noun, which takes an `s` unless there is one.
    func counted(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}
