/// A request's path, taken apart and percent-decoded step by step.
///
/// A `+` stands for itself. An encoded slash, a NUL, an empty step or one of `.` and `..` make it
/// an address that nothing has.
struct Address {
    let steps: [String]
    let endsInSlash: Bool

    init?(_ path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 4096 else { return nil }
        endsInSlash = bytes.last == UInt8(ascii: "/")
        let inner = bytes.dropFirst().dropLast(endsInSlash && bytes.count > 1 ? 1 : 0)
        guard !inner.isEmpty || bytes.count == 1 else { return nil }
        var steps: [String] = []
        if !inner.isEmpty {
            for step in inner.split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            {
                guard let text = Self.decode(step), text != ".", text != ".." else { return nil }
                steps.append(text)
            }
        }
        self.steps = steps
    }

    private static func decode(_ step: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(step.count)
        var position = step.startIndex
        while position < step.endIndex {
            var byte = step[position]
            if byte == UInt8(ascii: "%") {
                guard position + 2 < step.endIndex,
                    let high = hexadecimal(step[position + 1]),
                    let low = hexadecimal(step[position + 2])
                else { return nil }
                byte = high << 4 | low
                position += 2
                guard byte != UInt8(ascii: "/"), byte != 0 else { return nil }
            }
            decoded.append(byte)
            position += 1
        }
        guard !decoded.isEmpty else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
