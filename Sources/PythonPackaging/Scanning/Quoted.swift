/// A piece of someone else's text as a message shows it: in quotes, on one line, and not too long.
struct Quoted: CustomStringConvertible {
    private static let limit = 120

    let text: String

    init(_ text: String) {
        self.text = text
    }

    var description: String {
        var shown = "'"
        var count = 0
        for scalar in text.unicodeScalars {
            if count == Self.limit { return shown + "…'" }
            count += 1
            if scalar.properties.generalCategory == .control {
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "'"
    }
}
