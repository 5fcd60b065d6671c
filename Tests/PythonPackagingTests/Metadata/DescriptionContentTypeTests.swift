import PythonPackaging
import Testing

@Suite("types of descriptions")
struct DescriptionContentTypeTests {
    @Test(arguments: [
        ("text/plain", DescriptionContentType.Markup.plain),
        ("text/x-rst", .reStructuredText),
        ("Text/Markdown", .markdown),
        (" text/plain ", .plain),
        ("text/plain;", .plain),
        ("text/plain; charset=utf-8", .plain),
        ("text/plain; charset=\"UTF-8\"", .plain),
        ("text/plain;charset = UTF-8\t;\tfoo=bar", .plain),
        ("text/plain; (a (nested) comment) charset (x) = (y\\)) UTF-8 (z)", .plain),
        ("text/plain; a=\"q\\\"uo;te\"; b=a%20", .plain),
        ("text/plain; variant=other", .plain),
        ("text/plain; é=é", .plain),
    ])
    func `a type has a markup`(text: String, markup: DescriptionContentType.Markup) throws {
        let type = try DescriptionContentType(text)
        #expect(type.markup == markup)
        #expect(type.description == text)
    }

    @Test(arguments: [
        ("text/markdown", DescriptionContentType.Variant.gitHub),
        ("text/markdown; variant=GFM", .gitHub),
        ("text/markdown; VARIANT=CommonMark; charset=UTF-8", .commonMark),
    ])
    func `Markdown has variants`(
        text: String, variant: DescriptionContentType.Variant
    ) throws {
        #expect(try DescriptionContentType(text).variant == variant)
    }

    @Test(arguments: [
        ("", "does not look like"), ("text", "does not look like"), ("text/", "does not look like"),
        ("/plain", "does not look like"), ("text / plain", "does not look like"),
        ("text/html", "use text/plain"), ("text/plain, text/x-rst", "may follow"),
        ("text/plain charset=utf-8", "may follow"), ("text/plain (comment)", "may follow"),
        ("text/plain;;", "name of a parameter"), ("text/plain; =x", "name of a parameter"),
        ("text/plain; charset", "has no value"), ("text/plain; charset=", "has no value"),
        ("text/plain; charset='UTF-8'", "has no value"), ("text/plain; x*=a", "has no value"),
        ("text/plain; a=\"b", "not closed"), ("text/plain; a=\"b\u{7F}\"", "not closed"),
        ("text/plain; a=b (c", "comment is not closed"), ("text/plain; a=b c", "may follow"),
        ("text/plain; a=1; A=2", "stands twice"), ("text/plain; charset=latin-1", "only be UTF-8"),
        ("text/markdown; variant=gfm", "not a variant"), ("text/plain\n", "may follow"),
    ])
    func `anything else is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: DescriptionContentType.Invalid.self) {
            try DescriptionContentType(text)
        }
        #expect(error?.description.contains(reason) == true)
    }
}
