import PythonPackaging
import Testing

@Suite struct `evaluating markers` {
    static let environment = MarkerEnvironment([
        .osName: .text("posix"), .sysPlatform: .text("linux"), .platformMachine: .text("x86_64"),
        .platformRelease: .text("6.1.0-13-amd64"), .platformVersion: .text("#1 SMP"),
        .pythonVersion: .text("3.14"), .pythonFullVersion: .text("3.14.0a2"),
        .implementationVersion: .text("3.14.0a2"), .extra: .text("Foo_Bar"),
        .extras: .names(["Foo_Bar", "toml"]), .dependencyGroups: .names([]),
    ])

    @Test(arguments: [
        // Versions compare as versions; a pre-release of Python counts.
        ("python_version >= '3.9'", true), ("'3.9' <= python_version", true),
        ("python_version < '3.9'", false), ("python_version ~= '3.10'", true),
        ("python_version == '3.*'", true), ("python_full_version < '3.14'", false),
        ("python_full_version > '3.13'", true), ("python_version === '3.14'", true),
        ("implementation_version != '3.14'", true),
        // What is no version, or no specifier, compares as text.
        ("platform_release >= '6'", false), ("platform_release == '6.1.0-13-amd64'", true),
        ("python_version in '3.13 3.14'", true), ("'3.1' in python_version", true),
        ("python_version not in '3.13, 3.15'", true), ("python_version > 'three'", false),
        // Texts have no order.
        ("os_name == 'posix'", true), ("os_name != 'posix'", false), ("os_name < 'q'", false),
        ("os_name > 'a'", false), ("os_name >= 'posix'", true), ("os_name <= 'q'", false),
        ("'lin' in sys_platform", true), ("'win' not in sys_platform", true),
        ("'much longer than the value' in sys_platform", false), ("'' in os_name", true),
        // Names compare in their normal form.
        ("extra == 'foo.bar'", true), ("'FOO-BAR' == extra", true), ("extra != 'foo-bar'", false),
        ("'foo-bar' in extras", true), ("'TOML' in extras", true), ("'x' not in extras", true),
        ("'x' in dependency_groups", false), ("'toml' == extras", false),
        ("'toml' != extras", true), ("'toml' <= extras", false), ("'toml' > extras", false),
        // `and` binds tighter than `or`.
        ("os_name == 'nt' and os_name == 'nt' or os_name == 'posix'", true),
        ("os_name == 'nt' and (os_name == 'nt' or os_name == 'posix')", false),
        ("os_name == 'posix' or os_name == 'nt' and os_name == 'nt'", true),
    ])
    func `a marker holds in an environment or it does not`(text: String, expected: Bool) throws {
        #expect(try Marker(text).evaluate(in: Self.environment) == expected)
    }

    @Test(arguments: [
        ("os_name ~= 'posix'", "~= is not defined between 'posix' and 'posix'"),
        ("os_name === 'posix'", "=== is not defined"),
        ("python_version ~= '3'", "~= is not defined"),
        ("'a' ~= extras", "~= is not defined between 'a' and a set"),
        ("extras == 'toml'", "is a set and may only stand behind"),
        ("platform_system == 'Linux'", "platform_system is not defined here"),
        ("'a' == 'a'", "a variable is compared with a string"),
        ("os_name == sys_platform", "a variable is compared with a string"),
        ("os_name == 'posix' or 'a' == 'a'", "a variable is compared with a string"),
    ])
    func `what has no meaning is an error, wherever it stands`(text: String, reason: String) throws
    {
        let marker = try Marker(text)
        let error = #expect(throws: Marker.Unevaluable.self) {
            try marker.evaluate(in: Self.environment)
        }
        #expect(error?.description.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test func `a Python from a working copy has a version all the same`() throws {
        let environment = MarkerEnvironment([.pythonFullVersion: .text("3.11.1+")])
        #expect(try Marker("python_full_version < '3.12'").evaluate(in: environment))
    }

    @Test func `a set given as text is searched as text`() throws {
        var environment = MarkerEnvironment()
        environment[.extras] = .text("Foo")
        #expect(environment[.extras] == .text("Foo"))
        #expect(try Marker("'foo' in extras").evaluate(in: environment))
        #expect(try Marker("extras == 'FOO'").evaluate(in: environment))
    }

    @Test func `texts that only Unicode takes for equal are different`() throws {
        let environment = MarkerEnvironment([.osName: .text("e\u{301}")])
        #expect(try !Marker("os_name == '\u{e9}'").evaluate(in: environment))
    }
}
