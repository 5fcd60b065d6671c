extension MultipartPart {
    /// Reads a part's headers: lines that end with CRLF, without the empty line after them.
    init(headerBlock: [UInt8]) throws(MultipartInvalid) {
        let headers = try Self.headers(in: headerBlock)
        guard let disposition = headers["content-disposition"] else {
            throw MultipartInvalid("a part of the form has no Content-Disposition header")
        }
        // RFC 7578 section 4.7 leaves only what changes nothing.
        if let encoding = headers["content-transfer-encoding"]?.lowercased() {
            guard ["binary", "8bit", "7bit"].contains(encoding) else {
                throw MultipartInvalid(
                    "a part of the form has a Content-Transfer-Encoding; send its bytes as they are"
                )
            }
        }

        let value = try HeaderValue(disposition, of: "Content-Disposition")
        guard value.main == "form-data" else {
            throw MultipartInvalid(
                "a part of the form has a Content-Disposition that is not form-data")
        }
        guard let name = try Self.text(of: "name", in: value) else {
            throw MultipartInvalid("a part of the form has no name")
        }
        guard !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
            throw MultipartInvalid("the name of a part of the form has a control character")
        }
        let fileName = try Self.text(of: "filename", in: value)
        guard fileName?.utf8.contains(0) != true else {
            throw MultipartInvalid("the file name of the part '\(name)' has a NUL character")
        }
        self.init(
            name: name, fileName: fileName, contentType: headers["content-type"])
    }

    private static func headers(in block: [UInt8]) throws(MultipartInvalid) -> [String: String] {
        var headers: [String: String] = [:]
        var rest = block[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\r")) {
            let line = rest[..<end]
            rest = rest[end...].dropFirst(2)
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy(isTokenByte)
            else {
                throw MultipartInvalid("a part of the form has a line that is not a header")
            }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let content = trimmed(line[(colon + 1)...])
            guard let value = String(validating: content, as: UTF8.self),
                !content.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7f })
            else {
                throw MultipartInvalid(
                    "the header '\(name)' of a part of the form is not UTF-8 text")
            }
            guard headers.updateValue(value, forKey: name) == nil else {
                throw MultipartInvalid("a part of the form has the header '\(name)' twice")
            }
        }
        return headers
    }

    /// The parameter's text; its extended form wins where both are given (RFC 6266 section 4.3).
    private static func text(
        of parameter: String, in value: HeaderValue
    ) throws(MultipartInvalid) -> String? {
        guard let extended = value.parameters[parameter + "*"] else {
            return value.parameters[parameter].map(PercentEncoding.undoingBrowserEscapes)
        }
        guard let text = PercentEncoding.extendedValue(extended) else {
            throw MultipartInvalid("Content-Disposition has a '\(parameter)*' that is not UTF-8")
        }
        return text
    }

    /// Whether a byte may stand in a header's name (RFC 9110 section 5.6.2).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        while bytes.last == UInt8(ascii: " ") || bytes.last == UInt8(ascii: "\t") {
            bytes.removeLast()
        }
        return bytes
    }
}
