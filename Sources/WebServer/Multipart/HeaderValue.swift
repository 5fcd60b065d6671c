/// A header's value with parameters: `form-data; name="content"; filename=a.whl`.
struct HeaderValue: Sendable, Equatable {
    /// What stands before the first semicolon, in lower case.
    let main: String
    /// The parameters by their lower-case names; none is there twice.
    let parameters: [String: String]

    /// Takes a value apart; `header` names it in errors.
    ///
    /// In quotes `\"` and `\\` stand for a quote and a backslash; any other backslash is itself,
    /// since browsers put Windows paths there as they are.
    init(_ text: String, of header: String) throws(MultipartInvalid) {
        var scanner = Scanner(bytes: Array(text.utf8))
        main = scanner.take { $0 != UInt8(ascii: ";") }.lowercased()

        var parameters: [String: String] = [:]
        while scanner.skip(UInt8(ascii: ";")) {
            scanner.skipSpace()
            // Some clients end the value with a semicolon.
            if scanner.isAtEnd { break }
            let name = scanner.take {
                $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";")
            }.lowercased()
            guard !name.isEmpty, scanner.skip(UInt8(ascii: "=")), let value = scanner.value() else {
                throw MultipartInvalid("\(header) has a broken parameter")
            }
            guard parameters.updateValue(value, forKey: name) == nil else {
                throw MultipartInvalid("\(header) has a parameter twice")
            }
        }
        guard scanner.isAtEnd else {
            throw MultipartInvalid("\(header) has a parameter that does not end")
        }
        self.parameters = parameters
    }
}

private struct Scanner {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    /// The text up to the first byte that does not fit, without the space around it.
    mutating func take(while fits: (UInt8) -> Bool) -> String {
        skipSpace()
        let start = position
        while position < bytes.count, fits(bytes[position]) { position += 1 }
        var end = position
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A parameter's value, quoted or plain; nil when it is broken.
    mutating func value() -> String? {
        skipSpace()
        guard skip(UInt8(ascii: "\"")) else {
            let value = take { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") }
            return value.isEmpty ? nil : value
        }
        var value: [UInt8] = []
        while position < bytes.count {
            var byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                skipSpace()
                return String(decoding: value, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), position < bytes.count,
                bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "\\")
            {
                byte = bytes[position]
                position += 1
            }
            value.append(byte)
        }
        return nil
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
