import PackageIndex
import Testing

@Suite struct `Stable ABI` {
    /// The versions of these symbols stand in CPython's Misc/stable_abi.toml.
    private let symbols = [
        "PyLong_FromLong", "PyUnicode_AsUTF8AndSize", "PyType_GetName", "malloc", "Pythonic",
    ]

    @Test func `symbols that are newer than the tag break the promise`() {
        let report = StableABI.report(
            of: symbols.dropLast(), claim: .since(PythonRelease(major: 3, minor: 6)))
        #expect(report.claimed == "3.6")
        #expect(report.computed == "3.11")
        #expect(
            report.violations == [
                .init(symbol: "PyType_GetName", added: "3.11"),
                .init(symbol: "PyUnicode_AsUTF8AndSize", added: "3.10"),
            ])
    }

    @Test func `a symbol outside of the stable ABI leaves no version that would do`() {
        let report = StableABI.report(
            of: ["PyLong_FromLong", "_PyLong_AsByteArray"],
            claim: .since(PythonRelease(major: 3, minor: 9)))
        #expect(report.computed == nil)
        #expect(report.violations == [.init(symbol: "_PyLong_AsByteArray", added: nil)])
    }

    @Test func `a module without a promise could be for the stable ABI`() {
        let report = StableABI.report(
            of: ["PyLong_FromLong", "PyUnicode_AsUTF8AndSize"], claim: .none)
        #expect(report == StableABIReport(claimed: nil, computed: "3.10", violations: []))
        #expect(StableABI.report(of: ["malloc"], claim: .none).computed == nil)
    }

    @Test func `of several tags the highest counts`() {
        #expect(
            StableABI.claim(ofTags: [("cp38", "abi3"), ("cp310", "abi3"), ("cp39", "abi3")])
                == .since(PythonRelease(major: 3, minor: 10)))
        #expect(StableABI.claim(ofTags: [("cp312", "cp312"), ("py3", "none")]) == .none)
        #expect(
            StableABI.claim(ofTags: [("cp314", "abi3t")])
                == .since(PythonRelease(major: 3, minor: 15)))
    }

    @Test(arguments: [
        ("a/x.abi3.so", true), ("a/x.so", true), ("a/x.pyd", true),
        ("a/x.cpython-312-darwin.so", false), ("a/x.cp312-win_amd64.pyd", false),
        ("a/x.pypy311-pp73-darwin.so", false),
    ])
    func `a name can bind a module to one release in a wheel for many`(
        _ path: String, _ holds: Bool
    ) {
        let wheel = StableABI.Claim.since(PythonRelease(major: 3, minor: 9))
        #expect(StableABI.claim(ofFile: path, inWheelWith: wheel) == (holds ? wheel : .none))
    }

    @Test func `a bare module says by its name that it is for the stable ABI, not since when`() {
        for name in ["x.abi3.so", "x.abi3t.so", "x.abi3.pyd"] {
            #expect(StableABI.claim(ofFile: name, inWheelWith: .none) == .unversioned)
        }
        #expect(StableABI.claim(ofFile: "x.so", inWheelWith: .none) == .none)
        let report = StableABI.report(of: ["PyType_GetName", "_PyType_Name"], claim: .unversioned)
        #expect(report.violations == [.init(symbol: "_PyType_Name", added: nil)])
    }
}
