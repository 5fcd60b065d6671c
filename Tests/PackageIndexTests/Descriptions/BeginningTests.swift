import PackageIndex
import Testing

@Suite struct `The beginning of a text` {
    @Test(
        arguments: [
            ("one two three", 13, nil), ("one two three", 12, "one two"),
            ("one two three", 7, "one"), ("one\ntwo", 4, "one"), ("one", 0, ""), ("one", -1, ""),
            // Without blanks, or with the last one far in front.
            ("0123456789", 6, "01234"), ("a 0123456789", 10, "a 0123456"), ("ab", 1, "a"),
            ("もうすぐ", 8, "も"), ("もうすぐ", 9, "もう"), ("も", 2, ""),
            // An accent of its own goes with its letter.
            ("abe\u{301}fgh", 3, "ab"), ("abe\u{301}fgh", 4, "ab"), ("abe\u{301}fgh", 5, "ab"),
            ("abe\u{301}fgh", 6, "abe\u{301}"),
        ] as [(String, Int, String?)])
    func `ends between two words, or else between two characters`(
        text: String, bytes: Int, kept: String?
    ) {
        #expect(text.beginning(bytes: bytes).map { String($0) } == kept)
    }

    @Test func `is never much shorter than its room`() {
        let text = "Title\n" + String(repeating: "0123456789abcdef", count: 10_000)
        #expect(text.beginning(bytes: 100_000)?.utf8.count == 99_999)
    }
}
