import PythonPackaging
import Testing

@Suite("lists of files in wheels")
struct WheelRecordTests {
    private func record(_ text: String, limit: Int = 10) throws -> [WheelRecord.Entry] {
        try WheelRecord(parsing: Array(text.utf8), limit: limit).entries
    }

    @Test func `each line has a path, a digest and a size`() throws {
        let entries = try record(
            "a/b.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\r\nRECORD,,\n")
        #expect(entries.map(\.path) == ["a/b.py", "RECORD"])
        #expect(entries[0].algorithm == "sha256")
        #expect(entries[0].digest?.count == 32)
        #expect(entries[0].digest?.prefix(4) == [0xE3, 0xB0, 0xC4, 0x42])
        #expect(entries[0].size == 0)
        #expect(entries[1].algorithm == nil)
        #expect(entries[1].digest == nil)
        #expect(entries[1].size == nil)
    }

    @Test(arguments: [
        ("", []),
        ("\n\r\n\r", []),
        ("a", ["a"]),
        ("a,\nb,,", ["a", "b"]),
        ("\"a,b\",,\n", ["a,b"]),
        ("\"say \"\"hi\"\"\",,\n", ["say \"hi\""]),
        ("\"two\nlines\",,\nb,,\n", ["two\nlines", "b"]),
        ("a\"b,,\n", ["a\"b"]),
        ("é,,\n", ["é"]),
    ])
    func `quotes protect commas, quotes and line ends`(text: String, paths: [String]) throws {
        #expect(try record(text).map(\.path) == paths)
    }

    @Test(arguments: [
        ("a,,,\n", 1, "4 columns"),
        ("a,,\n,,\n", 2, "path is empty"),
        ("a,sha256,1\n", 1, "digest"),
        ("a,=YQ,1\n", 1, "digest"),
        ("a,sha256=,1\n", 1, "digest"),
        ("a,sha256=a,1\n", 1, "digest"),
        ("a,sha256=YR,1\n", 1, "digest"),
        ("a,sha256=YQ===,1\n", 1, "digest"),
        ("a,sha256=Y+Q,1\n", 1, "digest"),
        ("a,,-1\n", 1, "size"),
        ("a,,1.5\n", 1, "size"),
        ("a,,99999999999999999999\n", 1, "size"),
        ("\"a\nb\",,\n\"c,,", 3, "closing quote"),
        ("\"a\"b,,\n", 1, "comma"),
    ])
    func `a line that breaks the form is named`(text: String, line: Int, reason: String) {
        let error = #expect(throws: WheelRecord.Invalid.self) { try record(text) }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `padding is tolerated`() throws {
        #expect(try record("a,md5=YQ==,\n")[0].digest == [0x61])
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: WheelRecord.Invalid.self) { try WheelRecord(parsing: [0x61, 0xFF, 0x2C]) }
    }

    @Test func `the number of files is bounded`() throws {
        #expect(try record("a\nb\n", limit: 2).count == 2)
        #expect(throws: WheelRecord.Invalid.self) { try record("a\nb\nc\n", limit: 2) }
    }
}
