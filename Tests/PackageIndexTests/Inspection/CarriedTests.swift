import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Parts that wheels carry` {
    private func crates(_ json: String) throws -> [CarriedReport.Part] {
        try AuditableCrates(Deflater.deflate(Array(json.utf8), .zlib)).crates
    }

    @Test func `cargo auditable's list is read without the root and without build tools`() throws {
        let found = try crates(
            """
            {"packages":[{"name":"a","version":"1.0.0","source":"local","root":true,"dependencies":[1,2]},
            {"name":"b","version":"2.1.0","source":"registry","dependencies":[2]},
            {"name":"c","version":"0.3.0","source":"registry","kind":"build"}],"format":1}
            """)
        #expect(found == [CarriedReport.Part(name: "b", version: "2.1.0")])
    }

    /// PARSING.md of cargo-auditable: without the number 0, then 1, and 8 with what SBOMs of cargo say.
    @Test(arguments: ["", #","format":0"#, #","format":1"#, #","format":8"#])
    func `every format of the list is read`(_ format: String) throws {
        let found = try crates(
            #"""
            {"packages":[{"name":"a","version":"1.0.0","source":"local","root":true,"dependencies":[1]},
            {"name":"b","version":"2.1.0","source":"registry","kind":"runtime"}]\#(format)}
            """#)
        #expect(found == [CarriedReport.Part(name: "b", version: "2.1.0")])
    }

    @Test(arguments: [
        #"{"packages":[]}"#,
        #"{"packages":[{"name":"a","version":"1"}]}"#,
        #"{"packages":[{"name":"a","version":"1","root":true},{"name":"b","version":"1","root":true}]}"#,
        #"{"packages":[{"name":"a","version":"1","root":true,"dependencies":[1]},{"name":"b","version":"1","dependencies":[0]}]}"#,
        #"{"packages":[{"name":"a","version":"1","root":true,"dependencies":[7]}]}"#,
        #"{"packages":[{"name":"a","version":"1","root":true,"dependencies":[-1]}]}"#,
        "[]", "", "{",
    ])
    func `a list that contradicts itself is refused`(_ json: String) {
        #expect(throws: AuditableCrates.Invalid.self) { try crates(json) }
    }

    @Test func `a list that unpacks to too much is refused`() {
        let bomb = Deflater.deflate([UInt8](repeating: 32, count: 9 << 20), .zlib)
        #expect(throws: AuditableCrates.Invalid.self) { try AuditableCrates(bomb) }
        #expect(throws: AuditableCrates.Invalid.self) {
            try AuditableCrates(Array(bomb.prefix(50)))
        }
    }

    @Test func `a list whose names are too long together is refused`() {
        let name = String(repeating: "x", count: 2 << 20)
        #expect(throws: AuditableCrates.Invalid.self) {
            try crates(#"{"packages":[{"name":"\#(name)","version":"1","root":true}]}"#)
        }
    }

    @Test func `the full list of crates tells of C that left no trace`() {
        var file = NativeFileReport(
            path: "x.so", size: 1, format: "elf", role: .executable, origin: .own)
        file.languages = ["rust"]
        file.carried.crates = [.init(name: "ring", version: "0.17.14")]
        file.carried.crateSource = .auditable
        file.slices = [
            SliceReport(
                machine: "x86_64", kind: "executable",
                facts: ["canary": FactReport(.word("not-applicable"), evidence: "no C in rust")])
        ]
        file.takeLanguageOfCrates()
        #expect(file.languages == ["rust", "c"])
        #expect(file.findings.last?.evidence == "crates in .dep-v0 that compile C: ring")
        #expect(file.slices.first?.fact("canary").word == "undecidable")
        var other = file
        other.languages = ["rust"]
        other.carried.crates = [.init(name: "serde", version: "1.0.0")]
        other.takeLanguageOfCrates()
        #expect(other.languages == ["rust"])
    }

    /// LLVM's inline probe and `__rust_probestack` are rustc's doing; GCC's loop on x86 is C's alone.
    @Test(arguments: [
        ("LLVM's stack probe stands 9 times, first at 0x1000", "undecidable"),
        ("defines __rust_probestack", "undecidable"),
        ("the stack is probed page by page 3 times, first at 0x1000", "present"),
    ])
    func `Rust's stack probes do not speak for C in its crates`(_ evidence: String, _ word: String)
    {
        var file = NativeFileReport(
            path: "x.so", size: 1, format: "elf", role: .executable, origin: .own)
        file.languages = ["rust"]
        file.carried.crates = [.init(name: "ring", version: "0.17.14")]
        file.carried.crateSource = .auditable
        let probes = FactReport(.word("present"), tier: 3, evidence: evidence)
        file.slices = [
            SliceReport(machine: "x86_64", kind: "executable", facts: ["stack_clash": probes])
        ]
        file.takeLanguageOfCrates()
        #expect(file.slices.first?.fact("stack_clash").word == word)
    }
}
