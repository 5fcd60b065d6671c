/// The percent signs that clients put into addresses, and into the names and values of forms.
package enum PercentEncoding {
    /// Reads a query, or a form in `application/x-www-form-urlencoded`; nil where it is broken or not
    /// UTF-8.
    package static func formFields(
        _ bytes: some Collection<UInt8>
    ) -> [(name: String, value: String)]? {
        var fields: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = formText(halves[0]),
                let value = formText(halves[1])
            else { return nil }
            fields.append((name, value))
        }
        return fields
    }

    /// A name or a value, in which a plus sign means a space.
    private static func formText(_ bytes: some Collection<UInt8>) -> String? {
        text(bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }) { _ in true }
    }

    /// Undoes every escape; nil where one is broken, stands for a byte that does not fit, or what
    /// comes out is not UTF-8.
    static func text(
        _ bytes: some Collection<UInt8>, where fits: (UInt8) -> Bool
    ) -> String? {
        let (plain, isComplete) = decoded(bytes, where: fits)
        return isComplete ? String(validating: plain, as: UTF8.self) : nil
    }

    /// Undoes the three escapes that browsers use for a quoted name, and no other.
    ///
    /// They are `%22`, `%0D` and `%0A` (HTML standard, "multipart/form-data encoding algorithm"). A
    /// browser leaves a percent sign of the name as it is, so that other escapes may be the name's
    /// own text.
    static func undoingBrowserEscapes(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        return String(
            decoding: decoded(text.utf8) { [0x22, 0x0d, 0x0a].contains($0) }.bytes, as: UTF8.self)
    }

    /// Reads `UTF-8'language'text` as in RFC 8187 section 3.2; nil when it is broken.
    static func extendedValue(_ text: String) -> String? {
        let parts = text.split(
            separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return Self.text(parts[2].utf8) { _ in true }
    }

    /// A text as one step of a path: everything but unreserved characters and `+` escaped.
    package static func step(_ text: String) -> String { escaped(text, leaving: isPlain) }

    /// A text as the name or the value of a field in a query, where a plus sign would mean a space.
    package static func field(_ text: String) -> String {
        escaped(text) { isPlain($0) && $0 != UInt8(ascii: "+") }
    }

    private static func escaped(_ text: String, leaving isLeft: (UInt8) -> Bool) -> String {
        guard !text.utf8.allSatisfy(isLeft) else { return text }
        var encoded = ""
        for byte in text.utf8 {
            if isLeft(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x7E, 0x21: true
        default: false
        }
    }

    /// Undoes the escapes of the bytes that `fits` accepts; the others stay as they are written.
    private static func decoded(
        _ text: some Collection<UInt8>, where fits: (UInt8) -> Bool
    ) -> (bytes: [UInt8], isComplete: Bool) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var isComplete = true
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap(hexadecimal)
            if digits.count == 2, fits(digits[0] << 4 | digits[1]) {
                bytes.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
                isComplete = false
            }
        }
        return (bytes, isComplete)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
