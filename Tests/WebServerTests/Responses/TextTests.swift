import CheeseboardTesting
import Foundation
import PackageIndex
import Testing
import WebServer

@Suite struct `Texts written by hand` {
    /// Texts of the characters that writers get wrong, the same on each run.
    private static func seededTexts(_ count: Int) -> [String] {
        var random = SeededRandom(seed: 20_260_601)
        let telling: [Unicode.Scalar] = [
            "\0", "\u{1}", "\u{8}", "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{1F}", " ", "\"", "&",
            "'", "/", "<", ">", "\\", "\u{7F}", "\u{80}", "\u{A0}", "é", "\u{301}", "\u{2028}",
            "\u{2029}", "\u{FFFD}", "\u{FFFF}", "😀", "\u{200D}", "\u{10FFFF}",
        ]
        return (0..<count).map { _ in
            var text = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                if Bool.random(using: &random) {
                    text.unicodeScalars.append(telling.randomElement(using: &random) ?? " ")
                } else {
                    let value = UInt32.random(in: 0...0x10FFFF, using: &random)
                    text.unicodeScalars.append(Unicode.Scalar(value) ?? "x")
                }
            }
            return text
        }
    }

    @Test func `Foundation reads back every JSON string`() throws {
        let texts = Self.seededTexts(10_000)
        let json = Data(JSONText.array(texts).utf8)
        let read = try #require(JSONSerialization.jsonObject(with: json) as? [String])
        #expect(read.count == texts.count)
        let differing = zip(texts, read).filter { given, back in
            // Foundation drops every byte order mark, wherever it stands.
            !given.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(back.unicodeScalars)
        }
        #expect(differing.isEmpty)
    }

    @Test func `JSON escapes what it must and nothing else`() {
        #expect(
            JSONText.quoted("a\"b\\c\n\r\t\u{1}\u{7F}é😀/") == #""a\"b\\c\n\r\t\u0001\u007fé😀/""#)
        #expect(JSONText.quoted(nil) == "null")
        #expect(JSONText.arrayOrNull([]) == "null")
        #expect(JSONText.arrayOrNull(["a"]) == #"["a"]"#)
        #expect(JSONText.list(["1", "{}"]) == "[1,{}]")
        #expect(JSONText.object([("a\"", "1"), ("b", "null")]) == #"{"a\"":1,"b":null}"#)
    }

    @Test func `escaped HTML has no special character left and reads back`() {
        for text in Self.seededTexts(10_000) {
            let escaped = HTMLText.escaped(text)
            #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
            var back = escaped
            for (entity, character) in [
                ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&"),
            ] {
                back = back.replacingOccurrences(of: entity, with: character, options: .literal)
            }
            #expect(back.unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }
}
