extension CodeFacts {
    /// A landing mark for each so many bytes of code, or more, is what instrumented code has.
    private static let bytesPerMark = 2048
    /// The landing marks of the start-up objects of x86 (crt1, crti, crtbegin), which distributions mark.
    private static let marksOfStartUp = 5

    /// Clang's control-flow integrity, which a module that was optimised as a whole shows in no symbol.
    var controlFlowIntegrity: Fact {
        guard contents.format != .pe else { return .notApplicable }
        for mark in [SymbolMark.crossModuleCFI, .moduleCFI, .kernelCFI] {
            if let fact = present(mark) {
                return fact
            }
        }
        if languages == ["go"] {
            return .notApplicable
        }
        return .undecidable("code with hidden symbols shows no trace of it")
    }

    /// Whether indirect jumps have marked targets in the code, whatever the header lets be enforced.
    ///
    /// Where the header claims it, marks as dense as compilers set them bear it out. Without a claim
    /// they may be those of a library that was linked in, so they must be everywhere.
    func branchMarks(isClaimed: Bool) -> Fact {
        let machine = contents.machine
        guard contents.format == .elf, machine == .x86_64 || machine == .i686 || machine == .aarch64
        else { return .notApplicable }
        guard opcodes.codeBytes > 0 else { return .undecidable("no code was found") }
        // On ARM64, paciasp is a landing mark too.
        let count =
            opcodes.branchTargets.count + (machine == .aarch64 ? opcodes.signedReturns.count : 0)
        let name = machine == .aarch64 ? "bti or paciasp" : machine == .i686 ? "endbr32" : "endbr64"
        let evidence = "\(count) \(name) in \(opcodes.codeBytes) bytes of code"
        let dense = opcodes.codeBytes / Self.bytesPerMark
        if count <= (machine == .aarch64 ? 0 : Self.marksOfStartUp) {
            let isConclusive = count == 0 || dense > 2 * Self.marksOfStartUp
            return isConclusive
                ? Fact(.absent, tier: .opcode, evidence: evidence)
                : .undecidable(evidence + ", no more than start-up objects have")
        }
        let blocks =
            (opcodes.codeBytes + OpcodeCounts.blockBytes - 1) / OpcodeCounts.blockBytes
        let isEverywhere = isClaimed || opcodes.markedBlocks * 10 >= blocks * 9
        let places = "in \(min(opcodes.markedBlocks, blocks)) of \(blocks) pages of code"
        return Fact(
            count >= dense && isEverywhere ? .present : .word("partial"), tier: .opcode,
            evidence: "\(evidence), \(places)")
    }

    /// A claim of the header about ARM64 code, held against the code: a claim that no instruction bears
    /// out is undecidable.
    func confirmed(
        _ fact: Fact, by places: OpcodeCounts.Places, or others: OpcodeCounts.Places
    ) -> Fact {
        guard contents.format == .elf, contents.machine == .aarch64, opcodes.codeBytes > 0,
            fact.value == .present || fact.value == .absent || fact.value == .undecidable
        else { return fact }
        let count = places.count + others.count
        var fact = fact
        if fact.value == .present, count == 0 {
            fact.value = .undecidable
        }
        let claim = fact.evidence.map { $0 + "; " } ?? ""
        fact.evidence = claim + "\(count) such instructions in \(opcodes.codeBytes) bytes of code"
        return fact
    }

    /// Runtimes of sanitizers, which are for tests: a finding, not a protection.
    var sanitizers: Fact {
        let clues: [(name: String, clue: ContentEvidence.Clue?)] = [
            ("asan", evidence.symbol(.addressSanitizer)),
            ("tsan", evidence.symbol(.threadSanitizer)),
            ("msan", evidence.symbol(.memorySanitizer)),
            ("ubsan", undefinedBehaviorSanitizer),
        ]
        let found = clues.compactMap { name, clue in
            clue.map { (name: name, evidence: $0.text) }
        }
        if !found.isEmpty {
            return Fact(
                .present, tier: .symbol,
                evidence: found.map(\.evidence).joined(separator: "; "),
                names: ["sanitizers": found.map(\.name)])
        }
        if let problem = symbolProblem {
            return .undecidable(problem)
        }
        return Fact(.absent, tier: .symbol, evidence: "no symbol of a sanitizer")
    }

    /// Handlers that the code asks another library for, or LLVM's whole runtime inside.
    ///
    /// Handlers that a file defines are no sign: Zig links its own into every library and program, and
    /// Clang has some that are meant to be shipped (`-fsanitize-minimal-runtime`).
    private var undefinedBehaviorSanitizer: ContentEvidence.Clue? {
        evidence.symbol(.undefinedBehaviorSanitizer, as: [.imported])
            ?? evidence.symbol(.undefinedBehaviorRuntime, as: [.exported, .local])
    }

    /// The C++ library's own checks; the library that offers them is no proof of their use.
    var libraryAssertions: Fact {
        guard languages.contains("c++") else { return .notApplicable }
        return present(.libraryAssertion, as: [.imported, .local])
            ?? present(.libcxxAbort, as: [.imported])
            ?? .undecidable("code without checked containers shows no trace of it")
    }
}
