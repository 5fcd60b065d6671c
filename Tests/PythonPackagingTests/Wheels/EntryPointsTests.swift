import PythonPackaging
import Testing

@Suite("entry points")
struct EntryPointsTests {
    private func entryPoints(_ text: String) throws -> EntryPoints {
        try EntryPoints(parsing: Array(text.utf8))
    }

    @Test func `groups, names and references are read`() throws {
        let found = try entryPoints(
            """
            # a comment
            [console_scripts]
            foo = foo.cli:main
            Foo-2.x=foo : app.run [extra, other]\r

            ; another
            [pytest11]
            plugin: with colon = foo.plugin
              # a comment in between
              continued
            [empty]
            """)
        #expect(found.entries.map(\.name) == ["foo", "Foo-2.x", "plugin: with colon"])
        #expect(found.entries(in: "console_scripts").count == 2)
        #expect(found.entries(in: "empty").isEmpty)
        let first = found.entries[0]
        #expect(first.group == "console_scripts")
        #expect(first.value == "foo.cli:main")
        #expect(first.reference?.module == "foo.cli")
        #expect(first.reference?.attributes == ["main"])
        #expect(first.reference?.extras == [])
        #expect(found.entries[1].reference?.attributes == ["app", "run"])
        #expect(found.entries[1].reference?.extras == ["extra", "other"])
        #expect(found.entries[2].value == "foo.plugin\ncontinued")
        #expect(found.entries[2].reference == nil)
    }

    @Test(arguments: [
        ("a.b", true), ("a:b", true), ("é:b", true), ("a [x]", true), ("a []", true),
        ("", false), ("a:", false), (":b", false), ("a b", false), ("a:b c", false), ("1a", false),
        ("a..b", false), ("a]", false), ("a [x!]", false), ("a-b:c", false), ("[x]", false),
    ])
    func `a reference is a module and attributes of it`(text: String, isReference: Bool) {
        #expect((ObjectReference(text) != nil) == isReference)
    }

    @Test(arguments: [
        ("a = b\n", 1, "[group] must stand"),
        ("[a]\nb\n", 2, "name = value"),
        ("[a]\nb: c\n", 2, "name = value"),
        ("[a]\n= c\n", 2, "no name"),
        ("[a]\nb = c\nb = d\n", 3, "stands twice"),
        ("[a]\n[b]\n[a]\n", 3, "stands twice"),
        ("[a\n", 1, "not a [group]"),
        ("[]\n", 1, "not a [group]"),
        ("[console_scripts]\na b = c:d\n", 2, "name of a command"),
        ("[gui_scripts]\na = c\n", 2, "must name a function"),
        ("[gui_scripts]\na = c d\n", 2, "must name a function"),
    ])
    func `what breaks the form is refused with line and reason`(
        text: String, line: Int, reason: String
    ) {
        let error = #expect(throws: EntryPoints.Invalid.self) { try entryPoints(text) }
        #expect(error?.line == line)
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `names differ by case`() throws {
        #expect(try entryPoints("[a]\nB = c\nb = c\n").entries.count == 2)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let error = #expect(throws: EntryPoints.Invalid.self) {
            try EntryPoints(parsing: [0xFF])
        }
        #expect(error?.line == nil)
        #expect(error?.message == "entry_points.txt: it is not valid UTF-8")
    }
}
