/// Text from outside, made fit to stand in a message.
package enum Shown {
    /// The text on one line without control characters, its middle left out where it is long.
    package static func short(_ text: String, limit: Int = 60) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(4 * limit + 4) {
            shown.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
        }
        guard shown.count > limit else { return shown }
        return shown.prefix(limit / 2) + "…" + shown.suffix(limit / 2)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
