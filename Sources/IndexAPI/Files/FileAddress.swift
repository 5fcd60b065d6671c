import PackageIndex

/// Where files are: `files/<sha256>/<filename>`, so that an address never changes its bytes.
enum FileAddress {
    /// The address below a root such as `../../files` or `https://index.example/files`.
    static func path(of file: PublishedFile, under root: String) -> String {
        "\(root)/\(file.sha256)/\(encoded(file.filename))"
    }

    /// The name, with everything but unreserved characters and `+` percent-encoded.
    static func encoded(_ name: String) -> String {
        guard !name.utf8.allSatisfy(isPlain) else { return name }
        var encoded = ""
        for byte in name.utf8 {
            if isPlain(byte) {
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
}
