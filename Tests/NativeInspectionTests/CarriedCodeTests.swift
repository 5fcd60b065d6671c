import NativeInspection
import Testing

/// Strings are those of the libraries, seen with `strings`.
@Suite struct `Carried code` {
    @Test(arguments: [
        ("OpenSSL 4.0.3 29 Sep 2026", "openssl", "4.0.3"),
        ("OpenSSL 1.0.2k-fips  26 Jan 2017", "openssl", "1.0.2k-fips"),
        ("OpenSSL 1.1.0f  25 May 2017", "openssl", "1.1.0f"),
        (" inflate 1.2.11 Copyright 1995-2017 Mark Adler ", "zlib", "1.2.11"),
        (" deflate 1.3.1 Copyright 1995-2024 Jean-loup Gailly", "zlib", "1.3.1"),
        ("1.3.1.zlib-ng", "zlib-ng", "1.3.1.zlib-ng"),
        ("libpng version 1.6.58", "libpng", "1.6.58"),
        ("libjpeg-turbo version 3.2.0 (build 20260101)", "libjpeg-turbo", "3.2.0"),
        ("LIBTIFF, Version 4.7.2", "libtiff", "4.7.2"),
        ("libcurl/8.23.0-IMPERSONATE", "libcurl", "8.23.0-IMPERSONATE"),
        ("OpenBLAS 0.3.30 DYNAMIC_ARCH", "openblas", "0.3.30"),
        ("HDF5 library version 2.0.0", "hdf5", "2.0.0"), ("expat_2.7.1", "expat", "2.7.1"),
        ("1.0.8, 13-Jul-2019", "bzip2", "1.0.8"),
    ])
    func `a library's own words tell its version`(text: String, name: String, version: String)
        throws
    {
        let libraries = try ContentFixture(strings: [text]).slice().carried.libraries
        #expect(libraries == [.init(name: name, version: version)])
    }

    @Test(arguments: [
        "OpenSSL", "OpenSSL 3.0 is needed", "OpenSSL 1.1.1 or newer", "inflate 3 times", "expat_x",
        "HPE_INVALID_METHOD", "libcurl/unknown", "libssl.so.3", "OpenSSL 3.0.1 somewhere 2021",
        "LIBTIFF, Version unknown", "libpng version", "OpenBLAS", "HDF5 library version", "zlib-ng",
    ])
    func `a client's words do not`(text: String) throws {
        #expect(try ContentFixture(strings: [text]).slice().carried.libraries.isEmpty)
    }

    /// AWS-LC's `p_kem_asn1.c` names its method so; it keeps BoringSSL's names in its own errors.
    @Test func `AWS-LC is not taken for the BoringSSL that it grew out of`() throws {
        var fixture = ContentFixture(strings: ["BoringSSL"], exports: ["BORINGSSL_self_test"])
        #expect(try fixture.slice().carried.libraries.map(\.name) == ["boringssl"])
        fixture.strings.append("AWS-LC KEM method")
        #expect(try fixture.slice().carried.libraries.map(\.name) == ["aws-lc"])
        #expect(
            try ContentFixture(strings: ["AWS-LC EVP_PKEY pointer"]).slice().carried.libraries
                .isEmpty)
    }

    /// The functions are those that the libraries' manuals begin with.
    @Test(arguments: [
        ("sodium_init", "libsodium"), ("xmlInitParser", "libxml2"),
        ("FT_Init_FreeType", "freetype"),
        ("llhttp_init", "llhttp"), ("BORINGSSL_self_test", "boringssl"),
    ])
    func `a library without a version is known by what it defines`(symbol: String, name: String)
        throws
    {
        for fixture in [ContentFixture(exports: [symbol]), ContentFixture(locals: [symbol])] {
            #expect(try fixture.slice().carried.libraries == [.init(name: name, version: nil)])
        }
        let client = try ContentFixture(imports: [symbol]).slice().carried
        #expect(client.libraries.isEmpty)
    }

    /// What the allocators print before each message.
    @Test(arguments: [("<jemalloc>: ", "jemalloc"), ("mimalloc: ", "mimalloc")])
    func `an allocator is known by its messages`(text: String, name: String) throws {
        let libraries = try ContentFixture(strings: [text + "out of memory"]).slice().carried
            .libraries
        #expect(libraries == [.init(name: name, version: nil)])
    }

    @Test(arguments: [
        (
            "/root/.cargo/registry/src/index.example-6f17d22bba15001f/sha-1-0.10.0/src/lib.rs",
            "sha-1", "0.10.0"
        ),
        (
            #"C:\u\.cargo\registry\src\github.com-1ecc6299db9ec823\serde_json-1.0.0-rc.1\src\de.rs"#,
            "serde_json", "1.0.0-rc.1"
        ),
        ("/b/vendor/zstd-sys-2.0.1+zstd.1.5.2/src/lib.rs", "zstd-sys", "2.0.1+zstd.1.5.2"),
        ("/r/.cargo/git/checkouts/salsa-61760caba2b17ca5/88a1d77/src/runtime.rs", "salsa", nil),
    ])
    func `paths of panics tell crates`(path: String, name: String, version: String?) throws {
        let crates = try ContentFixture(strings: [path]).slice().carried.observedCrates
        #expect(crates == [.init(name: name, version: version)])
    }

    @Test(arguments: [
        "registry/src/index.example/serde-1.0.0/src/lib.rs",
        "registry/src/index.example-6f17d22bba15001f/serde-1.0/src/lib.rs",
        "registry/src/index.example-6f17d22bba15001f/serde-1.0.0",
        "/go/vendor/golang.org/x/sys", "/b/vendor/zlib-1.2.3/src/inflate.c",
        "git/checkouts/salsa/88a1d77/src/runtime.rs",
    ])
    func `other paths do not`(path: String) throws {
        #expect(try ContentFixture(strings: [path]).slice().carried.observedCrates.isEmpty)
    }

    @Test func `the list of cargo auditable is handed on as it is`() throws {
        let list: [UInt8] = [0x78, 0x9C, 1, 2, 3]
        let slice = try ContentFixture(sections: [(".dep-v0", list)]).slice()
        #expect(slice.carried.auditableCrates == list)
        #expect(try ContentFixture().slice().carried.auditableCrates == nil)
    }
}
