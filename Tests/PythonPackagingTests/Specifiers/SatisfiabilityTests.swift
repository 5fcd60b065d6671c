import PythonPackaging
import Testing

@Suite struct `specifiers that nothing can satisfy` {
    @Test(arguments: [
        ">=2,<1", "==1,!=1", ">1,<1", ">1.0,<1.0.post1", ">1.0,==1.0.*,<1.0.1.dev0,>=2",
        "==1.0,==1.1", "==1.*,==2.*", "==1.*,!=1.*", "~=1.4,>=2", "<0.dev0", "<0",
        ">1.0a1,<1.0a2.dev0", ">1.0.post1,<1.0.post2.dev0", ">1.0.dev1,<1.0.dev2",
        "!=1.0,>=1.0,<=1.0", "===1.0,==1.1", "===foo,>=1", "===1,===2", ">=1!1,<1",
        "!=1.0.post1,>=1.0.post1,<1.0.post2",
        "!=1.0,<1.0.post0.dev0,>=1.0",
    ])
    func `a contradiction is found`(text: String) throws {
        #expect(try SpecifierSet(text).isUnsatisfiable())
    }

    @Test(arguments: [
        "", ">=1", "<1", ">=3.8,<4", ">1.0,<1.0.1", ">1.0,<1.0.0.0.1", "!=1.0,>=1.0,<=1.0.post1",
        "==1.0+a,!=1.0+b", "!=1.0+a,==1.0", "!=1.0+a,>=1.0,<=1.0", "==1.*,!=1.0.*", "===foo",
        "===1.0,==1", "~=1.4,<2", ">1.0a1,<1.0a2", "<1.dev0", "!=0.*,<2", ">1.0.dev1,<=1.0.dev2",
        ">=18446744073709551615,!=18446744073709551615.*", "!=1.0.dev0,>=1.0.dev0,<1.0.dev2",
        "!=1.0.post1,>=1.0.post1,<=1.0.post2",
    ])
    func `what something satisfies is no contradiction`(text: String) throws {
        #expect(try !SpecifierSet(text).isUnsatisfiable())
    }

    @Test(arguments: [
        (">=1.0.dev0,<1.0", true), (">=1.0a1,<1.0rc1", true), ("==1.0a1", true),
        ("===1.0a1", true), (">=1.0.dev0,<=1.0", false), (">=1.0.post0.dev0,<=1.0.post0", false),
        (">=1.0a1.post0,<=1.0", false), (">1.0,<1.0.1", false),
    ])
    func `without pre-releases more is a contradiction`(text: String, expected: Bool) throws {
        #expect(try SpecifierSet(text).isUnsatisfiable(prereleases: false) == expected)
    }
}
