import Foundation
import NativeInspection
import PackageIndex
import Testing

/// The numbers of `docs/NATIVE.md`.
@Suite struct `Weights of the rubric` {
    private typealias Facts = [String: FactReport]

    private static let present = FactReport(.word("present"))
    private static let absent = FactReport(.word("absent"))

    private static let code: Facts = [
        "sanitizers": absent, "canary": present, "stack_clash": present,
        "library_assertions": present,
        "fortify": FactReport(.word("present"), names: ["fortified": ["__sprintf_chk"]]),
    ]
    private static let elf: Facts = code.merging([
        "relro": FactReport(.word("full")), "nx_stack": present, "pie": FactReport(.word("dso")),
        "rpath": FactReport(.list([])), "runpath": FactReport(.list([])), "wx_segments": absent,
        "textrel": absent,
    ]) { $1 }
    private static let machO: Facts = code.merging([
        "pie": FactReport(.word("dso")), "wx_segments": absent, "data_const": present,
        "code_signature": FactReport(.word("ad-hoc")), "needed": FactReport(.list([])),
        "allow_stack_execution": absent,
    ]) { $1 }
    private static let pe: Facts = code.merging([
        "aslr": present, "high_entropy_va": present, "nx_compat": present, "wx_segments": absent,
    ]) { $1 }

    private func graded(
        _ facts: Facts, changing changes: Facts = [:], format: String = "elf",
        machine: String = "x86_64", languages: [String] = ["c++"]
    ) -> NativeFileReport {
        var file = NativeFileReport(
            path: "a/x.so", size: 1, format: format, role: .extension, origin: .own)
        file.languages = languages
        file.isInWheel = true
        file.slices = [
            SliceReport(
                machine: machine, kind: "shared-library", facts: facts.merging(changes) { $1 })
        ]
        file.regrade()
        return file
    }

    private func weights(_ file: NativeFileReport) -> [String: Double] {
        Dictionary(file.checks.map { ($0.check, $0.weight) }) { $0 + $1 }
    }

    /// 30 points in every format: canary, FORTIFY, stack probes, the C++ library's checks.
    private static let codeWeights: [String: Double] = [
        "sanitizers": 0, "canary": 12, "fortify": 10, "stack_clash": 4, "library_assertions": 4,
    ]

    @Test func `the linker has 60 points and the compiler 30 in each format`() {
        let elf = Self.codeWeights.merging([
            "relro": 25, "nx_stack": 15, "pie": 10, "rpath": 10, "wx_segments": 0, "textrel": 0,
        ]) { $1 }
        #expect(weights(graded(Self.elf)) == elf)
        let machO = Self.codeWeights.merging([
            "pie": 10, "wx_segments": 15, "data_const": 15, "code_signature": 10, "needed": 10,
            "allow_stack_execution": 0,
        ]) { $1 }
        #expect(weights(graded(Self.machO, format: "macho", machine: "arm64")) == machO)
        let pe = Self.codeWeights.merging([
            "aslr": 20, "high_entropy_va": 10, "nx_compat": 20, "wx_segments": 10,
        ]) { $1 }
        #expect(weights(graded(Self.pe, format: "pe", machine: "win_amd64")) == pe)
        for weights in [elf, machO, pe] {
            #expect(weights.values.reduce(0, +) == 90)
        }
    }

    @Test func `partial relro earns 12 of its 25 points`() throws {
        let file = graded(Self.elf, changing: ["relro": FactReport(.word("partial"))])
        let relro = try #require(file.checks.first { $0.check == "relro" })
        #expect(relro.earned == 12)
    }

    /// `memcpy`, `memmove` and `memset` stay bare in fortified code too: 2 of 3 count.
    @Test func `fortify earns its share of calls, and three names count for neither`() throws {
        let names = [
            "fortified": ["__sprintf_chk", "__strcpy_chk"],
            "unfortified": ["memcpy", "memmove", "memset", "strcat"],
        ]
        let file = graded(
            Self.elf, changing: ["fortify": FactReport(.word("present"), names: names)])
        let fortify = try #require(file.checks.first { $0.check == "fortify" })
        #expect(abs(fortify.earned - 10 * 2 / 3) < 0.001)
    }

    @Test(arguments: [
        (100, Grade.a), (90, .a), (89, .b), (75, .b), (74, .c), (55, .c), (54, .d), (35, .d),
        (34, .f), (0, .f),
    ])
    func `a score has its grade`(_ score: Int, _ grade: Grade) {
        #expect(Grade(score: score) == grade)
    }

    /// RELRO's 25 are missing: 35 of 60 without the compiler's 30, 65 of 90 with them.
    @Test(arguments: [
        (["rust"], 58), (["go"], 58), (["haskell"], 58), (["go", "rust"], 58), (["c"], 72),
        (["cython"], 72), (["fortran"], 72), (["c", "rust"], 72), (["zig"], 72), ([], 72),
    ])
    func `what does not apply is neither earned nor asked`(_ languages: [String], _ score: Int) {
        let file = graded(
            Self.elf, changing: ["relro": FactReport(.word("none"))], languages: languages)
        #expect(file.score == score)
        #expect(file.checks.contains { $0.check == "canary" } == (score == 72))
    }

    /// rpds-py's wheels differed by a grade where control flow scored: other machines have no CET.
    @Test(arguments: ["absent", "not-applicable", "present"])
    func `a machine without control-flow protection has the same grade`(_ word: String) {
        let changes = Dictionary(
            uniqueKeysWithValues: ["cet_ibt", "cet_shstk", "bti", "pac"].map {
                ($0, FactReport(.word(word)))
            })
        let file = graded(Self.elf, changing: changes)
        #expect(file.score == 100)
        #expect(file.coverage == graded(Self.elf).coverage)
        #expect(file.controlFlow.isEmpty == (word != "present"))
    }

    /// No array, no call, no large frame, by its source: three questions have no answer.
    @Test func `a module of one function shows how little was decided of it`() throws {
        let source = MemoryNativeSource(try CompiledLibrary.bytes("canary-leaf.so"))
        let file = try #require(
            try InspectNativeFile().report(of: source, path: "x.so", sha256: nil))
        #expect(file.grade == .a)
        #expect(file.coverage == Coverage(decidable: 7, applicable: 10))
        let open = file.checks.filter { $0.outcome == .undecidable }.map(\.check)
        #expect(open == ["canary", "fortify", "stack_clash"])
    }

    @Test func `a report that was kept can be graded again from its facts alone`() throws {
        let source = MemoryNativeSource(try CompiledLibrary.bytes("stack-clash-gcc.so"))
        let file = try #require(
            try InspectNativeFile().report(of: source, path: "x.so", sha256: nil))
        var kept = try JSONDecoder().decode(
            NativeFileReport.self, from: try JSONEncoder().encode(file))
        kept.grade = nil
        kept.score = nil
        kept.checks = []
        kept.regrade()
        #expect(kept == file)
        #expect(kept.score == 67)
    }
}
