import PythonPackaging
import Testing

@Suite struct `the texts of versions` {
    @Test(arguments: [
        ("1.0dev", "1.0.dev0"), ("1.0.dev-1", "1.0.dev1"), ("1.0DEV", "1.0.dev0"),
        ("1.0-a", "1.0a0"), ("1.0_alpha.1", "1.0a1"), ("1.0BETA2", "1.0b2"), ("1.0c", "1.0rc0"),
        ("1.0preview3", "1.0rc3"), ("1.0-pre", "1.0rc0"), ("1.0r4", "1.0.post4"),
        ("1.0-rev", "1.0.post0"), ("1.0_post_7", "1.0.post7"), ("1.0-5", "1.0.post5"),
        ("v1.0", "1.0"), ("V01.007", "1.7"), ("1.0+Ubuntu-1_x", "1.0+ubuntu.1.x"),
        ("1.0+0010", "1.0+10"), ("1.0+foo0100", "1.0+foo0100"), ("007!1", "7!1"), ("0!1", "1"),
        (" 1.0\r\n", "1.0"), ("\u{a0}1.0\u{2003}", "1.0"), ("\u{1c}1.0\u{3000}", "1.0"),
        ("\u{85}1\u{205f}", "1"), ("\u{1680}1\u{2028}", "1"), ("1.0.0.0", "1.0.0.0"),
        ("1.0a.post.dev", "1.0a0.post0.dev0"), ("1.0a-", "1.0a0"), ("1.0a--1", "1.0a0.post1"),
        ("1.0.post-", "1.0.post0"),
        ("20260812.184467440737095516159", "20260812.184467440737095516159"),
    ])
    func `each spelling has one normal form`(text: String, normalized: String) throws {
        let version = try Version(text)
        #expect(version.normalized == normalized)
        #expect(version.description == normalized)
        #expect(version.spelling == text)
        #expect(try Version(normalized).normalized == normalized)
    }

    @Test(arguments: [
        ("", 0), (" ", 1), ("french toast", 0), ("1.", 1), ("1..2", 1), (".1", 0), ("1.0-", 3),
        ("1.0+", 3), ("1.0+a.", 5), ("1.0+_foobar", 3), ("1.0+1+1", 5), ("1.0 a", 3), ("v", 1),
        ("1!", 2), ("1!v2", 2), ("1.0.*", 3), ("1.0alphax", 8), ("1.0.١", 3), ("1.0é", 3),
        ("1.0+é", 3), ("a1.0", 0), ("1,0", 1), ("1.0\u{0}", 3), ("1.0dev1a2", 7), ("--1", 0),
    ])
    func `what is no version is refused where it stops being one`(text: String, offset: Int) {
        let error = #expect(throws: Version.Invalid.self) { try Version(text) }
        #expect(error?.offset == offset)
        #expect(error?.description.contains("is not a valid version") == true)
    }

    @Test(arguments: [
        ("1.0.0.post1", "1.post1"), ("0.0.0", "0"), ("1!1.0a1.dev0+l.1", "1!1a1.dev0+l.1"),
        ("10.0.10.0", "10.0.10"), ("1.4.0.0", "1.4"),
    ])
    func `the canonical form has no zeros at the end of the release`(
        text: String, canonical: String
    ) throws {
        #expect(try Version(text).canonical == canonical)
    }

    @Test func `a version tells its parts`() throws {
        let version = try Version("1!2.03.0RC4.post5.dev6+Local.07")
        #expect(version.epoch == VersionNumber(1))
        #expect(version.release.map(\.description) == ["2", "3", "0"])
        #expect(version.prerelease?.stage == .candidate)
        #expect(version.prerelease?.number.value == 4)
        #expect(version.postrelease?.value == 5)
        #expect(version.development?.value == 6)
        #expect(version.local == "local.7")
        #expect(version.publicVersion == "1!2.3.0rc4.post5.dev6")
        #expect(version.baseVersion == "1!2.3.0")
    }

    @Test(arguments: [
        ("1.0", false, false, false), ("1.0a1", true, false, false),
        ("1.0.dev0", true, false, true), ("1.0.post0", false, true, false),
        ("1.0.post0.dev1", true, true, true), ("1.0+local", false, false, false),
    ])
    func `pre-releases, post-releases and development releases are told apart`(
        text: String, prerelease: Bool, postrelease: Bool, development: Bool
    ) throws {
        let version = try Version(text)
        #expect(version.isPrerelease == prerelease)
        #expect(version.isPostrelease == postrelease)
        #expect(version.isDevelopmentRelease == development)
        #expect((version.local != nil) == text.contains("+"))
    }

    @Test func `a version of a million digits is read and compared`() throws {
        let digits = String(repeating: "9", count: 1_000_000)
        let version = try Version(digits)
        #expect(version.release[0].value == nil)
        #expect(version < (try Version("1" + digits)))
    }
}
