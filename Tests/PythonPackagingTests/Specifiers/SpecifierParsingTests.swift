import PythonPackaging
import Testing

@Suite struct `reading version specifiers` {
    @Test(arguments: [
        ("~=2.0", "~=", "2.0"), ("==2.1.*", "==", "2.1.*"), ("== 2.1.0.3", "==", "2.1.0.3"),
        ("!=2.2.0.5", "!=", "2.2.0.5"), ("<=5", "<=", "5"), (">=\t7.9a1", ">=", "7.9a1"),
        ("<1.0.dev1", "<", "1.0.dev1"), (" >2.0.post1 ", ">", "2.0.post1"),
        ("===lolwat", "===", "lolwat"), ("===", "===", ""), ("=== a,b", "===", "a,b"),
        ("==v1.0+Local.1", "==", "v1.0+Local.1"), ("!=1!1.*", "!=", "1!1.*"),
        (">=\u{2003}1", ">=", "1"), ("~=1!2.0rc1.post1.dev1", "~=", "1!2.0rc1.post1.dev1"),
    ])
    func `a specifier is an operator and a version`(
        text: String, comparison: String, operand: String
    ) throws {
        let specifier = try Specifier(text)
        #expect(specifier.comparison.rawValue == comparison)
        #expect(specifier.operand == operand)
        #expect(specifier.description == comparison + operand)
        #expect(specifier.isPrefix == operand.hasSuffix(".*"))
    }

    @Test(arguments: [
        ("", "must start with one of"), ("2.0", "must start with one of"),
        ("=>2.0", "must start with one of"), ("==", "ends where a version should stand"),
        (">= ", "ends where a version should stand"), ("~=1", "at least two numbers"),
        ("~=1.0+local", "local part may only be used with"),
        (">=1.0+local", "local part may only be used with"),
        ("<1.0.*", ".* may only be used with"), ("~=1.0.*", ".* may only be used with"),
        ("==1.0a1.*", "may not follow"), ("!=1.0.post1.*", "may not follow"),
        ("==1.0+a.*", "may not follow"), ("==1.0.*+a", "does not belong there"),
        ("===1.0 2", "does not belong there"), ("===1.0;", "does not belong there"),
        (">=1.0,<2", "does not belong there"), ("==1.0.*.*", "may not follow"),
        (">=foo", "does not belong there"), (">=1!", "ends where a version should stand"),
    ])
    func `what is no specifier is refused with a reason`(text: String, reason: String) {
        let error = #expect(throws: Specifier.Invalid.self) { try Specifier(text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        #expect(error?.description == error?.message)
        #expect(error.map { $0.offset <= text.utf8.count } == true)
    }

    @Test(arguments: [
        ("", ""), (",", ""), (">=1,<2", "<2,>=1"), (" >= 1 , < 2 ,", "<2,>=1"),
        ("==1,==1", "==1"), ("==1.0,==1", "==1"), ("!=1.0.*,~=1.0", "!=1.0.*,~=1.0"),
        ("===1.0,===1.0.0", "===1.0,===1.0.0"), (",,>=1,,", ">=1"),
    ])
    func `a set is written sorted, and each specifier once`(text: String, written: String) throws {
        let set = try SpecifierSet(text)
        #expect(set.description == written)
        #expect(set.isEmpty == written.isEmpty)
        #expect(set == (try SpecifierSet(written)))
    }

    @Test(arguments: [">=1;<2", ">=1 <2", "1.0", ">=1,foo", ">=1,==1.*.1"])
    func `a set with anything but specifiers is refused`(text: String) {
        #expect(throws: SpecifierSet.Invalid.self) { try SpecifierSet(text) }
    }

    @Test(arguments: [
        ("==1.0", "== 1", true), (">=1.0a", ">=1a0", true), ("~=1.0", "~=1.0.0", false),
        ("==1.*", "==1.0.*", false), ("===1.0", "===1", false), ("==1", ">=1", false),
        ("~=v1.0", "~=1.0", true),
    ])
    func `specifiers are equal when they say the same`(
        one: String, other: String, expected: Bool
    ) throws {
        let (left, right) = (try Specifier(one), try Specifier(other))
        #expect((left == right) == expected)
        if expected { #expect(left.hashValue == right.hashValue) }
    }

    @Test func `sets are equal in whatever order their specifiers stand`() throws {
        let one = try SpecifierSet("==v1,==2,>=0")
        let other = try SpecifierSet(">=0,==2.0,==1,==1")
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != (try SpecifierSet("==1,==2")))
        #expect(try SpecifierSet("==1").intersection(SpecifierSet(">0")).description == "==1,>0")
        #expect(SpecifierSet().isEmpty)
    }

    @Test(arguments: [
        ("==1.0", false), (">=1.0a1", true), ("!=1.0a1", false), ("==1.*", false),
        ("===1.0.dev0", true), ("===dev", false), (">=1,<2.0b1", true), ("", false),
    ])
    func `naming a pre-release admits pre-releases`(text: String, expected: Bool) throws {
        #expect(try SpecifierSet(text).admitsPrereleases == expected)
    }
}
