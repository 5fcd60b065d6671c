import PythonPackaging
import Testing

@Suite("file names of wheels")
struct WheelFilenameTests {
    @Test func `each part is read as it is written and as it is meant`() throws {
        let wheel = try WheelFilename("Foo.Bar_baz-1.0.0-007x-py2.py3-None-any.Win32.whl")
        #expect(wheel.text == "Foo.Bar_baz-1.0.0-007x-py2.py3-None-any.Win32.whl")
        #expect(wheel.name.normalized == "foo-bar-baz")
        #expect(wheel.nameAsWritten == "Foo.Bar_baz")
        #expect(try wheel.version == Version("1"))
        #expect(wheel.versionAsWritten == "1.0.0")
        #expect(wheel.build?.number.value == 7)
        #expect(wheel.build?.suffix == "x")
        #expect(wheel.pythonTag == "py2.py3")
        #expect(wheel.abiTag == "None")
        #expect(wheel.platformTag == "any.Win32")
        #expect(wheel.platforms == ["any", "win32"])
        #expect(wheel.tags.count == 4)
        #expect(wheel.distInfoFolder == "Foo.Bar_baz-1.0.0.dist-info")
    }

    @Test func `a wheel need not have a build tag`() throws {
        let wheel = try WheelFilename("foo-1.0-py3-none-any.whl")
        #expect(wheel.build == nil)
        #expect(wheel.tags.map(\.description) == ["py3-none-any"])
    }

    @Test(arguments: [
        ("foo-1.0.whl", "parts"),
        ("foo-1.0-py3-none-any.wheel", ".whl"),
        ("foo-1.0-py3-none-any.WHL", ".whl"),
        ("foo__bar-1.0-py3-none-any.whl", "does not name a project"),
        ("foo\n-1.0-py3-none-any.whl", "does not name a project"),
        ("foo#bar-1.0-py3-none-any.whl", "does not name a project"),
        ("-1.0-py3-none-any.whl", "does not name a project"),
        ("_foo-1.0-py3-none-any.whl", "start and end"),
        ("foo_bár-1.0-py3-none-any.whl", "ASCII"),
        ("foobar-1.x-py3-none-any.whl", "not a valid version"),
        ("foo-1.0-abc-py3-none-any.whl", "digit"),
        ("foo-1.0-200-py3-none-any-junk.whl", "parts"),
        ("foo-1.0--none-any.whl", "empty"),
        ("foo-1.0-py3-none-.whl", "empty"),
        ("foo-1.0-py3.-none-any.whl", "empty"),
        ("playlyfe-0.1.1-2.7.6-none-any.whl", "Python"),
        ("", ".whl"),
    ])
    func `a text that breaks the form is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: WheelFilename.Invalid.self) { try WheelFilename(text) }
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `the parts take names that no project may have`() throws {
        let parts = try WheelFilenameParts("foo_bár-1.0-1000-py3-none-any.whl")
        #expect(parts.name == "foo_bár")
        #expect(parts.build == BuildTag("1000"))
    }

    @Test func `build tags compare by number and then by suffix`() throws {
        let texts = ["2", "10", "10a", "10b", "123456789012345678901234567890"]
        let tags = texts.compactMap(BuildTag.init)
        #expect(tags.reversed().sorted().map(\.text) == texts)
        #expect(tags.map(\.description) == texts)
        #expect(BuildTag("01a") == BuildTag("1a"))
        #expect(Set([BuildTag("01a"), BuildTag("1a"), BuildTag("1b")]).count == 2)
        #expect(BuildTag("a1") == nil)
        #expect(BuildTag("") == nil)
    }

    @Test func `an accent behind a dash hides no dash`() {
        #expect(throws: WheelFilename.Invalid.self) {
            try WheelFilename("foo-1.0-py3-none-\u{301}any-x.whl")
        }
    }
}
