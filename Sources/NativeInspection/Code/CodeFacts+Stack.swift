extension CodeFacts {
    /// Whether large frames touch each page, so that the stack cannot jump over its guard page.
    ///
    /// Rust and Zig probe by themselves: their probes say nothing about C in the same file. GCC's loop
    /// on x86 is nobody else's, and on Windows and macOS every compiler probes.
    var stackClash: Fact {
        if let fact = present(.darwinStackProbe) ?? present(.windowsStackProbe) {
            return fact
        }
        let isX86 = contents.machine.runsAMD64
        let probes: [(places: OpcodeCounts.Places, text: String, isC: Bool)] = [
            (opcodes.pageProbes, "the stack is probed page by page", isX86),
            (opcodes.stackLimitReads, "the stack's limit is read", true),
            (opcodes.inlineProbes, "LLVM's stack probe stands", false),
        ]
        let found = probes.filter { $0.places.count > 0 }
            .map { probe in
                (
                    fact: Fact(
                        .present, tier: .opcode,
                        evidence: "\(probe.text) \(probe.places.evidence)"), isC: probe.isC
                )
            }
        if let fact = found.first(where: \.isC)?.fact { return fact }
        if let fact = present(.rustStackProbe) ?? present(.zigStackProbe) ?? found.first?.fact {
            // Where all code is of such languages, whichever it is in, its own compiler probes.
            guard let other = languageBesideC, !languages.isSubset(of: Self.selfReliant) else {
                return fact
            }
            return .undecidable(
                "\(fact.evidence ?? ""), which may all be in the code of \(other)")
        }
        if languages == ["go"] {
            return Fact(.notApplicable, evidence: "Go checks its own stacks")
        }
        return .undecidable("no sign of it, but only frames larger than a page are probed")
    }

    /// Clang's SafeStack: what is unsafe lives on a second stack.
    var safeStack: Fact {
        guard contents.format != .pe else { return .notApplicable }
        if let fact = present(.safeStack) {
            return fact
        }
        if let problem = symbolProblem {
            return .undecidable(problem)
        }
        return Fact(.absent, tier: .symbol, evidence: "no __safestack symbol")
    }

    /// Clang's shadow call stack: return addresses live on a second stack.
    var shadowCallStack: Fact {
        guard contents.format != .pe, contents.machine.runsARM64 else { return .notApplicable }
        let pushes = opcodes.shadowPushes
        guard pushes.count > 0, opcodes.shadowPops.count > 0 else {
            return opcodes.codeBytes > 0
                ? Fact(
                    .absent, tier: .opcode, evidence: "no return address is stored at x18")
                : .undecidable("no code was found")
        }
        return Fact(
            .present, tier: .opcode,
            evidence: "return addresses are stored at x18 \(pushes.evidence)")
    }
}
