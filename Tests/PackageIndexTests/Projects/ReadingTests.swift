import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Reading projects` {
    @Test(arguments: TestDriver.available)
    func `lists projects by normalised name, whatever the database's locale`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            for name in ["zebra", "a-b", "Ab", "a.a", "a1", "ABC"] {
                try await test.publish(WheelBuilder(name: name, version: "1.0").make())
            }
            let list = try await test.index.projectList(for: nil)
            #expect(
                list.projects.map(\.normalizedName) == ["a-a", "a-b", "a1", "ab", "abc", "zebra"])
            #expect(list.serial == 24)
            #expect(list.projects.map(\.lastSerial).sorted() == [4, 8, 12, 16, 20, 24])
        }
    }

    @Test(arguments: TestDriver.available)
    func `orders versions by PEP 440 and files by version, then name`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            for version in ["1.10", "1.9", "1.9rc1", "1!0.1", "1.9.post1"] {
                try await test.publish(.wheel(version))
            }
            try await test.publish(.sdist("1.9"))
            let listing = try #require(try await test.index.projectListing("brie", for: nil))
            #expect(listing.versions == ["1.9rc1", "1.9", "1.9.post1", "1.10", "1!0.1"])
            #expect(
                listing.files.map(\.version)
                    == ["1.9rc1", "1.9", "1.9", "1.9.post1", "1.10", "1!0.1"])
            #expect(listing.files[1].filename == "brie-1.9-py3-none-any.whl")
            #expect(listing.files[2].filename == "brie-1.9.tar.gz")
        }
    }

    @Test func `knows nothing of names that are not there or are no names`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            for name in ["feta", "Brie", "", "br\0ie", "brie'; --"] {
                #expect(try await test.index.projectListing(name, for: nil) == nil)
            }
            let missing = try await test.index.releaseDetail(
                of: "brie", version: try Version("3"), for: nil)
            #expect(missing == nil)
        }
    }

    @Test func `a release tells everything that its first file says`() async throws {
        try await TestIndex.with { test in
            try await test.publish(
                .wheel(
                    metadata: """
                        Metadata-Version: 2.4
                        Name: brie
                        Version: 1.0
                        Summary: Soft
                        Keywords: cheese,soft
                        Home-page: https://index.example/
                        Download-URL: https://index.example/brie
                        Author: Marie
                        Author-email: marie@index.example
                        Maintainer: UNKNOWN
                        License-Expression: mit
                        Classifier: Topic :: Utilities
                        Platform: any
                        Requires-Python: >=3.8
                        Requires-Dist: milk>=1; extra == "rind"
                        Requires-External: salt
                        Provides-Extra: rind
                        Project-URL: Source, https://index.example/source
                        Dynamic: Classifier
                        Description-Content-Type: text/markdown

                        # Brie

                        """))
            let detail = try #require(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil))
            let metadata = detail.metadata
            #expect(metadata.metadataVersion == "2.4" && metadata.summary == "Soft")
            #expect(metadata.description == "# Brie\n" && metadata.keywords == "cheese,soft")
            #expect(metadata.descriptionContentType == "text/markdown")
            #expect(metadata.homePage == "https://index.example/")
            #expect(metadata.downloadURL == "https://index.example/brie")
            #expect(metadata.author == "Marie" && metadata.authorEmail == "marie@index.example")
            #expect(metadata.maintainer == nil && metadata.license == nil)
            #expect(metadata.licenseExpression == "MIT" && metadata.platforms == ["any"])
            #expect(metadata.classifiers == ["Topic :: Utilities"])
            #expect(metadata.requiresDist == [#"milk>=1; extra == "rind""#])
            #expect(metadata.requiresPython == ">=3.8" && metadata.requiresExternal == ["salt"])
            #expect(metadata.providesExtra == ["rind"] && metadata.dynamic == ["Classifier"])
            #expect(metadata.projectURLs.map(\.label) == ["Source"])
            #expect(metadata.projectURLs.map(\.url) == ["https://index.example/source"])
        }
    }

    @Test func `a quarantined project is named and offers nothing`() async throws {
        try await TestIndex.with { test in
            try await test.publish(.wheel())
            try await test.index.changeStatus(
                of: try ProjectName("brie"), to: .quarantined, reason: "poison", by: .machineOwner)
            let listing = try #require(try await test.index.projectListing("brie", for: nil))
            #expect(listing.files.isEmpty && listing.project.status == .quarantined)
            #expect(listing.project.statusReason == "poison" && listing.versions == ["1.0"])
            #expect(try await test.index.offeredFile(Sample.wheel().filename, for: nil) == nil)
            #expect(try await test.index.projectList(for: nil).projects.isEmpty)
            #expect(
                try await test.index.releaseDetail(of: "brie", version: nil, for: nil) == nil)
        }
    }

    @Test(arguments: TestDriver.available)
    func `the machine's owner sees the private and the quarantined too`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            for name in ["brie", "feta", "gouda"] {
                try await test.publish(WheelBuilder(name: name, version: "1.0").make())
            }
            try await test.database.write {
                try $0.run("UPDATE projects SET visibility = 'private' WHERE name = 'brie'")
            }
            try await test.index.changeStatus(
                of: try ProjectName("feta"), to: .quarantined, reason: nil, by: .machineOwner)
            try await test.index.deleteProject(try ProjectName("gouda"), by: .machineOwner)
            #expect(try await test.index.everyProject().map(\.name) == ["brie", "feta"])
            for name in ["brie", "feta"] {
                let listing = try await test.index.wholeListing(of: name)
                #expect(listing?.files.count == 1 && listing?.versions == ["1.0"])
            }
            #expect(try await test.index.wholeListing(of: "gouda") == nil)
            #expect(try await test.index.wholeListing(of: "none") == nil)
        }
    }
}
