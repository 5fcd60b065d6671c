import Foundation
import PythonPackaging
import Testing

@Suite("core metadata")
struct CoreMetadataTests {
    private func metadata(_ lines: String..., format: String = "2.6") throws -> CoreMetadata {
        let head = ["Metadata-Version: \(format)", "Name: a", "Version: 1"]
        return try CoreMetadata(Array((head + lines).joined(separator: "\n").utf8))
    }

    private func errors(_ text: String) -> [CoreMetadata.FieldError] {
        let error = #expect(throws: CoreMetadata.Invalid.self) {
            try CoreMetadata(Array(text.utf8))
        }
        return error?.errors ?? []
    }

    @Test func `every field is read`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/everything", withExtension: "metadata"))
        let metadata = try CoreMetadata(Array(Data(contentsOf: url)))
        #expect(metadata.format == .v2_6)
        #expect(metadata.metadataVersion == "2.6")
        #expect(metadata.name.normalized == "quark-maker")
        #expect(metadata.name.spelling == "Quark.Maker")
        #expect(metadata.version.normalized == "1.0rc2+local.7")
        #expect(metadata.dynamic == [.obsoletesDist, .requiresDist])
        #expect(metadata.platforms == ["AncientUnix", "DustyDOS"])
        #expect(metadata.supportedPlatforms == ["Debian 12", "riscv64-linux-6606"])
        #expect(metadata.summary == "Makes quark out of milk – and out of packages.")
        #expect(metadata.description == "# Quark\n\nStir – then wait.\n")
        #expect(metadata.descriptionContentType?.markup == .markdown)
        #expect(metadata.descriptionContentType?.variant == .commonMark)
        #expect(metadata.keywords == ["quark", "milk", "curd"])
        #expect(metadata.homePage == "https://quark.example/")
        #expect(metadata.downloadURL == "https://quark.example/quark_maker-1.0rc2.tar.gz")
        #expect(metadata.author == "Ada Rennet, The Creamery,\n        Bern")
        #expect(metadata.authorEmail == "\"Ada Rennet\" <ada@quark.example>")
        #expect(metadata.maintainer == "Björk Whey")
        #expect(metadata.maintainerEmail == "\"Björk Whey\" <bjork@quark.example>")
        #expect(metadata.license == "Eat it as you like,\n        but share it.")
        #expect(
            metadata.licenseExpression?.normalized
                == "MIT OR (Apache-2.0 AND LicenseRef-Creamery)")
        #expect(metadata.licenseFiles == ["LICENSE.MIT", "licenses/APACHE.txt"])
        #expect(
            metadata.classifiers == ["Development Status :: 4 - Beta", "Topic :: Utilities"])
        #expect(metadata.providesExtra.map(\.normalized) == ["curd-press", "pdf"])
        #expect(
            metadata.requiresDist.map(\.name.normalized) == ["milk", "rennet", "printer"])
        #expect(metadata.requiresDist[2].url == "https://quark.example/printer.zip")
        #expect(metadata.requiresPython == (try SpecifierSet("!=3.9.1,>=3.9")))
        #expect(metadata.requiresExternal == ["libcow (>=4)", "spoon"])
        #expect(metadata.projectURLs.map(\.wellKnown) == [.source, .issues])
        #expect(metadata.projectURLs[1].url == "https://quark.example/bugs?a=1,2")
        #expect(metadata.providesDist == ["curd"])
        #expect(metadata.obsoletesDist == ["cheese-maker (<2)"])
        #expect(metadata.importNames?.map(\.name) == ["quark.maker", "quark._press"])
        #expect(metadata.importNames?.map(\.isPrivate) == [false, true])
        #expect(metadata.importNamespaces.map(\.description) == ["quark"])
        #expect(metadata.requires == ["milk"])
        #expect(metadata.provides == ["quark"])
        #expect(metadata.obsoletes == ["butter"])
        #expect(metadata.raw.values(of: .requiresPython) == [">=3.9,!=3.9.1"])
    }

    @Test func `fields that are absent are nil or empty`() throws {
        let metadata = try metadata()
        #expect(metadata.summary == nil)
        #expect(metadata.description == nil)
        #expect(metadata.descriptionContentType == nil)
        #expect(metadata.licenseExpression == nil)
        #expect(metadata.requiresPython == nil)
        #expect(metadata.importNames == nil)
        #expect(metadata.requiresDist.isEmpty)
        #expect(metadata.projectURLs.isEmpty)
        #expect(metadata.keywords.isEmpty)
    }

    @Test func `one empty import name says that there is nothing to import`() throws {
        #expect(try metadata("Import-Name:").importNames == [])
    }

    @Test func `all that is wrong is told, unknown fields first`() {
        let errors = errors(
            "Hello: you\nSummary: a\n b\nVersion: x\nRequires-Dist: !\nName: _\nName: _\n")
        #expect(
            errors.map(\.field) == [
                "hello", "name", "metadata-version", "version", "summary", "requires-dist",
            ])
        #expect(errors[0].description == "'hello' is not a field of core metadata")
    }

    @Test func `required fields are missed once each`() {
        #expect(errors("").map(\.field) == ["metadata-version", "name", "version"])
        #expect(
            errors("Metadata-Version: 2.4\nName: \nVersion: \n").map(\.message)
                == ["Name: it is missing", "Version: it is missing"])
        #expect(
            errors("Metadata-Version: 2.4\nMetadata-Version: 2.4\nName: a\nVersion: 1\n")
                .map(\.message) == ["Metadata-Version: it may stand only once"])
    }

    @Test func `the message joins those of the fields`() {
        let error = #expect(throws: CoreMetadata.Invalid.self) { try CoreMetadata([]) }
        #expect(
            error?.description
                == "Metadata-Version: it is missing; Name: it is missing; Version: it is missing")
    }

    @Test(arguments: ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"])
    func `each field is known from the version on that brought it`(format: String) throws {
        let version = try #require(MetadataVersion(rawValue: format))
        let values: [MetadataField: String] = [
            .dynamic: "License", .descriptionContentType: "text/plain", .licenseExpression: "MIT",
            .requiresPython: ">=3",
        ]
        for field in MetadataField.allCases
        where ![.metadataVersion, .name, .version].contains(field) {
            let line = "\(field.rawValue): \(values[field] ?? "a")"
            if field.since <= version {
                #expect(throws: Never.self) { try metadata(line, format: format) }
            } else {
                let error = #expect(throws: CoreMetadata.Invalid.self) {
                    try metadata(line, format: format)
                }
                #expect(error?.errors.map(\.field) == [field.rawValue.lowercased()])
                #expect(error?.message.contains("it came with Metadata-Version") == true)
            }
        }
    }

    @Test func `newer fields are read, named and checked where they are allowed`() throws {
        func allowing(_ lines: String) throws -> CoreMetadata {
            let text = "Metadata-Version: 1.0\nName: a\nVersion: 1\n\(lines)\n"
            return try CoreMetadata(
                RawMetadata(parsing: Array(text.utf8)), allowsNewerFields: true)
        }
        let metadata = try allowing("License-Expression: mit\nRequires-Dist: b\nSummary: c")
        #expect(metadata.newerFields == [.licenseExpression, .requiresDist])
        #expect(metadata.licenseExpression?.normalized == "MIT")
        #expect(metadata.requiresDist.map(\.name.normalized) == ["b"])
        #expect(try allowing("Summary: c").newerFields.isEmpty)
        let error = #expect(throws: CoreMetadata.Invalid.self) { try allowing("Requires-Dist: ?") }
        #expect(error?.errors.map(\.field) == ["requires-dist"])
    }

    @Test(arguments: [
        ("Metadata-Version: 2.4", "only once"),
        ("Summary: a\n b", "single line"),
        ("Summary: a\u{2028}b", "single line"),
        ("Summary: a\u{0C}b", "single line"),
        ("Dynamic: Foo", "not the name of a field"),
        ("Dynamic: version", "cannot be dynamic"),
        ("Dynamic: Metadata-Version", "cannot be dynamic"),
        ("Provides-Extra: _x", "start and end"),
        ("Requires-Dist: foo>=", "version"),
        ("Requires-Python: three", "specifier"),
        ("License-Expression: foo", "SPDX"),
        ("Description-Content-Type: text/html", "text/markdown"),
        ("Project-URL: A, b\nProject-URL: A, c", "a label stands twice"),
        ("Description: a\nDescription: b", "more than once"),
        ("Import-Name: a-b", "identifier"),
        ("Import-Namespace: class", "keyword"),
        ("Import-Name: a ; public", "private"),
        ("License-File: ../LICENSE", "'..'"),
        ("License-File: LICEN*", "'*'"),
        ("License-File: a\\b", "'/'"),
        ("License-File: /LICENSE", "relative"),
        ("License-File: C:/LICENSE", "relative"),
        ("License-File: a//b", "empty parts"),
        ("License-File: ./a", "empty parts"),
        ("License-File: C:.", "empty parts"),
        ("License-File:", "empty parts"),
    ])
    func `a value that breaks its rule is refused with the reason`(line: String, reason: String) {
        let error = #expect(throws: CoreMetadata.Invalid.self) { try metadata(line) }
        #expect(error?.errors.count == 1)
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `versions and names that are none are refused`() {
        let errors = errors("Metadata-Version: 2.0\nName: a b\nVersion: one\n")
        #expect(errors.map(\.field) == ["metadata-version", "name", "version"])
        #expect(errors[0].message.contains("'2.0' is not one of 1.0, 1.1"))
    }

    @Test func `a field that is not UTF-8 is refused`() {
        let bytes = Array("Metadata-Version: 2.4\nName: a\nVersion: 1\nAuthor: ".utf8) + [0xFF]
        let error = #expect(throws: CoreMetadata.Invalid.self) { try CoreMetadata(bytes) }
        #expect(error?.message == "Author: its value is not valid UTF-8")
    }

    @Test(arguments: ["a", "C:a", "C:", ".", "a/b.c", "licenses/é", "a b"])
    func `the path of a licence file goes down`(path: String) throws {
        #expect(try metadata("License-File: \(path)").licenseFiles == [path])
    }

    @Test(arguments: [
        ("one line", "one line"),
        ("first\n       |second\n       |\n       |  third", "first\nsecond\n\n  third"),
        ("first\n        second\n          third", "first\nsecond\n  third"),
        ("first\n  second", "first\n  second"),
    ])
    func `a description in a field loses its indentation`(text: String, plain: String) throws {
        #expect(try metadata("Description: " + text).description == plain)
    }

    @Test func `metadata is equal when its fields are`() throws {
        #expect(try Set([metadata("Summary: x"), metadata("Summary: x"), metadata()]).count == 2)
    }
}
