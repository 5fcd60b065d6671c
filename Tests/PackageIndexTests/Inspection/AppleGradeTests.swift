import PackageIndex
import Testing

/// What the rubric asks of Mach-O files beyond what it asks of all.
@Suite struct `Grades of Mach-O files` {
    private let facts: [String: FactReport] = [
        "pie": FactReport(.word("dso")), "wx_segments": FactReport(.word("absent")),
        "data_const": FactReport(.word("present")), "code_signature": FactReport(.word("ad-hoc")),
        "needed": FactReport(.list(["/usr/lib/libSystem.B.dylib"])),
        "min_os": FactReport(.word("macos 11.0")),
    ]

    private func graded(
        _ changes: [[String: FactReport]], path: String = "a/x.so", isInWheel: Bool = true
    ) -> NativeFileReport {
        var file = NativeFileReport(
            path: path, size: 1, format: "macho", role: .extension, origin: .own)
        file.languages = ["c"]
        file.isInWheel = isInWheel
        file.slices = zip(["x86_64", "arm64"], changes).map { machine, changes in
            SliceReport(
                machine: machine, kind: "shared-library", facts: facts.merging(changes) { $1 })
        }
        file.regrade()
        return file
    }

    private func needed(_ library: String, isInWheel: Bool = true) -> CheckResult.Outcome? {
        let changes = ["needed": FactReport(.list(["/usr/lib/libSystem.B.dylib", library]))]
        return graded([changes], isInWheel: isInWheel).checks.first { $0.check == "needed" }?
            .outcome
    }

    /// What `delocate-listdeps` shows of a wheel that it leaves alone, and of one that it repairs.
    @Test(arguments: [
        ("/usr/lib/libc++.1.dylib", CheckResult.Outcome.pass),
        ("/System/Library/Frameworks/Security.framework/Versions/A/Security", .pass),
        ("@loader_path/.dylibs/libz.dylib", .pass), ("@loader_path/../b/libz.dylib", .pass),
        ("@rpath/libz.dylib", .pass), ("/opt/homebrew/lib/libz.dylib", .fail),
        ("/usr/local/lib/libz.dylib", .fail), ("/usr/library/libz.dylib", .fail),
        ("@loader_path/../../libz.dylib", .fail),
        ("@loader_path/.dylibs/../../../libz.dylib", .fail), ("libz.dylib", .fail),
        ("lib/libz.dylib", .fail), ("./libz.dylib", .fail), ("@loader_pathlibz.dylib", .fail),
    ])
    func `libraries are those of the system and of the wheel`(
        _ library: String, _ outcome: CheckResult.Outcome
    ) {
        #expect(needed(library) == outcome)
    }

    @Test func `a file in no wheel may find its libraries upwards`() {
        #expect(needed("@loader_path/../../libz.dylib", isInWheel: false) == .pass)
    }

    @Test(arguments: ["wx_segments", "allow_stack_execution"])
    func `the worst slice counts, whichever it is`(_ name: String) {
        let bad = [name: FactReport(.word("present"))]
        #expect(graded([[:], [:]]).grade == .a)
        #expect(graded([bad, [:]]).grade == .f)
        #expect(graded([[:], bad]).grade == .f)
    }

    /// An ad-hoc signature is what ARM asks for, and nothing tells that another's is better code.
    @Test(arguments: ["ad-hoc", "linker-signed", "signed"])
    func `whoever signed, the points are the same`(_ word: String) {
        #expect(graded([[:], ["code_signature": FactReport(.word(word))]]).score == 100)
    }

    @Test(
        arguments: [
            "arc", "arc4random", "chained_fixups", "pac", "hardened_runtime", "no_heap_execution",
        ], ["absent", "present"])
    func `what code can do, and what only some systems ask for, is worth nothing`(
        _ name: String, _ word: String
    ) {
        #expect(graded([[name: FactReport(.word(word))]]).score == 100)
    }

    @Test func `arm64e is a badge of its slice`() {
        let signed = ["pac": FactReport(.word("present"))]
        #expect(graded([signed]).controlFlow == ["pac"])
        #expect(graded([signed, [:]]).controlFlow == [])
    }
}
