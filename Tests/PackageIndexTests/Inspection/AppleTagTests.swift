import NativeInspection
import PackageIndex
import PythonPackaging
import Testing

/// `delocate-wheel --check-archs` and PEP 425's macOS tags: every slice has to hold.
@Suite struct `Tags of fat Mac files` {
    private func report(_ platform: String, _ intel: [Int], _ arm: [Int]) throws -> TagReport {
        let slices = [(Machine.x86_64, intel), (.arm64, arm)].map { machine, version in
            var slice = NativeSlice(machine: machine, kind: .sharedLibrary, range: 0..<1)
            slice.minimumOS = MinimumOS(platform: "macos", version: version)
            return slice
        }
        let file = LabelledFile(path: "x.so", role: .extension, format: .machO, slices: slices)
        let tags = try CompatibilityTag.parse("cp312-cp312-\(platform)").map {
            (python: $0.python, abi: $0.abi, platform: $0.platform)
        }
        return TagTruth(tags: tags, files: [file], shipped: []).report(stableABI: [])
    }

    @Test(arguments: [
        ("macosx_11_0_universal2", [11, 0, 0], [11, 0, 0], true),
        ("macosx_11_0_universal2", [12, 0, 0], [11, 0, 0], false),
        ("macosx_11_0_universal2", [10, 9, 0], [12, 0, 0], false),
        ("macosx_10_9_universal2", [10, 13, 0], [11, 0, 0], false),
        ("macosx_12_0_universal2", [10, 9, 0], [12, 0, 0], true),
        // Of a tag for one machine the other slice is not asked.
        ("macosx_11_0_arm64", [13, 0, 0], [11, 0, 0], true),
        ("macosx_11_0_x86_64", [13, 0, 0], [11, 0, 0], false),
    ])
    func `hold where no slice asks for a later release`(
        _ platform: String, _ intel: [Int], _ arm: [Int], _ holds: Bool
    ) throws {
        let report = try report(platform, intel, arm)
        #expect(report.truthful == holds, "\(report.why)")
    }
}
