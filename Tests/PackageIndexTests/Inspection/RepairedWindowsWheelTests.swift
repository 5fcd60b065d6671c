import Archives
import CheeseboardTesting
import Foundation
import NativeInspection
import PackageIndex
import PythonPackaging
import Testing

/// delvewheel copies DLLs into `<project>.libs` or beside the module, puts the first 32 digits of their
/// SHA-256 into their names, and leaves a file `DELVEWHEEL` in `.dist-info` (its README and
/// `_wheel_repair.py`).
@Suite struct `Wheels that delvewheel repaired` {
    private func report(_ path: String, note: Bool = true) throws -> WheelReport {
        var builder = WheelBuilder(name: "Some.Thing", version: "1.0")
        builder.tag = "cp312-cp312-win_amd64"
        builder.files.append((path, SmallLibrary.elf()))
        if note { builder.distInfoFiles = [("DELVEWHEEL", Array("Version: 1.11.2\n".utf8))] }
        let wheel = builder.make()
        let limits = WheelInspectionLimits(
            temporaryFolder: FileManager.default.temporaryDirectory.path)
        return try InspectWheel(limits: limits).report(
            of: MemoryByteSource(wheel.bytes), named: try WheelFilename(wheel.filename),
            path: wheel.filename)
    }

    @Test(arguments: [
        ("some_thing/zlib-ae864b926b0a86bfa3b18a664407a1ab.dll", NativeFileReport.Origin.vendored),
        ("some_thing.libs/zlib.dll", .vendored), ("some_thing/msvcp140.dll", .vendored),
        ("some_thing/zlib.dll", .own), ("some_thing/zlib-ae864b92.dll", .own),
        ("some_thing/zlib-ae864b926b0a86bfa3b18a664407a1ab.pyd", .own),
    ])
    func `have libraries with a digest in their names, which are nobody's own`(
        _ path: String, _ origin: NativeFileReport.Origin
    ) throws {
        #expect(try report(path).files.map(\.origin) == [origin])
    }

    @Test(arguments: [false, true])
    func `tell it by what stands in dist-info`(note: Bool) throws {
        let report = try report("some_thing.libs/zlib.dll", note: note)
        #expect(report.backend.contains("delvewheel") == note)
        #expect(!report.backend.contains("auditwheel"))
    }
}
