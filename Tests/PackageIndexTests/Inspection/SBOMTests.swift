import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `SBOMs beside binaries` {
    private func sbom(_ json: String, limit: Int = 100) -> SBOMReport {
        SBOMReport(Array(json.utf8), path: "x.dist-info/sboms/s.json", limit: limit)
    }

    private let cycloneDX = """
        {"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"name":"me"}},"components":[
        {"name":"serde","version":"1.0.1","purl":"pkg:cargo/serde@1.0.1"},
        {"name":"once_cell","version":"1.2.0","purl":"pkg:cargo/once_cell@1.2.0"},
        {"name":"openssl","version":"0.10.79","purl":"pkg:cargo/openssl@0.10.79"},
        {"name":"OpenSSL","version":"4.0.3","components":[{"name":"zlib"}]}]}
        """

    @Test func `CycloneDX is read with its nested components`() {
        let report = sbom(cycloneDX)
        #expect(report.format == "cyclonedx")
        #expect(report.specification == "1.5")
        #expect(
            report.components.map(\.name) == ["serde", "once_cell", "openssl", "OpenSSL", "zlib"])
        #expect(report.error == nil)
        #expect(sbom(cycloneDX, limit: 2).components.count == 2)
        #expect(sbom(cycloneDX, limit: 2).error != nil)
    }

    @Test func `long names are cut, and a long package URL is none`() {
        let long = String(repeating: "x", count: 5000)
        let report = sbom(
            """
            {"bomFormat":"CycloneDX","components":[
            {"name":"\(long)","version":"\(long)","purl":"pkg:cargo/\(long)@1"}]}
            """)
        let cut = String(long.prefix(256))
        #expect(report.components == [.init(name: cut, version: cut, purl: nil)])
    }

    @Test func `SPDX is read with its package URLs`() {
        let report = sbom(
            """
            {"spdxVersion":"SPDX-2.3","packages":[{"name":"zlib","versionInfo":"1.3","externalRefs":[
            {"referenceType":"purl","referenceLocator":"pkg:generic/zlib@1.3"}]}]}
            """)
        #expect(report.format == "spdx")
        #expect(
            report.components == [.init(name: "zlib", version: "1.3", purl: "pkg:generic/zlib@1.3")]
        )
    }

    /// The shape of the specification's own examples; the package that the SBOM is about is one too.
    private let spdx3 = """
        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
        {"type":"CreationInfo","@id":"_:c","specVersion":"3.0.1"},
        {"type":"SpdxDocument","spdxId":"urn:d","name":"d","rootElement":["urn:a"]},
        {"type":"software_Package","spdxId":"urn:a","name":"zlib","software_packageVersion":"1.3",
        "software_packageUrl":"pkg:generic/zlib@1.3"},
        {"type":"software_Package","spdxId":"urn:b","name":"serde","externalIdentifier":[
        {"type":"ExternalIdentifier","externalIdentifierType":"cpe23","identifier":"cpe:2.3:a:b"},
        {"type":"ExternalIdentifier","externalIdentifierType":"packageUrl",
        "identifier":"pkg:cargo/serde@1.0.1"}]},
        {"type":"software_File","spdxId":"urn:f","name":"a.so"}]}
        """

    @Test func `SPDX 3 is read with its package URLs`() {
        let report = sbom(spdx3)
        #expect(report.format == "spdx")
        #expect(report.specification == "SPDX-3.0.1")
        #expect(
            report.components == [
                .init(name: "zlib", version: "1.3", purl: "pkg:generic/zlib@1.3"),
                .init(name: "serde", version: nil, purl: "pkg:cargo/serde@1.0.1"),
            ])
        #expect(report.error == nil)
        #expect(sbom(spdx3, limit: 1).components.count == 1)
        #expect(sbom(spdx3, limit: 1).error == "only the first 1 components were read")
        let address = "\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\""
        let several = spdx3.replacing(address, with: #"[{"own":"urn:own"},\#(address)]"#)
        #expect(sbom(several).components == report.components)
    }

    /// Expanded JSON-LD has `@type` and whole addresses, and would seem to list nothing.
    @Test func `SPDX 3 in another shape of JSON-LD is not read, and says so`() {
        let report = sbom(spdx3.replacing("\"type\"", with: "\"@type\""))
        #expect(report.components.isEmpty)
        #expect(report.error == "it is no JSON of a form that is known")
        let other = sbom(spdx3.replacing("spdx.org", with: "example.com"))
        #expect(other.error == "it is neither CycloneDX nor SPDX")
    }

    private let tagsAndValues = """
        SPDXVersion: SPDX-2.3
        DataLicense: CC0-1.0
        # PackageName: comment
        DocumentComment: <text>What is inside,
        PackageName: prose
        as built.</text>
        PackageName: zlib
        SPDXID: SPDXRef-zlib
        PackageVersion: 1.3
        PackageComment: <text>PackageVersion: 9</text>
        ExternalRef: SECURITY cpe23Type cpe:2.3:a:zlib:zlib:1.3
        ExternalRef: PACKAGE-MANAGER purl pkg:generic/zlib@1.3
        FileName: ./a.so\r
        PackageName: <text>Little CMS</text>\r

        """

    @Test func `SPDX as tags and values is read with its package URLs`() {
        let report = sbom(tagsAndValues)
        #expect(report.format == "spdx")
        #expect(report.specification == "SPDX-2.3")
        #expect(
            report.components == [
                .init(name: "zlib", version: "1.3", purl: "pkg:generic/zlib@1.3"),
                .init(name: "Little CMS", version: nil, purl: nil),
            ])
        #expect(report.error == nil)
        #expect(sbom("\u{FEFF}" + tagsAndValues).components == report.components)
        #expect(sbom(tagsAndValues, limit: 1).components.count == 1)
        #expect(sbom(tagsAndValues, limit: 1).error == "only the first 1 components were read")
    }

    @Test(arguments: ["", "NOASSERTION", "NONE"])
    func `a version or URL that says nothing is none, in every form`(_ word: String) {
        let component = #"{"name":"zlib","version":"\#(word)","purl":"\#(word)"}"#
        let package =
            #"{"name":"zlib","versionInfo":"\#(word)","externalRefs":[\#(reference(word))]}"#
        let forms: [String] = [
            #"{"bomFormat":"CycloneDX","components":[\#(component)]}"#,
            #"{"spdxVersion":"SPDX-2.3","packages":[\#(package)]}"#,
            spdx3.replacing("\"1.3\"", with: "\"\(word)\"")
                .replacing("pkg:generic/zlib@1.3", with: word),
            "SPDXVersion: SPDX-2.3\nPackageName: zlib\nPackageVersion: \(word)\n"
                + "ExternalRef: PACKAGE-MANAGER purl \(word)\n",
        ]
        let expected = SBOMReport.Component(name: "zlib", version: nil, purl: nil)
        for form in forms {
            #expect(sbom(form).components.first == expected, "\(form)")
        }
        let carried = CarriedReport(libraries: [.init(name: "zlib", version: "1.3.1")])
        #expect(differences(carried, in: forms[1]).isEmpty)
    }

    private func reference(_ locator: String) -> String {
        #"{"referenceType":"purl","referenceLocator":"\#(locator)"}"#
    }

    @Test func `a text without an end hides what follows, and is told`() {
        let report = sbom("SPDXVersion: SPDX-2.2\nCreatorComment: <text>x\nPackageName: zlib\n")
        #expect(report.components.isEmpty)
        #expect(report.error == "a text in it has no end")
        let long = String(repeating: "x", count: 9000)
        let named = sbom("SPDXVersion: SPDX-2.3\nPackageName: \(long)\n")
        #expect(named.components.map(\.name) == [String(long.prefix(256))])
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\"?><bom/>", "it is XML, which is not read"),
        ("spdxVersion: SPDX-2.3\n", "it is neither JSON nor the tags and values of SPDX"),
        ("SPDXVersion: \u{1b}[31m\n", "it is neither JSON nor the tags and values of SPDX"),
    ])
    func `a form that is not read is named, and is a finding`(text: String, reason: String) throws {
        #expect(sbom(text).error == reason)
        let report = try WheelBuilder.inspected([], sboms: [("brie.spdx", text)])
        #expect(report.sboms.map(\.error) == [reason])
        let finding = try #require(report.findings.first { $0.name == .unreadable })
        #expect(finding.message.contains("brie-1.0.dist-info/sboms/brie.spdx"))
        #expect(finding.message.hasSuffix(reason))
        #expect(finding.advice == "write the SBOM as CycloneDX or SPDX in JSON")
        // The code was looked at all the same.
        #expect(report.errors.isEmpty)
    }

    @Test func `where a known form is not read wholly, no other would help`() throws {
        let text = "SPDXVersion: SPDX-2.2\nCreatorComment: <text>x\nPackageName: zlib\n"
        let report = try WheelBuilder.inspected([], sboms: [("brie.spdx", text)])
        let finding = try #require(report.findings.first { $0.name == .unreadable })
        #expect(finding.message.hasSuffix("a text in it has no end"))
        #expect(finding.advice == nil)
    }

    @Test(arguments: [
        "", "[]", "{}", "<bom/>", #"{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}"#,
        "PackageName: zlib", #"{"bomFormat":"CycloneDX","components":7}"#,
        String(repeating: "[", count: 100_000),
    ])
    func `an SBOM that cannot be read says so`(_ json: String) {
        #expect(sbom(json).error != nil)
        #expect(sbom(json).components.isEmpty)
    }

    private func differences(
        _ carried: CarriedReport, in json: String? = nil
    ) -> [SBOMDifference] {
        var file = NativeFileReport(
            path: "x.so", size: 1, format: "elf", role: .extension, origin: .own)
        file.carried = carried
        return SBOMComparison([sbom(json ?? cycloneDX)]).differences(in: file)
    }

    /// Names as uv's, psycopg2-binary's and pillow's SBOMs have them, and as Debian packages the files
    /// (`dpkg -S`): libgssapi-krb5-2 and libk5crypto3 are of the source package krb5, libopenjp2-7 is
    /// of openjpeg2.
    @Test(arguments: [
        ("tikv-jemalloc-sys", "pkg:cargo/tikv-jemalloc-sys@0.6.0", "jemalloc"),
        ("aws-lc-sys", "pkg:cargo/aws-lc-sys@0.38.0", "aws-lc"),
        ("zstd-sys", "pkg:cargo/zstd-sys@2.0.16", "zstd"),
        ("Little CMS", "pkg:generic/littlecms", "lcms2"),
        ("openjpeg", "pkg:generic/openjpeg", "openjpeg"),
    ])
    func `a crate or project that is the library by another name lists it`(
        _ listed: String, _ purl: String, _ found: String
    ) {
        let json = """
            {"bomFormat":"CycloneDX","specVersion":"1.5",
            "components":[{"name":"\(listed)","version":"9.9","purl":"\(purl)"}]}
            """
        let carried = CarriedReport(libraries: [.init(name: found, version: nil)])
        #expect(differences(carried, in: json).isEmpty)
        let other = CarriedReport(libraries: [.init(name: "libcurl", version: nil)])
        #expect(differences(other, in: json).map(\.name) == ["libcurl"])
    }

    @Test(arguments: [
        "libgssapi_krb5-497db0c6.so.2.2", "libk5crypto-b1f99d5c.so.3.1",
        "libkrb5support-d0bcff84.so.0.1", "libkrb5-fcafa220.so.3.3",
    ])
    func `every library of Kerberos is krb5's`(_ name: String) {
        let json = """
            {"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"name":"krb5-libs",
            "version":"1.18.2","purl":"pkg:rpm/almalinux/krb5-libs@1.18.2"}]}
            """
        let file = NativeFileReport(
            path: "x.libs/\(name)", size: 1, format: "elf", role: .vendored, origin: .vendored)
        #expect(SBOMComparison([sbom(json)]).differences(in: file).isEmpty)
    }

    /// Each file is held against each name: hostile SBOMs list thousands of pages each.
    @Test func `a name of many words is no library's`() {
        let words = String(repeating: "cheese", count: 12)
        let file = NativeFileReport(
            path: "x.libs/libbrie-497db0c6.so.2", size: 1, format: "elf", role: .vendored,
            origin: .vendored)
        for (listed, count) in [("briecheese", 0), ("brie\(words)", 1)] {
            let json = #"{"bomFormat":"CycloneDX","components":[{"name":"\#(listed)"}]}"#
            #expect(SBOMComparison([sbom(json)]).differences(in: file).count == count)
        }
    }

    @Test func `of many versions that are listed the first are told`() {
        let listed = (0..<90).map {
            #"{"name":"serde","version":"2.\#($0)","purl":"pkg:cargo/serde@2"}"#
        }
        let found = differences(
            CarriedReport(crates: [.init(name: "serde", version: "1.0.0")]),
            in: #"{"bomFormat":"CycloneDX","components":[\#(listed.joined(separator: ","))]}"#)
        #expect(found.first?.listed.count == 20)
    }

    /// The crate's README: `0.6.0+5.3.0-1-g…` is crate 0.6.0 with jemalloc 5.3.0.
    @Test func `a crate's version is not that of its library`() {
        let json = """
            {"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"name":"libz-sys",
            "version":"1.1.20","purl":"pkg:cargo/libz-sys@1.1.20"},{"name":"zstd-sys",
            "version":"2.0.16+zstd.1.5.7","purl":"pkg:cargo/zstd-sys@2.0.16"}]}
            """
        let zlib = CarriedReport(libraries: [.init(name: "zlib", version: "1.3.1")])
        #expect(differences(zlib, in: json).isEmpty)
        let zstd = CarriedReport(libraries: [.init(name: "zstd", version: "1.5.6")])
        #expect(differences(zstd, in: json).first?.listed == ["1.5.7"])
    }

    @Test func `what the binary shows and no SBOM lists is told`() {
        let found = differences(
            CarriedReport(
                crates: [
                    .init(name: "serde", version: "1.0.1"),
                    .init(name: "once-cell", version: "1.3.0"),
                    .init(name: "ring", version: "0.17.0"),
                ], crateSource: .observedSubset))
        #expect(found.map(\.name) == ["once-cell", "ring"])
        #expect(found.map(\.kind) == [.otherVersion, .notListed])
        #expect(found.first?.listed == ["1.2.0"])
    }

    @Test(arguments: ["<bom/>", "cut"])
    func `what an SBOM may list that was not read, or not wholly, is not missing`(_ text: String) {
        var file = NativeFileReport(
            path: "x.so", size: 1, format: "elf", role: .extension, origin: .own)
        file.carried.crates = [
            .init(name: "once-cell", version: "1.3.0"), .init(name: "ring", version: "0.17.0"),
        ]
        let sboms = text == "cut" ? [sbom(cycloneDX, limit: 2)] : [sbom(cycloneDX), sbom(text)]
        #expect(sboms.last?.error != nil)
        let found = SBOMComparison(sboms).differences(in: file)
        #expect(found.map(\.name) == ["once-cell"])
        #expect(found.map(\.kind) == [.otherVersion])
    }

    @Test func `a crate of bindings is not the library that it binds`() {
        #expect(
            differences(CarriedReport(libraries: [.init(name: "openssl", version: "4.0.3")]))
                .isEmpty)
        let other = differences(
            CarriedReport(libraries: [.init(name: "openssl", version: "4.0.1")]))
        #expect(other.map(\.kind) == [.otherVersion])
        #expect(other.first?.listed == ["4.0.3"])
    }

    @Test func `without an SBOM there is nothing to disagree with`() {
        var file = NativeFileReport(
            path: "x.libs/liba-01234567.so.1", size: 1, format: "elf", role: .vendored,
            origin: .vendored)
        file.carried.crates = [.init(name: "a", version: nil)]
        #expect(SBOMComparison([]).differences(in: file).isEmpty)
        #expect(
            SBOMComparison([sbom(cycloneDX)]).differences(in: file).map(\.name) == ["a", "liba"])
    }
}
