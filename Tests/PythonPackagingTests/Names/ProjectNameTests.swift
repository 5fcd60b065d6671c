import PythonPackaging
import Testing

@Suite struct `names of projects` {
    @Test(arguments: [
        ("foo", "foo"), ("Foo._Bar", "foo-bar"), ("a--b__c..d", "a-b-c-d"), ("X", "x"), ("0", "0"),
        ("zope.interface", "zope-interface"), ("PyYAML", "pyyaml"),
    ])
    func `a name is compared in lower case with single hyphens`(
        spelling: String, normalized: String
    ) throws {
        let name = try ProjectName(spelling)
        #expect(name.normalized == normalized)
        #expect(name.spelling == spelling)
        #expect(name.description == spelling)
        #expect(name == (try ProjectName(normalized)))
        #expect(name.hashValue == (try ProjectName(normalized)).hashValue)
    }

    @Test(arguments: [
        ("", 0), ("-foo", 0), ("foo_", 3), (".", 0), ("foo bar", 3), ("foo\n", 3), ("é", 0),
        ("a/b", 1), ("a\u{0}", 1),
    ])
    func `a name has ASCII letters and digits at both ends and separators between`(
        text: String, offset: Int
    ) {
        let error = #expect(throws: ProjectName.Invalid.self) { try ProjectName(text) }
        #expect(error?.offset == offset)
        #expect(error?.message.isEmpty == false)
        #expect(error?.description == error?.message)
    }

    @Test func `a message shows control characters by their number and long names in part`() {
        let control = #expect(throws: ProjectName.Invalid.self) { try ProjectName("a\nb") }
        #expect(control?.message.contains("'a\\u{a}b'") == true)
        let long = #expect(throws: ProjectName.Invalid.self) {
            try ProjectName(String(repeating: "x", count: 500) + "!")
        }
        #expect(long?.message.utf8.count ?? 0 < 300)
    }

    @Test(arguments: [("1l-I.0o", "11100"), ("Lib_oil", "11b011"), ("pi1low", "p1110w")])
    func `names that look alike have the same key`(spelling: String, key: String) throws {
        let name = try ProjectName(spelling)
        #expect(name.ultranormalized == key)
    }

    @Test func `file names hold the name with underscores`() throws {
        #expect(try ProjectName("Foo.Bar-baz").distributionForm == "foo_bar_baz")
    }

    @Test func `names sort by their normal form`() throws {
        let names = try ["b", "A-b", "a.a", "C"].map { try ProjectName($0) }
        #expect(names.sorted().map(\.spelling) == ["a.a", "A-b", "b", "C"])
    }

    @Test(arguments: [
        ("-Foo-", "-foo-"), ("É_X", "é-x"), ("", ""), ("İ", "i\u{307}"), ("a.-_b", "a-b"),
    ])
    func `any text can be normalised without being checked`(text: String, normalized: String) {
        #expect(ProjectName.normalize(text) == normalized)
    }

    @Test(arguments: [
        ("foo-bar", true), ("f", true), ("0", true), ("Foo", false), ("-foo", false),
        ("foo-", false), ("foo--bar", false), ("foo_bar", false), ("", false), ("é", false),
    ])
    func `a text is a normalised name or it is not`(text: String, expected: Bool) {
        #expect(ProjectName.isNormalized(text) == expected)
    }
}
