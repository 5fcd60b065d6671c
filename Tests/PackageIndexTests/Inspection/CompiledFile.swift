import Archives
import CheeseboardTesting
import Foundation
import PackageIndex
import PythonPackaging

/// The small files that compilers made for the tests of native inspection.
enum CompiledFile {
    static func bytes(_ name: String) throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](
            try Data(
                contentsOf: tests.appendingPathComponent("NativeInspectionTests/Fixtures/\(name)"))
        )
    }
}

extension WheelBuilder {
    /// A wheel of native files, with a generator and SBOMs by their names.
    static func inspected(
        _ files: [(path: String, content: [UInt8])], generator: String = "setuptools (84.0.0)",
        sboms: [(name: String, json: String)] = []
    ) throws -> WheelReport {
        var wheel = WheelBuilder(name: "brie", version: "1.0")
        wheel.files += files
        wheel.wheelText =
            "Wheel-Version: 1.0\nGenerator: \(generator)\nRoot-Is-Purelib: false\nTag: py3-none-any\n"
        wheel.distInfoFiles = sboms.map { ("sboms/\($0.name)", Array($0.json.utf8)) }
        let made = wheel.make()
        let limits = WheelInspectionLimits(
            temporaryFolder: FileManager.default.temporaryDirectory.path)
        return try InspectWheel(limits: limits).report(
            of: MemoryByteSource(made.bytes), named: try WheelFilename(made.filename),
            path: made.filename)
    }

    /// A CycloneDX SBOM of components: name, version, package URL.
    static func cycloneDX(_ components: [(name: String, version: String, purl: String)]) -> String {
        let rows = components.map {
            #"{"name":"\#($0.name)","version":"\#($0.version)","purl":"\#($0.purl)"}"#
        }
        return
            #"{"bomFormat":"CycloneDX","specVersion":"1.4","components":[\#(rows.joined(separator: ","))]}"#
    }
}
