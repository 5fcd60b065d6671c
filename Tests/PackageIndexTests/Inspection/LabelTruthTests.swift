import NativeInspection
import PackageIndex
import PythonPackaging
import Testing

/// Labels against the reference tools' results on wheels of PyPI.
@Suite struct `Labels of known wheels` {
    @Test func `the platform is the one that auditwheel names`() throws {
        var wheels: [(name: String, machine: String, expected: String, slice: NativeSlice)] = []
        for line in lines(LabelTruthTable.platforms) {
            switch line[0] {
            case "wheel":
                let machine = try #require(Self.machines.first { $0.name == line[2] })
                wheels.append(
                    (
                        line[1], line[2], line[3],
                        NativeSlice(
                            machine: machine, kind: .sharedLibrary, range: 0..<1)
                    ))
            case "needed": wheels[wheels.count - 1].slice.needed = Array(line.dropFirst())
            default:
                wheels[wheels.count - 1].slice.versionNeeds.append(
                    .init(library: line[1], versions: Array(line.dropFirst(2))))
            }
        }
        #expect(wheels.count > 70)
        for wheel in wheels {
            let report = try tags(
                of: wheel.name,
                with: LabelledFile(
                    path: "x.so", role: .extension, format: .elf, slices: [wheel.slice]))
            #expect(report.computed == wheel.expected, "\(wheel.name): \(report.why)")
            let lies = wheel.name.hasPrefix("wasmtime-")
            #expect(report.truthful == !lies, "\(wheel.name): \(report.why)")
        }
    }

    /// abi3audit also looks at symbols that a module defines itself, and so takes a module with
    /// functions named `PyDockerfile_…` for one that leaves the stable ABI.
    @Test func `the stable ABI is kept where abi3audit says so, but for its known error`() throws {
        var name = "", baseline = "", computed = "", isStable = false
        var count = 0
        for line in lines(LabelTruthTable.stableABI) {
            guard line[0] == "imports" else {
                (name, baseline, computed, isStable) = (line[1], line[2], line[3], line[4] == "yes")
                continue
            }
            let filename = try WheelFilename(name)
            let claim = StableABI.claim(ofTags: filename.tags.map { ($0.python, $0.abi) })
            let report = StableABI.report(of: Array(line.dropFirst()), claim: claim)
            #expect(report.claimed == baseline, "\(name)")
            #expect(report.computed == computed, "\(name)")
            let isKnownError = name.hasPrefix("dockerfile-")
            #expect(report.violations.isEmpty == (isStable || isKnownError), "\(name)")
            count += 1
        }
        #expect(count == 6)
    }

    private static let machines: [Machine] = [
        .x86_64, .i686, .aarch64, .armv7l, .ppc64le, .s390x,
    ]

    private func tags(of name: String, with file: LabelledFile) throws -> TagReport {
        let tags = try WheelFilename(name).tags.map {
            (python: $0.python, abi: $0.abi, platform: $0.platform)
        }
        return TagTruth(tags: tags, files: [file], shipped: []).report(stableABI: [])
    }

    /// The words of each line; a line that begins with a space goes on the one before.
    private func lines(_ table: String) -> [[String]] {
        var lines: [[String]] = []
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix(" ") {
                lines[lines.count - 1] += words
            } else {
                lines.append(words)
            }
        }
        return lines
    }
}
