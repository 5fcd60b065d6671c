import Foundation

/// Header text beyond ASCII, by RFC 2047.
enum EncodedWord {
    /// A header's text: as it is where it is short and plain, encoded otherwise; control
    /// characters become spaces before that, so that none begins another header.
    static func header(_ text: String) -> String {
        let text = cleaned(text)
        let isPlain =
            text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && text.utf8.count <= 66
            && !text.contains("=?")
        return isPlain ? text : encode(text)
    }

    /// Words of at most 75 characters on lines of their own, no character cut in two.
    static func encode(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in cleaned(text).unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // The header's name stands before the first word, on the same line.
            if piece.count + bytes.count > (words.isEmpty ? shortPiece : longestPiece) {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        words.append(word(piece))
        return words.joined(separator: "\r\n ")
    }

    /// 45 bytes are 60 characters of Base64, with 12 around them.
    private static let longestPiece = 45
    private static let shortPiece = 36

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }

    private static func cleaned(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result.unicodeScalars.append(" ")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
