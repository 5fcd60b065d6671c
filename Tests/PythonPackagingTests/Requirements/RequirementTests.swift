import PythonPackaging
import Testing

@Suite struct `requirements of projects` {
    @Test(arguments: [
        ("name", "name"), (" Foo.Bar ", "Foo.Bar"), ("name>=1", "name>=1"),
        ("name ( >= 1 , < 2 )", "name<2,>=1"), ("name()", "name"), ("name>=1,", "name>=1"),
        ("name[b, a ,b] == 1.*", "name[a,b]==1.*"), ("name[]", "name"), ("name[ ]>1", "name>1"),
        ("name@https://a.example/x;y", "name @ https://a.example/x;y"),
        ("name[x] @ file:///x ; os_name=='a'", "name[x] @ file:///x ; os_name == \"a\""),
        ("name ;os_name=='a'", "name; os_name == \"a\""),
        ("name>=1;extra=='A_B' ", "name>=1; extra == \"a-b\""),
        ("name===a,>=1", "name===a,>=1"), ("name>=\n1", "name>=1"),
        ("name @ x \t", "name @ x"),
    ])
    func `a requirement has one normal text`(text: String, normal: String) throws {
        let requirement = try Requirement(text)
        #expect(requirement.description == normal)
        #expect(requirement == (try Requirement(normal)))
        #expect(requirement.hashValue == (try Requirement(normal)).hashValue)
    }

    @Test func `a requirement tells its parts`() throws {
        let requirement = try Requirement("Foo.Bar[Ex_Tra,a]>=1,!=2 ; python_version > '3'")
        #expect(requirement.name.normalized == "foo-bar")
        #expect(requirement.extras == ["Ex_Tra", "a"])
        #expect(requirement.normalizedExtras == ["ex-tra", "a"])
        #expect(requirement.specifiers == (try SpecifierSet("!=2,>=1")))
        #expect(requirement.url == nil)
        #expect(requirement.marker?.variables == [.pythonVersion])
    }

    @Test(arguments: [
        ("", "a project name is expected", 0), (">=1", "a project name is expected", 0),
        ("-foo", "a project name is expected", 0), ("foo_", "must start and end", 3),
        ("foo bar", "a version specifier, '@', ';' or the end is expected", 4),
        ("foo>=1 bar", "',', ';' or the end is expected", 7),
        ("foo>=1,,", "',', ';' or the end is expected", 7),
        ("foo>=1 <2", "',', ';' or the end is expected", 7),
        ("foo>=1,>=", "ends where a version should stand", 9),
        ("foo>=1.*", ".* may only be used with", 6), ("foo==1a1.*", "may not follow", 8),
        ("foo>=1+x", "local part may only be used with", 6), ("foo~=1", "at least two", 6),
        ("foo(>=1", "a ')' is expected for the '(' at byte 3", 7),
        ("foo[a", "',' or ']' is expected", 5), ("foo[a b]", "',' or ']' is expected", 6),
        ("foo[,a]", "the name of an extra is expected", 4),
        ("foo[a,]", "the name of an extra is expected", 6),
        ("foo[a-]", "the name of an extra is expected", 4),
        ("foo[[a]]", "the name of an extra is expected", 4),
        ("foo @", "an address is expected", 5), ("foo @ ", "an address is expected", 6),
        ("foo @ x y", "white space and ';' or the end are expected", 8),
        ("foo @ x >=1", "white space and ';' or the end are expected", 8),
        ("foo;", "a variable or a quoted string is expected", 4),
        ("foo; os_name", "an operator is expected", 12),
        ("foo; os_name=='a')", "'and', 'or' or the end is expected", 17),
        ("foo>=1\n", "',', ';' or the end is expected", 6),
        ("foo===a,b", "must start with one of", 9), ("fooé", "is expected", 3),
        ("==foo", "a project name is expected", 0), ("foo=1", "is expected", 3),
    ])
    func `what is no requirement is refused with reason and place`(
        text: String, reason: String, offset: Int
    ) {
        let error = #expect(throws: Requirement.Invalid.self) { try Requirement(text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        #expect(error?.offset == offset)
        #expect(error?.description == error?.message)
    }

    @Test(arguments: [
        ("scikit-learn==1.0.1", "scikit_learn==1.0.1", true), ("foo==1.0", "foo==1.0.0", true),
        ("foo[A_b]", "foo[a-B]", true), ("foo>=1,<2", "foo<2,>=1", true),
        ("foo; os_name=='a'", "foo ; (os_name == \"a\")", true), ("foo>1", "foo>=1", false),
        ("foo", "bar", false), ("foo[a]", "foo[b]", false), ("foo @ x", "foo @ y", false),
        ("foo; os_name=='a'", "foo", false),
    ])
    func `requirements are equal when they ask for the same`(
        one: String, other: String, expected: Bool
    ) throws {
        #expect((try Requirement(one) == Requirement(other)) == expected)
    }
}
