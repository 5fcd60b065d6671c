import PythonPackaging
import Testing

@Suite struct `matching versions with specifiers` {
    @Test(arguments: [
        // Equality pads with zeros and overlooks a local part that the specifier does not have.
        ("==2", "2.0.0", true), ("==2.0", "2.0+local", true), ("==2.0+local", "2.0", false),
        ("==2.0+local", "2.0+LOCAL", true), ("==2.0", "2.0.post1", false), ("!=2", "2.0", false),
        ("!=2", "2.1", true), ("!=2.0", "2.0+x", false), ("!=2.0+y", "2.0+x", true),
        ("==1!2", "2", false),
        // A prefix looks at epoch and release alone.
        ("==1.1.*", "1.1a1", true), ("==1.1.*", "1.1.5.dev1+l", true), ("==1.1.*", "1.10", false),
        ("==1.1.0.*", "1.1", true), ("==1.*", "1!1.0", false), ("!=1.1.*", "1.1.post1", false),
        ("!=1.1.*", "1.2", true), ("==1.*", "2", false),
        // Inclusive comparisons overlook the local part of the version found.
        ("<=2.0", "2.0+local", true), ("<=2.0", "2.0.post1", false), (">=2.0", "2.0+local", true),
        (">=2.0", "2.0rc1", false), ("<=1.0", "1.0.dev1", true),
        // Exclusive comparisons leave out the pre-releases and post-releases of their version.
        ("<2.0", "2.0a1", false), ("<2.0", "2.0.dev0", false), ("<2.0", "1.9", true),
        ("<2.0rc1", "2.0a1", true), ("<2.0.post1", "2.0", true), ("<2.0.post1", "2.0a1", true),
        ("<2.0.post1", "2.0.post1.dev0", false), ("<2.0.post1", "2.0a1.post1.dev1", true),
        ("<2.0", "2.0.0.dev1", false), ("<1!1", "5", true),
        (">2.0", "2.0.post1", false), (">2.0", "2.0+local", false), (">2.0", "2.0.1", true),
        (">2.0.post1", "2.0.post2", true), (">2.0.post1", "2.0.post1+l", false),
        (">2.0a1", "2.0a1.post1", false), (">2.0a1", "2.0a2", true), (">2.0a1", "2.0", true),
        (">2.0.dev1", "2.0.dev2", true), (">2.0.dev1", "2.0.post1", true),
        (">2.0", "2.0.post1.dev0", false), (">2.0", "2.1.dev0", true),
        // A compatible release begins alike and is no older.
        ("~=1.4", "1.5", true), ("~=1.4", "2.0", false), ("~=1.4", "1.3", false),
        ("~=1.4.5", "1.4.6", true), ("~=1.4.5", "1.5.0", false), ("~=1.4.0", "1.4", true),
        ("~=2.2.post3", "2.2", false), ("~=2.2.post3", "2.3", true), ("~=1.4a1", "1.4", true),
        ("~=1!1.0", "1.5", false), ("~=1.4.5a4", "1.4.5a5", true),
        // Arbitrary equality compares spellings.
        ("===1.0", "1.0", true), ("===1.0", "1.0.0", false), ("===1.0", "v1.0", false),
        ("===1.0A1", "1.0a1", true), ("===foobar", "1.0", false),
    ])
    func `a version satisfies a specifier or it does not`(
        text: String, version: String, expected: Bool
    ) throws {
        #expect(try Specifier(text).contains(Version(version)) == expected)
        #expect(try SpecifierSet(text).contains(Version(version)) == expected)
        #expect(try SpecifierSet(text).contains(spelling: version) == expected)
    }

    @Test func `pre-releases count unless they are ruled out`() throws {
        let prerelease = try Version("2.0a1")
        for set in [try SpecifierSet(">=1"), try SpecifierSet(">=1a1"), SpecifierSet()] {
            #expect(set.contains(prerelease))
            #expect(set.contains(prerelease, prereleases: true))
            #expect(!set.contains(prerelease, prereleases: false))
        }
        #expect(try !Specifier(">=1").contains(prerelease, prereleases: false))
    }

    @Test(arguments: [
        ("===foobar", "FooBar", true), ("===foobar,>=1", "foobar", false), ("", "foobar", true),
        (">=1", "foobar", false), ("===1.0,>=0.9", "1.0", true), ("===É", "é", false),
    ])
    func `a text that is no version satisfies only what compares texts`(
        text: String, candidate: String, expected: Bool
    ) throws {
        #expect(try SpecifierSet(text).contains(spelling: candidate) == expected)
    }

    @Test(arguments: [
        ("", nil, ["1.0", "1.5a1"], ["1.0"]), ("", nil, ["1.5a1"], ["1.5a1"]),
        (">=1", nil, ["0.9", "1.5a1", "1.1"], ["1.1"]), (">=1", nil, ["0.9", "2a1"], ["2a1"]),
        (">=1", true, ["1.5a1", "1.1"], ["1.5a1", "1.1"]), (">=1", false, ["2a1"], []),
        (">=1a1", nil, ["1.5a1", "1.1"], ["1.5a1", "1.1"]),
        (">=1a1", false, ["1.5a1", "1.1"], ["1.1"]), ("!=2a1", nil, ["3a1", "1"], ["1"]),
        ("~=1.0,!=1.1", nil, ["1.2", "1.1", "1.0", "2"], ["1.2", "1.0"]), ("<1", nil, ["1"], []),
    ])
    func `a filter prefers final releases`(
        text: String, prereleases: Bool?, given: [String], left: [String]
    ) throws {
        let set = try SpecifierSet(text)
        let versions = try given.map { try Version($0) }
        #expect(set.filter(versions, prereleases: prereleases).map(\.spelling) == left)
        #expect(set.filter(spellings: given, prereleases: prereleases) == left)
    }

    @Test func `texts that are no versions are neither final nor pre-releases`() throws {
        let set = SpecifierSet()
        #expect(set.filter(spellings: ["1a1", "foo"]) == ["1a1", "foo"])
        #expect(set.filter(spellings: ["1a1", "foo", "1"]) == ["foo", "1"])
        #expect(set.filter(spellings: ["1a1", "foo"], prereleases: false) == ["foo"])
        #expect(try SpecifierSet("===foo").filter(spellings: ["FOO", "1"]) == ["FOO"])
    }
}
