import Archives
import CheeseboardTesting
import Foundation
import NativeInspection
import PackageIndex
import PythonPackaging
import Synchronization
import Testing

@Suite struct `Inspection of wheels` {
    private func library(stackFlags: UInt8, padding: Int = 0) -> [UInt8] {
        SmallLibrary.elf(stackFlags: stackFlags, padding: [UInt8](repeating: 0, count: padding))
    }

    private var limits: WheelInspectionLimits {
        WheelInspectionLimits(temporaryFolder: FileManager.default.temporaryDirectory.path)
    }

    private func inspect(
        _ builder: WheelBuilder, limits: WheelInspectionLimits? = nil
    ) throws -> WheelReport {
        let wheel = builder.make()
        return try InspectWheel(limits: limits ?? self.limits).report(
            of: MemoryByteSource(wheel.bytes), named: try WheelFilename(wheel.filename),
            path: "dist/\(wheel.filename)")
    }

    private func builder(_ files: [(path: String, content: [UInt8])]) -> WheelBuilder {
        var builder = WheelBuilder(name: "Some.Thing", version: "1.0")
        builder.files += files
        return builder
    }

    @Test func `a pure wheel has no native files and no grade`() throws {
        let report = try inspect(builder([]))
        #expect(report.project == "some-thing")
        #expect(report.files.isEmpty)
        #expect(report.grade == nil)
        #expect(report.tags.truthful)
        #expect(report.tags.computed == "any")
        #expect(report.backend == ["cheeseboard-testing"])
    }

    @Test func `native files are told by their first bytes, whatever their names`() throws {
        let report = try inspect(
            builder([
                ("some_thing/data.txt", library(stackFlags: 6)),
                ("some_thing/x.so", Array("not native".utf8)), ("some_thing/empty.so", []),
                ("some_thing/m.bin", [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]),
            ]))
        #expect(report.files.map(\.path) == ["some_thing/data.txt", "some_thing/m.bin"])
        #expect(report.files.map(\.format) == ["elf", "wasm"])
        let file = try #require(report.files.first)
        #expect(file.slices.map(\.machine) == ["x86_64"])
        #expect(file.slices.first?.fact("nx_stack").word == "present")
        #expect(file.slices.first?.fact("aslr").word == "not-applicable")
        #expect(file.sha256?.count == 64)
        #expect(!report.tags.truthful)
    }

    @Test func `an executable stack is an F`() throws {
        let report = try inspect(builder([("some_thing/x.so", library(stackFlags: 7))]))
        #expect(report.grade == .f)
    }

    @Test func `a damaged native file is an entry with its reason, and the rest stands`() throws {
        let report = try inspect(
            builder([
                ("some_thing/a.so", Array(library(stackFlags: 6).prefix(20))),
                ("some_thing/b.so", library(stackFlags: 6)),
            ]))
        #expect(report.files.count == 2)
        #expect(report.files[0].error != nil)
        #expect(report.files[0].grade == nil)
        #expect(report.files[1].error == nil)
        #expect(report.files[1].grade != nil)
    }

    @Test func `a large file is inspected from the disk with the same result`() throws {
        let wheel = builder([("some_thing/x.so", library(stackFlags: 6, padding: 300_000))])
        var small = limits
        small.memoryBytes = 1000
        #expect(try inspect(wheel, limits: small) == inspect(wheel))
    }

    @Test func `a file beyond the limit is an entry with its reason`() throws {
        var small = limits
        small.fileBytes = 1000
        let report = try inspect(
            builder([("some_thing/x.so", library(stackFlags: 6, padding: 2000))]), limits: small)
        #expect(report.files.first?.error?.contains("1000") == true)
        #expect(report.tags.computed == nil)
        #expect(report.tags.why == ["some_thing/x.so could not be read"])
    }

    private var several: WheelBuilder {
        builder([
            ("some_thing/a.wasm", [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]),
            ("some_thing/b.so", library(stackFlags: 6)),
            ("some_thing/c.wasm", [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]),
            ("some_thing/d.so", library(stackFlags: 7)), ("some_thing/e.py", []),
        ])
    }

    @Test(arguments: ["files", "slices", "named files", "bytes"])
    func `what is beyond a limit is a finding, and no platform is sure`(
        _ limit: String
    ) throws {
        var small = limits
        switch limit {
        case "files": small.files = 1
        case "slices": small.slices = 1
        case "named files": small.namedFiles = 1
        default: small.reportBytes = 1
        }
        let report = try inspect(several, limits: small)
        #expect(report.errors.count == 1)
        #expect(report.findings.contains { $0.name == .unreadable && $0.member == nil })
        #expect(!report.files.contains { $0.path.hasSuffix("d.so") })
        #expect(report.tags.computed == nil)
        let audit = AuditReport(
            rubric: Rubric.version, wheels: [report], files: [], sdists: [], errors: [])
        #expect(audit.summary.errors == 1)
        #expect(audit.findings.contains { $0.name == .unreadable })
    }

    @Test func `what is beyond a limit tells nothing of itself`() throws {
        // Another machine's code, and a list of crates that is none.
        var other = SmallLibrary.damagedCrates()
        other[18] = 183
        var wheel = builder([("some_thing/a.so", library(stackFlags: 6))])
        wheel.tag = "cp312-cp312-linux_x86_64"
        let alone = try inspect(wheel)
        wheel.files.append(("some_thing/b.so", other))
        let whole = try inspect(wheel)
        #expect(whole.errors.count == 1 && whole.tags.why != alone.tags.why)
        var small = limits
        small.files = 1
        let part = try inspect(wheel, limits: small)
        #expect(part.errors == ["only the first 1 native files were inspected"])
        #expect(part.tags.why == alone.tags.why)
    }

    @Test func `files that are only named leave room for others`() throws {
        var small = limits
        (small.files, small.slices, small.namedFiles) = (2, 2, 2)
        let report = try inspect(several, limits: small)
        #expect(report.errors.isEmpty)
        #expect(report.files.count == 4)
        #expect(report.grade == .f)
    }

    @Test func `the time is asked for until the end`() throws {
        var wheel = several
        wheel.files.append(("some_thing.libs/libz-01234567.so.1", library(stackFlags: 6)))
        let text = #"{"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"name":"z"}]}"#
        wheel.distInfoFiles = [("sboms/a.cdx.json", Array(text.utf8))]
        let asked = Mutex(0)
        var counting = limits
        counting.archive.isOutOfTime = {
            asked.withLock { $0 += 1 }
            return false
        }
        _ = try inspect(wheel, limits: counting)
        let all = asked.withLock(\.self)
        // Members, their pieces, the SBOM, and what is compared with it.
        #expect(all > 20)
        for last in [all - 1, all - 4, all / 2] {
            let left = Mutex(last)
            var short = limits
            short.archive.isOutOfTime = {
                left.withLock { left in
                    left -= 1
                    return left < 0
                }
            }
            #expect(throws: ArchiveError.self) { try inspect(wheel, limits: short) }
        }
    }

    @Test(arguments: [
        ("some_thing.libs/libz-01234567.so.1", NativeFileReport.Role.vendored),
        ("some_thing/.dylibs/libz.so", .vendored), ("some_thing/libx-0a1b2c3d.so", .vendored),
        ("some_thing/libgomp.so.1", .vendored), ("some_thing/libgompx.so", .library),
        ("some_thing/libx.so", .library), ("Some.Thing-1.0.data/scripts/tool", .executable),
    ])
    func `role and origin follow from place and name`(
        _ path: String, _ role: NativeFileReport.Role
    ) throws {
        let file = try #require(
            try inspect(builder([(path, library(stackFlags: 6))])).files.first)
        #expect(file.role == role)
        #expect(file.origin == (role == .vendored ? .vendored : .own))
    }

    @Test func `all Generator lines name the backend, and what tools leave behind`() throws {
        var wheel = builder([("some_thing.libs/libz-01234567.so.1", library(stackFlags: 6))])
        wheel.wheelText = """
            Wheel-Version: 1.0
            Generator: bdist_wheel (0.43.0)
            Generator: delocate 0.13.0
            Root-Is-Purelib: false
            Tag: py3-none-any

            """
        #expect(try inspect(wheel).backend == ["setuptools", "delocate", "auditwheel"])
    }

    @Test func `SBOMs in dist-info are read and become part of the wheel's own`() throws {
        var wheel = builder([("some_thing.libs/libz-01234567.so.1", library(stackFlags: 6))])
        let text = """
            {"bomFormat":"CycloneDX","specVersion":"1.4","components":[
            {"name":"zlib","version":"1.3.1"},{"name":"libz","version":"1.3","purl":"pkg:rpm/almalinux/libz@1.3"}]}
            """
        wheel.distInfoFiles = [("sboms/a.cdx.json", Array(text.utf8)), ("sboms/b.json", [1, 2])]
        let report = try inspect(wheel)
        #expect(report.sboms.map(\.format) == ["cyclonedx", nil])
        #expect(report.sbomDifferences.isEmpty)
        #expect(report.files.first?.libraryVersion == "1.3")
        let document = try CycloneDXDocument(report).encoded()
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(document)) as? [String: Any])
        #expect(object["specVersion"] as? String == "1.6")
        #expect((object["components"] as? [Any])?.count == 3)
        #expect(String(decoding: document, as: UTF8.self).contains("pkg:pypi/some-thing@1.0"))
    }

    @Test func `SBOMs beyond the limit are told, and nothing is said to be in none`() throws {
        var wheel = builder([("some_thing.libs/libpng-01234567.so.1", library(stackFlags: 6))])
        let text =
            #"{"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"name":"brotli"}]}"#
        wheel.distInfoFiles = [("sboms/a.cdx.json", Array(text.utf8))]
        #expect(try inspect(wheel).sbomDifferences.map(\.kind) == [.notListed])
        for name in ["b", "c"] {
            wheel.distInfoFiles.append(("sboms/\(name).cdx.json", Array(text.utf8)))
        }
        var small = limits
        small.sboms = 1
        let report = try inspect(wheel, limits: small)
        #expect(
            report.sboms.map(\.error) == [nil, "only the first 1 SBOMs of the wheel were read"])
        #expect(report.sboms.last?.path == "some_thing-1.0.dist-info/sboms/b.cdx.json")
        #expect(report.sbomDifferences.isEmpty)
        #expect(report.findings.contains { $0.name == .unreadable })
    }

    @Test func `each reference in the wheel's own SBOM stands for one part`() throws {
        var wheel = builder([("some_thing.libs/libz-01234567.so.1", library(stackFlags: 6))])
        let root = #"{"name":"some-thing","version":"1.0","purl":"pkg:pypi/some-thing@1.0"}"#
        let zlib = #"{"name":"zlib","version":"1.3.1"}"#
        let text =
            #"{"bomFormat":"CycloneDX","specVersion":"1.4","components":[\#(root),\#(zlib),\#(zlib)]}"#
        wheel.distInfoFiles = [("sboms/a.cdx.json", Array(text.utf8))]
        let document = try JSONSerialization.jsonObject(
            with: Data(try CycloneDXDocument(inspect(wheel)).encoded()))
        let object = try #require(document as? [String: Any])
        let metadata = try #require(object["metadata"] as? [String: Any])
        let about = try #require(metadata["component"] as? [String: Any])
        let parts = try #require(object["components"] as? [[String: Any]])
        let references = (parts + [about]).compactMap { $0["bom-ref"] as? String }
        #expect(references.count == 3)
        #expect(Set(references).count == references.count)
    }

    /// The fixture was compiled to import functions that 3.10 and 3.11 added to the stable ABI.
    @Test func `a promise of the stable ABI is checked where only other imports are too many`()
        throws
    {
        var bytes = try CompiledLibrary.bytes("abi3-newer.abi3.so")
        for name in ["PyUnicode_AsUTF8AndSize", "PyType_GetName"] {
            bytes.replace(Array(name.utf8), with: Array("xy\(name.dropFirst(2))".utf8))
        }
        var few = InspectionLimits.standard
        few.listEntries = 1
        let report = try #require(
            try InspectNativeFile(limits: few).report(
                of: MemoryNativeSource(bytes), path: "x.abi3.so", sha256: nil))
        #expect(report.slices.first?.fact("fortify").word == "undecidable")
        #expect(report.error == nil)
        #expect(report.abi3.computed != nil)
    }

    @Test func `a promise of the stable ABI that cannot be checked is an error`() throws {
        let source = MemoryNativeSource(try CompiledLibrary.bytes("abi3-newer.abi3.so"))
        let path = "x.abi3.so"
        let whole = try #require(
            try InspectNativeFile().report(of: source, path: path, sha256: nil))
        #expect(whole.error == nil)
        #expect(whole.abi3.computed == "3.11")
        var few = InspectionLimits.standard
        few.listEntries = 2
        let part = try #require(
            try InspectNativeFile(limits: few).report(of: source, path: path, sha256: nil))
        #expect(part.error?.contains("stable ABI") == true)
        #expect(part.abi3.computed == nil)
    }

    /// The fixture needs `libc.so.6` alone, whose name is too long for the limit.
    @Test func `needs that cannot be read are an error, and no platform is sure`() throws {
        var short = limits
        short.native.nameBytes = 4
        let wheel = builder([("some_thing/x.so", try CompiledLibrary.bytes("glibc-2.34.so"))])
        let report = try inspect(wheel, limits: short)
        #expect(report.files.first?.error?.contains("could not be read") == true)
        #expect(report.tags.computed == nil)
        #expect(report.tags.why.contains { $0.contains("some_thing/x.so") })
        #expect(report.findings.contains { $0.name == .unreadable })
        #expect(try inspect(wheel).files.first?.error == nil)
    }

    @Test func `what is no zip file is no wheel`() throws {
        #expect(throws: ArchiveError.self) {
            try InspectWheel(limits: limits).report(
                of: MemoryByteSource(library(stackFlags: 6)),
                named: try WheelFilename("a-1-py3-none-any.whl"), path: "a")
        }
    }
}
