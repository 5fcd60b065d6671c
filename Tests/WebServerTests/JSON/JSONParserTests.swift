import Testing
import WebServer

@Suite struct `Strict JSON` {
    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("[]", "[]"), ("{}", "{}"), ("-0", "0"),
        ("[1, 2.5,\n-3e1]", "[1,2.5,-30]"), (#"{"a":{"b":[null]}}"#, #"{"a":{"b":[null]}}"#),
        (#""\u0041\n\\\/ü""#, #""A\n\\/ü""#), (#""\ud83e\uddc0""#, "\"🧀\""),
        ("1.0", "1"), ("1e400", "1e400"), ("123456789012345678901", "123456789012345678901"),
    ])
    func `a value is read and written`(_ text: String, _ written: String) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).text == written)
    }

    @Test(arguments: [
        ("", JSONFault.Reason.cutOff), ("[1", .cutOff), (#"{"a""#, .cutOff), ("[1,]", .unexpected),
        ("{a:1}", .unexpected), ("nul", .unexpected), ("1 2", .trailing), ("01", .number),
        ("-", .number), ("1.", .number), ("1e", .number), (#""\x""#, .escape),
        (#""\ud800""#, .escape), (#""\udc00""#, .escape), (#""\ud800\u0041""#, .escape),
        (#""\u0000""#, .nul), ("\"\n\"", .control), (#"{"a":1,"a":2}"#, .duplicate),
        (#"{"a":1,"\u0061":2}"#, .duplicate), ("NaN", .unexpected), ("'a'", .unexpected),
        ("\u{FEFF}1", .unexpected),
    ])
    func `what is not JSON is refused with its place`(
        _ text: String, _ reason: JSONFault.Reason
    ) {
        let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(fault?.reason == reason, "\(text)")
        #expect((0...text.utf8.count).contains(fault?.offset ?? -1))
    }

    @Test func `what is not UTF-8 is refused`() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC3]] {
            let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(bytes) }
            #expect(fault?.reason == .encoding)
        }
    }

    @Test func `nesting is bounded`() throws {
        let deep = { (depth: Int) in
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONParser.parse(deep(16))
        for depth in [17, 100_000] {
            let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(deep(depth)) }
            #expect(fault?.reason == .depth)
        }
    }

    @Test func `every beginning of a text and every changed byte is read or refused`() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",null,true],"b":{"c":"🧀"}}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text[..<length])) }
        }
        for place in text.indices {
            for byte in [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0x80, 0xFF] as [UInt8] {
                var changed = text
                changed[place] = byte
                _ = try? JSONParser.parse(changed)
            }
        }
    }
}
