/// Text from outside, made fit to stand in a message.
package enum Shown {
    /// The text on one line without control characters, its middle left out where it is longer than
    /// `limit` Unicode scalars.
    package static func short(_ text: String, limit: Int = 60) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return cleaned(scalars[...]) }
        return cleaned(scalars.prefix(limit / 2)) + "…" + cleaned(scalars.suffix(limit / 2))
    }

    private static func cleaned(_ scalars: String.UnicodeScalarView.SubSequence) -> String {
        var text = ""
        for scalar in scalars {
            text.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
        }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
