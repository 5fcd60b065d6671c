import PythonPackaging
import Testing

@Suite struct `reading markers` {
    @Test(arguments: [
        ("os_name=='posix'", #"os_name == "posix""#),
        (#"'a"b' in os.name"#, #"'a"b' in os_name"#),
        ("'8' not  in\tplatform.version", #""8" not in platform_version"#),
        ("python_implementation==''", #"platform_python_implementation == """#),
        ("(os_name=='a')", #"os_name == "a""#),
        ("((os_name=='a' or os_name=='b'))", #"os_name == "a" or os_name == "b""#),
        (
            "(os_name=='a'or os_name=='b')and(os_name=='c')",
            #"(os_name == "a" or os_name == "b") and os_name == "c""#
        ),
        (
            "os_name=='a' and os_name=='b' or os_name=='c'",
            #"os_name == "a" and os_name == "b" or os_name == "c""#
        ),
        ("extra == 'Foo__Bar'", #"extra == "foo-bar""#),
        ("'Foo.Bar' in extras", #""foo-bar" in extras"#),
        ("'Foo' not in dependency_groups", #""foo" not in dependency_groups"#),
        ("extra == os_name", "extra == os_name"),
        (" python_version ~= '3.8' ", #"python_version ~= "3.8""#),
        ("'1' === python_version", #""1" === python_version"#),
        ("\"é\" == os_name", "\"é\" == os_name"),
    ])
    func `a marker has one normal text`(text: String, normal: String) throws {
        let marker = try Marker(text)
        #expect(marker.description == normal)
        #expect(marker == (try Marker(normal)))
        #expect(marker.hashValue == (try Marker(normal)).hashValue)
    }

    @Test(arguments: [
        ("", "a variable or a quoted string is expected", 0),
        ("this_is_no_variable >= '1'", "'this_is_no_variable' is not a marker variable", 0),
        ("os_name", "an operator is expected", 7),
        ("os_name == ", "a variable or a quoted string is expected", 11),
        ("os_name == 'a", "no closing quote", 11),
        ("os_name = 'a'", "an operator is expected", 8),
        ("os_name not 'a'", "'in' is expected after 'not'", 12),
        ("os_name notin 'a'", "an operator is expected", 8),
        ("os_name inn 'a'", "an operator is expected", 8),
        ("(os_name == 'a'", "a ')' is expected for the '(' at byte 0", 15),
        ("os_name == 'a')", "'and', 'or' or the end is expected", 14),
        ("os_name == 'a' os_name == 'b'", "'and', 'or' or the end is expected", 15),
        ("os_name == 'a' and", "a variable or a quoted string is expected", 18),
        ("os_name == 'a' andé", "'and', 'or' or the end is expected", 15),
        ("os_name == 'a\\n'", "no backslash", 13),
        ("os_name == 'a\nb'", "no backslash, line break", 13),
        ("os_name == 'a'\n", "'and', 'or' or the end is expected", 14),
        ("os_name == 'a' # b", "'and', 'or' or the end is expected", 15),
        ("python_versio >= '3'", "is not a marker variable", 0),
    ])
    func `what is no marker is refused with reason and place`(
        text: String, reason: String, offset: Int
    ) {
        let error = #expect(throws: Marker.Invalid.self) { try Marker(text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        #expect(error?.offset == offset)
        #expect(error?.description == error?.message)
    }

    @Test func `parentheses may be nested only so deep`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "os_name == 'a'"
                + String(repeating: ")", count: depth)
        }
        let deepest = try Marker(nested(Marker.depthLimit))
        #expect(deepest.description == #"os_name == "a""#)
        for depth in [Marker.depthLimit + 1, 1_000_000] {
            let error = #expect(throws: Marker.Invalid.self) { try Marker(nested(depth)) }
            #expect(error?.message.contains("nested deeper") == true)
        }
    }

    @Test func `groups that stay are nested as deep as they were written`() throws {
        var text = "os_name == \"a\""
        for _ in 0..<Marker.depthLimit { text = "(\(text) and os_name == \"b\")" }
        let marker = try Marker(text)
        #expect(marker.description == String(text.dropFirst().dropLast()))
        #expect(try !marker.evaluate(in: MarkerEnvironment([.osName: .text("a")])))
    }

    @Test func `a marker tells which variables it asks for`() throws {
        let marker = try Marker("os.name == 'a' and ('b' in extras or python_version > '3')")
        #expect(marker.variables == [.osName, .extras, .pythonVersion])
        #expect(marker.variables.filter(\.isSet) == [.extras])
        #expect(marker.variables.filter(\.isVersion) == [.pythonVersion])
    }
}
