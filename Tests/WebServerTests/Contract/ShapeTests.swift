import PackageIndex
import Testing
import WebServer

@Suite struct `Shapes of values` {
    private let shape: Shape = .object([
        .required("names", .list(.text(.projectName), 1...2, isSet: true), "Names."),
        .optional("reason", .optional(.text(.words(upTo: 5))), "Words."),
        .optional("count", .integer(1...9), "A number."),
        .optional("flag", .boolean, "Yes or no."),
    ])

    @Test(arguments: [
        #"{"names":["a"]}"#, #"{"names":["a","b"],"reason":null,"count":9,"flag":false}"#,
        #"{"names":["A.b"],"reason":"ü 🧀 x"}"#, #"{"names":["a"],"count":1.0}"#,
    ])
    func `a value of the shape passes`(_ text: String) throws {
        try shape.check(try JSONParser.parse(Array(text.utf8)))
    }

    @Test(arguments: [
        ("[]", "The body: an object is expected, not an array."),
        ("{}", "/names: it is missing."),
        (#"{"names":[]}"#, "/names: there have to be 1 to 2 items."),
        (#"{"names":["a","a"]}"#, "/names/1: it is there twice."),
        (#"{"names":["a",1]}"#, "/names/1: a string is expected, not an integer."),
        (#"{"names":["a"],"nmaes":1}"#, "/nmaes: there is no such member."),
        (#"{"names":["a"],"x/~y":1}"#, "/x~1~0y: there is no such member."),
        (#"{"names":["a"],"count":0}"#, "/count: a number from 1 to 9 is expected."),
        (#"{"names":["a"],"count":1.5}"#, "/count: an integer is expected, not a number."),
        (#"{"names":["a"],"count":true}"#, "/count: an integer is expected, not a boolean."),
        (#"{"names":["a"],"flag":null}"#, "/flag: a boolean is expected, not null."),
    ])
    func `another value is refused with its place`(_ text: String, _ message: String) throws {
        let value = try JSONParser.parse(Array(text.utf8))
        let refusal = #expect(throws: Refusal.self) { try shape.check(value) }
        #expect(refusal?.code == .bodyInvalid)
        #expect(refusal?.message == message)
    }

    @Test(arguments: ["-a", "a-", "", "a b", "ä", "a\n"])
    func `a text that breaks its pattern is refused`(_ text: String) {
        #expect(throws: Refusal.self) { try Shape.text(.projectName).check(.string(text)) }
    }

    @Test func `words have no characters that steer a page`() throws {
        let words = Shape.text(.words(upTo: 20))
        try words.check("Broken on 3.9 – ü 🧀")
        for text in ["a\nb", "a\u{7F}", "a\u{AD}b", "a\u{202E}b", "a\u{FEFF}", "\u{E0020}"] {
            #expect(throws: Refusal.self) { try words.check(.string(text)) }
        }
        for text in ["", " a", "a\u{A0}", "a\tb"] {
            #expect(throws: Refusal.self) { try Shape.text(.label).check(.string(text)) }
        }
    }
}
