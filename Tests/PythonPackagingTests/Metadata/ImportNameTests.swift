import PythonPackaging
import Testing

@Suite("names to import")
struct ImportNameTests {
    @Test(arguments: [
        ("a", "a", false), ("a.b_c", "a.b_c", false), ("é.x1", "é.x1", false),
        ("_a ; private", "_a", true), ("_a;private", "_a", true), ("_a ;\tprivate", "_a", true),
    ])
    func `a dotted name may be private`(text: String, name: String, isPrivate: Bool) throws {
        let found = try ImportName(text)
        #expect(found.name == name)
        #expect(found.isPrivate == isPrivate)
        #expect(found.description == (isPrivate ? "\(name) ; private" : name))
    }

    @Test(arguments: [
        "", ".a", "a.", "a..b", "1a", "a b", "a-b", "class", "a.None", "a;", "a; public",
        "a; private ", " a",
    ])
    func `anything else cannot be imported`(text: String) {
        let error = #expect(throws: ImportName.Invalid.self) { try ImportName(text) }
        #expect(error?.description.isEmpty == false)
    }
}
