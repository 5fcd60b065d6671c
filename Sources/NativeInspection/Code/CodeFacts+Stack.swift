extension CodeFacts {
    /// Whether large frames touch each page, so that the stack cannot jump over its guard page.
    var stackClash: Fact {
        let symbolMarks: [SymbolMark] = [
            .rustStackProbe, .zigStackProbe, .darwinStackProbe, .windowsStackProbe,
        ]
        if let fact = symbolMarks.lazy.compactMap({ present($0) }).first {
            return fact
        }
        let probes: [(OpcodeCounts.Places, String)] = [
            (opcodes.pageProbes, "the stack is probed page by page"),
            (opcodes.inlineProbes, "LLVM's stack probe stands"),
            (opcodes.stackLimitReads, "the stack's limit is read"),
        ]
        for (places, text) in probes where places.count > 0 {
            return Fact(.present, tier: .opcode, evidence: "\(text) \(places.evidence)")
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
