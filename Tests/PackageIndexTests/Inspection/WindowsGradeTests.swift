import PackageIndex
import Testing

/// What the rubric does not ask of Windows files.
@Suite struct `Grades of Windows files` {
    private let facts: [String: FactReport] = [
        "aslr": FactReport(.word("present")), "high_entropy_va": FactReport(.word("present")),
        "nx_compat": FactReport(.word("present")), "wx_segments": FactReport(.word("absent")),
    ]

    private func graded(_ changes: [String: FactReport]) -> NativeFileReport {
        var file = NativeFileReport(
            path: "a/x.pyd", size: 1, format: "pe", role: .extension, origin: .own)
        file.languages = ["c"]
        file.slices = [
            SliceReport(
                machine: "win_amd64", kind: "shared-library", facts: facts.merging(changes) { $1 })
        ]
        file.regrade()
        return file
    }

    /// Hardly any module is signed, and the runtime brings its cookie along.
    @Test(
        arguments: [
            "authenticode", "security_cookie", "guard_cf", "cet_compat", "safe_seh", "debug_path",
        ], ["absent", "present"])
    func `what most lack, and what the runtime brings along, is worth nothing`(
        _ name: String, _ word: String
    ) {
        #expect(graded([name: FactReport(.word(word))]).score == 100)
    }

    @Test func `code that is always loaded at one address fails twice`() throws {
        let file = graded([
            "aslr": FactReport(.word("absent")), "high_entropy_va": FactReport(.word("absent")),
        ])
        #expect(file.checks.filter { $0.outcome == .blocking }.map(\.check) == ["aslr"])
        #expect(file.checks.filter { $0.outcome == .fail }.map(\.check) == ["high_entropy_va"])
    }

    @Test func `32 bits are asked for no high entropy`() {
        let file = graded(["high_entropy_va": FactReport(.word("not-applicable"))])
        #expect(file.score == 100)
        #expect(!file.checks.contains { $0.check == "high_entropy_va" })
    }
}
