extension String {
    /// The text as a terminal may show it: what would steer the terminal, or reorder what stands
    /// beside it, is spelled out as `\u{1b}`.
    ///
    /// Paths, search paths and tools' names come from files of strangers, who could otherwise colour
    /// a grade, hide a line or set the window's title.
    var printable: String {
        guard unicodeScalars.contains(where: \.isSteering) else { return self }
        var shown = ""
        for scalar in unicodeScalars {
            if scalar.isSteering {
                shown += #"\u{\#(String(scalar.value, radix: 16))}"#
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is seen by what it does and not by a shape of its own: control characters,
    /// line ends of all kinds, and the marks that turn the direction of writing.
    fileprivate var isSteering: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
