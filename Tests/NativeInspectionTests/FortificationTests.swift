import NativeInspection
import Testing

/// Names are those of glibc's headers, of hardening-check and of bionic.
@Suite struct `Fortification of native code` {
    @Test func `fortified and bare imports are named`() throws {
        let fact = try ContentFixture(
            imports: [
                "__snprintf_chk", "__memcpy_chk", "memcpy", "strcpy", "__stack_chk_fail", "malloc",
                "__longjmp_chk", "__explicit_bzero_chk", "strlcpy",
            ]
        ).fact(.fortify)
        #expect(fact.value == .present)
        #expect(
            fact.names["fortified"] == [
                "__explicit_bzero_chk", "__longjmp_chk", "__memcpy_chk", "__snprintf_chk",
            ])
        #expect(fact.names["unfortified"] == ["memcpy", "strcpy", "strlcpy"])
    }

    @Test(arguments: [
        // Zig's runtime defines the checking variants itself.
        ContentFixture(imports: ["malloc"], exports: ["__memcpy_chk", "__memset_chk"]),
        // Compilers emit these.
        ContentFixture(imports: ["memcpy", "memmove", "memset"]),
        // A copy of unknown size stays bare in fortified code.
        ContentFixture(imports: ["strcpy", "snprintf"]),
        ContentFixture(imports: ["malloc"]),
    ])
    func `without a fortified import nothing is proven`(fixture: ContentFixture) throws {
        #expect(try fixture.fact(.fortify).value == .undecidable)
    }

    /// glibc's headers replace it whatever the sizes; other libraries' do not.
    @Test func `a bare printf proves that code was built without, for glibc alone`() throws {
        func fortify(_ needed: [String]) throws -> Fact.Value {
            try ContentFixture(imports: ["fprintf", "memcpy"], needed: needed).fact(.fortify).value
        }
        #expect(try fortify(["libc.so.6"]) == .absent)
        #expect(try fortify(["libc.so", "liblog.so"]) == .undecidable)
        #expect(try fortify(["libm.so.6"]) == .undecidable)
        #expect(try fortify(["libc.musl-x86_64.so.1"]) == .notApplicable)
    }

    /// Names of bionic's `libc.map.txt`.
    @Test(arguments: ["__strlen_chk", "__write_chk", "__umask_chk", "__strncpy_chk2"])
    func `Android has checking variants of its own`(name: String) throws {
        let bionic = try ContentFixture(
            imports: [name, "printf"], needed: ["libc.so", "libm.so"]
        ).fact(.fortify)
        #expect(bionic.value == .present)
        #expect(bionic.names["fortified"] == [name])
        let glibc = try ContentFixture(imports: [name], needed: ["libc.so.6"]).fact(.fortify)
        #expect(glibc.value == .undecidable)
        #expect(glibc.names["fortified"] == [])
    }

    @Test(arguments: ["__longjmp_chk", "__fdelt_chk", "__explicit_bzero_chk"])
    func `some variants alone are weak evidence`(name: String) throws {
        let alone = try ContentFixture(
            imports: [name, "printf"], needed: ["libc.so.6"]
        ).fact(.fortify)
        #expect(alone.value == .undecidable)
        #expect(alone.names["fortified"] == [name])
        let more = ContentFixture(imports: [name, "__printf_chk"], needed: ["libc.so.6"])
        #expect(try more.fact(.fortify).value == .present)
    }

    /// What glibc 2.38 to 2.42 added to the functions that hardening-check knows.
    @Test(arguments: [
        "strlcpy", "strlcat", "wcslcpy", "wcslcat", "inet_ntop", "inet_pton", "explicit_bzero",
    ])
    func `functions that glibc added later are known with their variants`(name: String) throws {
        let fact = try ContentFixture(imports: ["__\(name)_chk", name]).fact(.fortify)
        #expect(fact.names == ["fortified": ["__\(name)_chk"], "unfortified": [name]])
    }

    @Test(arguments: [
        "__stack_chk_fail", "cheese_chk", "__cheese_chk", "memcpy_chk", "__memcpy_chk_",
    ])
    func `a name that is like a variant's is none`(name: String) throws {
        let fact = try ContentFixture(imports: [name]).fact(.fortify)
        #expect(fact.names["fortified"] == [])
        #expect(fact.value == .undecidable)
    }

    /// Compilers call these of their own accord: that proves nothing of a language without C.
    @Test func `copies in Rust are the compiler's`() throws {
        let fixture = ContentFixture(
            imports: ["memcpy", "memmove", "memset"], locals: ["rust_eh_personality"])
        #expect(try fixture.fact(.fortify).value == .notApplicable)
    }
}
