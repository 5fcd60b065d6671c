/// JSON, written by hand where speed counts.
package enum JSONText {
    /// The text as a JSON string, in UTF-8 and with nothing escaped that needs not be.
    package static func quoted(_ text: String) -> String {
        var quoted = "\""
        quoted.append(contentsOf: escaped(text))
        quoted.append("\"")
        return quoted
    }

    /// The text as a JSON string, or `null`.
    package static func quoted(_ text: String?) -> String {
        text.map { quoted($0) } ?? "null"
    }

    /// A JSON array of strings.
    package static func array(_ texts: some Sequence<String>) -> String {
        "[" + texts.map { quoted($0) }.joined(separator: ",") + "]"
    }

    /// A JSON array of strings, or `null` for none.
    package static func arrayOrNull(_ texts: [String]) -> String {
        texts.isEmpty ? "null" : array(texts)
    }

    /// A JSON array of values that are JSON already.
    package static func list(_ values: [String]) -> String {
        "[" + values.joined(separator: ",") + "]"
    }

    /// A JSON object of values that are JSON already, in the order given.
    package static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { quoted($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F })
        else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
