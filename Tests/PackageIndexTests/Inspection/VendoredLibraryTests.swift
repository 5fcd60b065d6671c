import CheeseboardTesting
import Foundation
import PackageIndex
import Testing

@Suite struct `Libraries that were copied in` {
    private func library(_ words: String...) -> [UInt8] {
        SmallLibrary.elf(padding: words.flatMap { text -> [UInt8] in [0] + Array(text.utf8) + [0] })
    }

    private func version(
        _ name: String, _ content: [UInt8],
        sbom: [(name: String, version: String, purl: String)] = []
    ) throws -> String? {
        let text = (name: "auditwheel.cdx.json", json: WheelBuilder.cycloneDX(sbom))
        let report = try WheelBuilder.inspected(
            [("brie.libs/\(name)", content)], sboms: sbom.isEmpty ? [] : [text])
        return try #require(report.files.first).libraryVersion
    }

    /// The fixture's string is OpenSSL 1.0.2k-fips, its package's note is 1.0.2k-26.el7_9.
    @Test func `the SBOM comes before the packager's note, and that before the string`() throws {
        let file = try CompiledFile.bytes("package-note.so")
        let name = "libcrypto-0123abcd.so.1.0.2k"
        #expect(try version(name, file) == "1.0.2k-26.el7_9")
        let openSSL = (
            name: "openssl-libs", version: "1.0.2k-21.el7_9",
            purl: "pkg:rpm/almalinux/openssl-libs@1.0.2k-21.el7_9"
        )
        #expect(try version(name, file, sbom: [openSSL]) == "1.0.2k-21.el7_9")
        let other = (name: "pcre", version: "8.32-17.el7", purl: "pkg:rpm/centos/pcre@8.32-17.el7")
        #expect(try version(name, file, sbom: [other]) == "1.0.2k-26.el7_9")
        #expect(try version(name, library("OpenSSL 1.0.2k-fips  26 Jan 2017")) == "1.0.2k-fips")
        #expect(try version(name, library("OpenSSL")) == nil)
    }

    /// HDF5 2.0.0 is `libhdf5.so.320`, libjpeg-turbo 3 is `libjpeg.so.62.4.0`.
    @Test func `the number in a file's name is no version`() throws {
        #expect(try version("libhdf5-0123abcd.so.320.0.0", library()) == nil)
        #expect(
            try version("libhdf5-0123abcd.so.320.0.0", library("HDF5 library version 2.0.0"))
                == "2.0.0")
        #expect(try version("libjpeg-0123abcd.so.62.4.0", library()) == nil)
        #expect(
            try version(
                "libjpeg-0123abcd.so.62.4.0",
                library("libjpeg-turbo version 3.2.0 (build 20260101)")) == "3.2.0")
    }

    /// Files by the projects that install them: psycopg2-binary's, scipy's and pillow's wheels.
    @Test(arguments: [
        ("libcrypto-fb8d5b21.so.3", "OpenSSL 3.5.8 4 Nov 2026", "3.5.8"),
        ("libz-0123abcd.so.1.3.1", " inflate 1.3.1 Copyright 1995-2024 Mark Adler ", "1.3.1"),
        ("zlib1.dll", " deflate 1.3.1 Copyright 1995-2024 Jean-loup Gailly", "1.3.1"),
        ("libpng16-0123abcd.so.16.58.0", "libpng version 1.6.58", "1.6.58"),
        ("libscipy_openblas-5f890258.so", "OpenBLAS 0.3.30 DYNAMIC_ARCH", "0.3.30"),
        ("libbz2-0123abcd.so.1.0.6", "1.0.6, 6-Sept-2010", "1.0.6"),
        ("libcurl-impersonate-ae864b926b0a86bfa3b18a664407a1ab.dll", "libcurl/8.23.0", "8.23.0"),
    ])
    func `a file's own string tells its version`(name: String, text: String, found: String) throws {
        #expect(try version(name, library(text)) == found)
    }

    /// zlib is linked into these, and has none of their versions.
    @Test(arguments: [
        "libzstd-0123abcd.so.1.5.7", "libpng16-0123abcd.so.16", "libzmq-0123abcd.so.5",
    ])
    func `a library inside of another does not tell its version`(name: String) throws {
        #expect(try version(name, library(" inflate 1.3.1 Copyright 1995-2024 Mark Adler ")) == nil)
    }

    /// Names that auditwheel, delvewheel and delocate gave: real wheels have each of them.
    @Test(arguments: [
        ("brie.libs/libgfortran-83c28eba.so.5.0.0", "libgfortran"),
        ("brie.libs/libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran"),
        (
            "brie.libs/libcurl-impersonate-ae864b926b0a86bfa3b18a664407a1ab.dll",
            "libcurl-impersonate"
        ),
        ("brie/.dylibs/libfreetype.6.dylib", "libfreetype"),
        ("brie.libs/libcom_err-2abe824b.so.2.1", "libcom_err"),
    ])
    func `its name is without digests and numbers`(path: String, name: String) throws {
        let other = (name: "x", version: "1", purl: "pkg:generic/x@1")
        let report = try WheelBuilder.inspected(
            [(path, library())], sboms: [("a.json", WheelBuilder.cycloneDX([other]))])
        #expect(report.sbomDifferences.map(\.name) == [name])
    }

    /// numpy's and scipy's wheels bring Fortran's library along, in which own modules need not be.
    @Test func `its languages are not the wheel's own`() throws {
        let report = try WheelBuilder.inspected([
            ("brie.libs/libgfortran-83c28eba.so.5.0.0", library("Intel(R) Fortran Compiler 19.1")),
            ("brie/_core.so", try CompiledFile.bytes("without-trace.so")),
        ])
        #expect(report.files.map(\.origin) == [.vendored, .own])
        #expect(report.files.map(\.languages) == [["fortran"], ["c"]])
        let summary = AuditSummary(wheels: [report], files: [], sdists: [], errors: 0)
        #expect(summary.languages == ["c": 1])
    }

    private func components(_ report: WheelReport) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(
            with: Data(try CycloneDXDocument(report).encoded()))
        return try #require((object as? [String: Any])?["components"] as? [[String: Any]])
    }

    /// Red Hat mends 1.0.2k without another string: who looks for faults by that finds wrong ones.
    @Test func `the package of an SBOM stands for the library, and its string does not`() throws {
        let purl = "pkg:rpm/almalinux/openssl-libs@1.0.2k-21.el7_9"
        let openSSL = (name: "openssl-libs", version: "1.0.2k-21.el7_9", purl: purl)
        let file = (
            path: "brie.libs/libcrypto-0123abcd.so.1.0.2k",
            content: try CompiledFile.bytes("package-note.so")
        )
        let listed = try components(
            WheelBuilder.inspected([file], sboms: [("a.json", WheelBuilder.cycloneDX([openSSL]))]))
        #expect(listed.compactMap { $0["purl"] as? String } == [purl, purl])
        #expect(!listed.contains { $0["version"] as? String == "1.0.2k-fips" })
        // Without an SBOM the string is all there is.
        let alone = try components(WheelBuilder.inspected([file]))
        #expect(alone.contains { $0["version"] as? String == "1.0.2k-fips" })
    }

    /// Go's information stands at 128, behind two headers: magic, pointer's size, flags for texts.
    @Test func `modules and crates become components with package URLs`() throws {
        let modules =
            [UInt8](repeating: 0x30, count: 16) + Array("dep\tgolang.org/x/sys\tv0.1.0\n".utf8)
            + [UInt8](repeating: 0x30, count: 16)
        let head: [UInt8] = [0xFF] + Array(" Go buildinf:".utf8) + [8, 2]
        let texts: [UInt8] = [8] + Array("go1.25.1".utf8) + [UInt8(modules.count)] + modules
        let go = SmallLibrary.elf(
            padding: [UInt8](repeating: 0, count: 8) + head + [UInt8](repeating: 0, count: 16)
                + texts)
        let report = try WheelBuilder.inspected([
            ("brie/go.so", go), ("brie/rust.so", try CompiledFile.bytes("crates-listed.so")),
        ])
        #expect(
            try components(report).compactMap { $0["purl"] as? String } == [
                "pkg:golang/golang.org/x/sys@v0.1.0", "pkg:cargo/serde@1.0.228",
            ])
    }
}
