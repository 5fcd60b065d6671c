import Archives
import CheeseboardTesting
import Testing

@Suite struct `Members below other members` {
    private static let orders = [["pkg/x", "pkg/x/y"], ["pkg/x/y", "pkg/x-z", "pkg/x"]]

    private func zip(_ names: [String]) -> [UInt8] {
        var writer = ZipWriter()
        for name in names { writer.add(name, "content") }
        return writer.bytes()
    }

    private func tar(_ names: [String], _ change: (inout TarWriter) -> Void = { _ in }) -> [UInt8] {
        var writer = TarWriter()
        for name in names { writer.addFile(name, "content") }
        change(&writer)
        return writer.bytes()
    }

    @Test(arguments: orders)
    func `nothing lies below a file`(names: [String]) throws {
        let inZip = ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(zip(names)) }
        #expect(inZip?.reason == .duplicateName)
        #expect(
            inZip?.message == #""pkg/x" is a file, and a folder with "pkg/x/y" in it"#)
        let inTar = ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(tar(names)) }
        #expect(inTar?.reason == .duplicateName)
        #expect(try ArchiveFixtures.open(zip(names), .reading).members.count == names.count)
        #expect(
            try ArchiveFixtures.list(tar(names), .none, .reading).count == names.count)
    }

    @Test func `names that only begin alike are no matter`() throws {
        let names = ["pkg/x", "pkg/x.y", "pkg/x-/y", "pkg/xy/z", "pkg/w/x", "pkg/x0/a/b"]
        #expect(try ArchiveFixtures.open(zip(names)).members.count == names.count)
        #expect(try ArchiveFixtures.list(tar(names)).count == names.count)
    }

    @Test(arguments: [ArchiveRules.strict, .lenient])
    func `nothing lies behind a link, whichever comes first`(rules: ArchiveRules) {
        let bytes = tar(["pkg/link/deep/file"]) { writer in
            writer.addSymbolicLink("pkg/link", to: "other")
        }
        let refusal = ArchiveFixtures.refusal {
            _ = try ArchiveFixtures.list(bytes, .none, ArchiveLimits(rules: rules))
        }
        #expect(refusal?.reason == .unsafeLink)
        #expect(refusal?.offset == 0)
    }

    @Test func `names that Unicode calls equal are one name, and found by their bytes`() throws {
        let names = ["pkg/\u{E9}", "pkg/e\u{301}"]
        for refusal in [
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(zip(names)) },
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.list(tar(names)) },
        ] {
            #expect(refusal?.reason == .duplicateName)
        }
        let archive = try ArchiveFixtures.open(zip([names[0]]))
        #expect(archive.member(at: names[0]) != nil)
        #expect(archive.member(at: names[1]) == nil)
    }
}
