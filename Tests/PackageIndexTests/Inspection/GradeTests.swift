import PackageIndex
import Testing

@Suite struct `Grades of native code` {
    private typealias Facts = [String: FactReport]

    private let hardened: Facts = [
        "relro": FactReport(.word("full")), "nx_stack": FactReport(.word("present")),
        "pie": FactReport(.word("dso")), "rpath": FactReport(.list([])),
        "runpath": FactReport(.list([])), "wx_segments": FactReport(.word("absent")),
        "textrel": FactReport(.word("absent")), "sanitizers": FactReport(.word("absent")),
        "canary": FactReport(.word("present")),
        "fortify": FactReport(
            .word("present"),
            names: ["fortified": ["__memcpy_chk", "__sprintf_chk"], "unfortified": ["memcpy"]]),
        "stack_clash": FactReport(.word("present")),
        "library_assertions": FactReport(.word("not-applicable")),
    ]

    private func graded(
        _ facts: Facts, changing changes: Facts = [:], format: String = "elf",
        machine: String = "x86_64", languages: [String] = ["c"], path: String = "a/x.so",
        isInWheel: Bool = true
    ) -> NativeFileReport {
        var file = NativeFileReport(
            path: path, size: 1, format: format, role: .extension, origin: .own)
        file.languages = languages
        file.isInWheel = isInWheel
        file.slices = [
            SliceReport(
                machine: machine, kind: "shared-library",
                facts: facts.merging(changes) { $1 })
        ]
        file.regrade()
        return file
    }

    @Test func `everything there is an A, with all that was decided beside it`() {
        let file = graded(hardened)
        #expect(file.grade == .a)
        #expect(file.score == 100)
        #expect(file.coverage == Coverage(decidable: 10, applicable: 10))
        #expect(file.checks.allSatisfy { $0.advice == nil })
    }

    /// The points of relro 12 of 25, canary 0 of 12, fortify 0 of 10: 51 of 86 are left.
    @Test func `what setuptools builds by default is a C`() throws {
        let file = graded(
            hardened,
            changing: [
                "relro": FactReport(.word("partial")), "canary": FactReport(.word("absent")),
                "fortify": FactReport(
                    .word("absent"), names: ["unfortified": ["sprintf", "memcpy"]]),
            ])
        #expect(file.score == 59)
        #expect(file.grade == .c)
        let canary = try #require(file.checks.first { $0.check == "canary" })
        #expect(canary.outcome == .fail)
        #expect(canary.advice == "compile with -fstack-protector-strong")
    }

    @Test func `what cannot be decided is not deducted, and shows in the coverage`() {
        let unknown = FactReport(.word("undecidable"), evidence: "no array")
        let file = graded(
            hardened, changing: ["canary": unknown, "fortify": unknown, "stack_clash": unknown])
        #expect(file.score == 100)
        #expect(file.coverage == Coverage(decidable: 7, applicable: 10))
    }

    @Test(arguments: [
        ("nx_stack", FactReport(.word("absent"))), ("wx_segments", FactReport(.word("present"))),
        ("textrel", FactReport(.word("present"))), ("rpath", FactReport(.list(["/tmp/build"]))),
        ("runpath", FactReport(.list(["", "$ORIGIN"]))), ("runpath", FactReport(.list(["lib"]))),
        ("sanitizers", FactReport(.word("present"))),
    ])
    func `some faults are an F whatever else is there`(_ name: String, _ fact: FactReport) throws {
        let file = graded(hardened, changing: [name: fact])
        #expect(file.grade == .f)
        #expect(file.checks.contains { $0.outcome == .blocking && $0.advice != nil })
    }

    @Test(arguments: [
        ("$ORIGIN", CheckResult.Outcome.pass), ("${ORIGIN}/../a.libs", .pass),
        ("$ORIGIN/../../x", .fail), ("/usr/lib64", .fail), ("/opt/hdf5/lib", .fail),
        ("/home/runner/build", .blocking), ("lib", .blocking), ("", .blocking),
        ("/opt/./x/../../tmp", .blocking), ("$ORIGINAL", .blocking),
    ])
    func `search paths stay inside of the wheel`(
        _ entry: String, _ outcome: CheckResult.Outcome
    ) throws {
        let file = graded(hardened, changing: ["rpath": FactReport(.list([entry]))])
        #expect(file.checks.first { $0.check == "rpath" }?.outcome == outcome)
    }

    @Test(arguments: ["x.so", "./x.so", "a/b/x.so", "/a/x.so"])
    func `a file in no wheel may search upwards, however its path is written`(_ path: String) {
        let file = graded(
            hardened, changing: ["rpath": FactReport(.list(["$ORIGIN/../../x"]))], path: path,
            isInWheel: false)
        #expect(file.checks.first { $0.check == "rpath" }?.outcome == .pass)
    }

    @Test func `memory-safe code is not asked for the protections of C`() {
        let absent = FactReport(.word("absent"))
        let file = graded(hardened, changing: ["canary": absent], languages: ["rust"])
        #expect(file.grade == .a)
        #expect(file.memorySafe == true)
        #expect(!file.checks.contains { $0.check == "canary" })
        #expect(graded(hardened, languages: ["rust", "c"]).memorySafe == false)
        #expect(graded(hardened, languages: []).memorySafe == nil)
    }

    @Test func `control-flow protection is a badge and no points`() {
        let file = graded(
            hardened,
            changing: [
                "cet_ibt": FactReport(.word("present")), "cet_shstk": FactReport(.word("absent")),
                "cfi": FactReport(.word("undecidable")),
            ])
        #expect(file.controlFlow == ["ibt"])
        #expect(file.score == 100)
    }

    @Test(arguments: [
        ("x86_64", CheckResult.Outcome.blocking, Grade.f), ("i686", .blocking, .f),
        ("armv7l", .blocking, .f), ("aarch64", .pass, .a), ("s390x", .pass, .a),
    ])
    func `an unmarked stack is executable where the machine's default is`(
        _ machine: String, _ outcome: CheckResult.Outcome, _ grade: Grade
    ) {
        let file = graded(
            hardened, changing: ["nx_stack": FactReport(.word("unmarked"))], machine: machine)
        #expect(file.checks.first { $0.check == "nx_stack" }?.outcome == outcome)
        #expect(file.grade == grade)
    }

    /// All 25 points: there is nothing that immediate binding would make safer.
    @Test func `partial relro with nothing bound lazily counts as full`() {
        let file = graded(hardened, changing: ["relro": FactReport(.word("now-irrelevant"))])
        #expect(file.score == 100)
        #expect(file.checks.first { $0.check == "relro" }?.outcome == .pass)
    }

    /// `memcpy` and its like are called bare by fortified code too, and other calls whose sizes are not
    /// known as well: a compiler that noted the option is believed.
    @Test func `what the compiler noted counts in full`() {
        let noted = FactReport(
            .word("present"), tier: 1, evidence: "noted",
            names: ["fortified": [], "unfortified": ["strcpy"]])
        #expect(graded(hardened, changing: ["fortify": noted]).score == 100)
    }

    private let portable: Facts = [
        "aslr": FactReport(.word("present")), "high_entropy_va": FactReport(.word("present")),
        "nx_compat": FactReport(.word("present")), "wx_segments": FactReport(.word("absent")),
        "sanitizers": FactReport(.word("absent")),
    ]

    @Test(arguments: ["aslr", "nx_compat"])
    func `a Windows file without address randomisation or DEP is an F`(_ name: String) {
        #expect(graded(portable, format: "pe", machine: "win_amd64").grade == .a)
        let file = graded(
            portable, changing: [name: FactReport(.word("absent"))], format: "pe",
            machine: "win_amd64")
        #expect(file.grade == .f)
    }

    private let apple: Facts = [
        "pie": FactReport(.word("dso")), "wx_segments": FactReport(.word("absent")),
        "data_const": FactReport(.word("present")), "code_signature": FactReport(.word("ad-hoc")),
        "needed": FactReport(.list(["/usr/lib/libSystem.B.dylib", "@loader_path/a.dylib"])),
        "min_os": FactReport(.word("macos 11.0")),
    ]

    @Test func `a Mac file may be linked to the wheel and the system only`() {
        #expect(graded(apple, format: "macho", machine: "arm64").score == 100)
        let file = graded(
            apple, changing: ["needed": FactReport(.list(["/opt/homebrew/lib/libx.dylib"]))],
            format: "macho", machine: "arm64")
        #expect(file.score == 83)
    }

    /// dyld(1): `LC_RPATH` serves names that begin with `@rpath`; the check is 10 of 60 points.
    @Test(arguments: [
        ("@loader_path", CheckResult.Outcome.pass, CheckResult.Outcome.pass),
        ("@loader_path/../x", .pass, .pass), ("/usr/lib/swift", .pass, .pass),
        ("@loader_path/../../x", .fail, .fail), ("@executable_path/../lib", .fail, .fail),
        ("/opt/homebrew/lib", .fail, .fail), ("/usr/libx", .fail, .fail),
        ("/Users/builder/lib", .blocking, .fail), ("/private/tmp/lib", .blocking, .fail),
        ("lib", .blocking, .fail), ("", .blocking, .fail), ("@loader_pathx", .blocking, .fail),
        ("/usr/lib/../../tmp", .blocking, .fail),
    ])
    func `search paths of a Mac file stay inside, and block where they are used`(
        _ entry: String, _ used: CheckResult.Outcome, _ unused: CheckResult.Outcome
    ) {
        let paths = FactReport(.list([entry]))
        let searching = FactReport(.list(["@rpath/libx.dylib"]))
        for (changes, outcome) in [
            (["rpath": paths, "needed": searching], used), (["rpath": paths], unused),
        ] {
            let file = graded(apple, changing: changes, format: "macho", machine: "arm64")
            #expect(file.checks.first { $0.check == "needed" }?.outcome == outcome)
            #expect(file.score == (outcome == .pass ? 100 : outcome == .fail ? 83 : 34))
        }
    }

    @Test(arguments: [
        ("@loader_path/../x.dylib", CheckResult.Outcome.pass),
        ("@loader_path/../../x.dylib", .fail), ("@executable_path/x.dylib", .fail),
        ("@rpath/x.dylib", .pass),
    ])
    func `a Mac file's libraries lie in the wheel`(
        _ library: String, _ outcome: CheckResult.Outcome
    ) {
        let file = graded(
            apple, changing: ["needed": FactReport(.list([library]))], format: "macho",
            machine: "arm64")
        #expect(file.checks.first { $0.check == "needed" }?.outcome == outcome)
    }

    @Test(arguments: [
        ("arm64", "macos 11.0", true), ("x86_64", "macos 10.9", false),
        ("arm64", "ios 13.0", false),
    ])
    func `only ARM Macs ask for a signature`(_ machine: String, _ system: String, _ asks: Bool) {
        let file = graded(
            apple,
            changing: [
                "code_signature": FactReport(.word("absent")), "min_os": FactReport(.word(system)),
            ], format: "macho", machine: machine)
        #expect(file.checks.contains { $0.check == "code_signature" } == asks)
    }

    /// A signature that does not fit the file is worth none of the 10 of 60 points.
    @Test(arguments: ["stale", "invalid"])
    func `only a signature that fits the file counts`(_ word: String) {
        let changed = ["code_signature": FactReport(.word(word))]
        let file = graded(apple, changing: changed, format: "macho", machine: "arm64")
        #expect(file.score == 83)
        #expect(file.checks.first { $0.check == "code_signature" }?.outcome == .fail)
        // Where none is asked for, a file is no better without it.
        let other = graded(apple, changing: changed, format: "macho", machine: "x86_64")
        #expect(other.score == 100)
        #expect(!other.checks.contains { $0.check == "code_signature" })
    }

    @Test func `the worst slice and the worst own file count`() {
        var fat = graded(hardened)
        fat.slices.append(
            SliceReport(
                machine: "i686", kind: "shared-library",
                facts: hardened.merging(["nx_stack": FactReport(.word("absent"))]) { $1 }))
        var vendored = graded(hardened, changing: ["relro": FactReport(.word("none"))])
        vendored.origin = .vendored
        var debug = graded(hardened, changing: ["textrel": FactReport(.word("present"))])
        debug.role = .debugCompanion
        var wheel = WheelReport(
            path: "p", filename: "f", project: "p", version: "1",
            tags: TagReport(claimed: [], computed: nil, truthful: true, why: []))
        wheel.files = [graded(hardened), vendored, debug]
        wheel.regrade()
        #expect(wheel.grade == .a)
        #expect(wheel.vendoredGrade == .c)
        #expect(wheel.files[2].grade == nil)
        #expect(wheel.coverage == Coverage(decidable: 10, applicable: 10))
        wheel.files.append(fat)
        wheel.regrade()
        #expect(wheel.grade == .f)
    }

    /// A Linux wheel whose own file is a Windows launcher.
    @Test func `others' libraries of the tag's format count before own files of another`() {
        var vendored = graded(hardened, changing: ["relro": FactReport(.word("none"))])
        vendored.origin = .vendored
        var wheel = WheelReport(
            path: "p", filename: "f", project: "p", version: "1",
            tags: TagReport(
                claimed: ["py3-none-manylinux_2_28_x86_64"], computed: nil, truthful: true, why: [])
        )
        wheel.files = [graded(portable, format: "pe", machine: "win_amd64"), vendored]
        wheel.regrade()
        #expect(wheel.gradedFormat == "elf")
        #expect(wheel.grade == nil)
        #expect(wheel.vendoredGrade == .c)
    }

    /// A Linux wheel with a Windows launcher, one for any system, and one whose tag is wrong.
    @Test(arguments: [
        (["cp312-cp312-manylinux_2_28_x86_64"], ["elf", "pe"], Grade.a, "elf"),
        (["cp312-cp312-win_amd64"], ["elf", "pe", "elf"], .f, "pe"),
        (["cp312-cp312-win32", "py3-none-any"], ["elf", "pe"], .f, "pe"),
        (["py3-none-any"], ["pe", "elf", "pe"], .f, "pe"),
        (["py3-none-any"], ["pe", "elf"], .a, "elf"),
        (["cp312-cp312-macosx_11_0_arm64"], ["pe"], .f, "pe"),
        (["cp312-cp312-ios_13_0_arm64_iphoneos"], ["macho", "elf"], .a, "macho"),
    ])
    func `a wheel is graded by the format of its tags alone`(
        _ tags: [String], _ formats: [String], _ grade: Grade, _ format: String
    ) {
        var wheel = WheelReport(
            path: "p", filename: "f", project: "p", version: "1",
            tags: TagReport(claimed: tags, computed: nil, truthful: true, why: []))
        wheel.files = formats.map { format in
            switch format {
            case "pe":
                graded(
                    portable, changing: ["aslr": FactReport(.word("absent"))], format: format,
                    machine: "win_amd64")
            case "macho": graded(apple, format: format, machine: "arm64")
            default: graded(hardened, format: format)
            }
        }
        wheel.regrade()
        #expect(wheel.grade == grade)
        #expect(wheel.gradedFormat == format)
        let counted = wheel.files.filter { $0.format == format }
        #expect(
            wheel.coverage.applicable == counted.reduce(0) { $0 + $1.coverage.applicable })
        #expect(wheel.findings.contains { $0.name == .noASLR } == formats.contains("pe"))
    }
}
