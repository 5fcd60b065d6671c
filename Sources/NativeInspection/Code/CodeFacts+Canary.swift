extension CodeFacts {
    /// Whether functions check a canary before they return.
    ///
    /// No sign of it is not its absence: the compiler protects only functions with arrays. Where
    /// functions have frames that nothing but an array fills, it is.
    var canary: Fact {
        if let fact = present(.stackCanary, as: [.imported]) {
            return fact
        }
        if contents.format == .pe {
            return cookie
        }
        if opcodes.canaryAccesses.count > 0 {
            return Fact(
                .present, tier: .opcode,
                evidence: "fs:0x28 accessed \(opcodes.canaryAccesses.evidence)" + originOfStaticCode
            )
        }
        if let fact = present(.stackCanary, as: [.exported, .local]) {
            return Fact(
                .present, tier: .symbol, evidence: (fact.evidence ?? "") + originOfStaticCode)
        }
        if isMemorySafeOnly {
            return Fact(
                .notApplicable, evidence: "no C in \(languages.sorted().joined(separator: ", "))")
        }
        if let problem = symbolProblem {
            return .undecidable(problem)
        }
        guard opcodes.largeFrames.count > 0 else {
            return .undecidable("no sign of it, but only functions with arrays have one")
        }
        if let other = languageBesideC {
            return .undecidable("no sign of it, and large frames may all be those of \(other)")
        }
        return Fact(
            .absent, tier: .opcode,
            evidence: "frames of 1 KiB and more are made \(opcodes.largeFrames.evidence), "
                + "and no canary is checked")
    }

    /// A program that holds its C library holds the library's protected functions too.
    private var originOfStaticCode: String {
        contents.needed.isEmpty && contents.kind == .executable
            ? "; it may come from a C library that is linked in" : ""
    }

    /// Windows: the checks of the security cookie; the header's cookie is there without them too.
    private var cookie: Fact {
        if isMemorySafeOnly {
            return Fact(
                .notApplicable, evidence: "no C in \(languages.sorted().joined(separator: ", "))")
        }
        guard contents.machine == .winAMD64 else {
            return .undecidable("checks of the cookie are recognised in x86-64 code only")
        }
        let checks = opcodes.cookieChecks
        guard checks.count > checksOfRuntime else {
            return .undecidable(
                "the cookie is checked \(checks.count) times, as the C runtime's own functions do")
        }
        return Fact(
            .present, tier: .opcode, evidence: "xor rcx, rsp before a call \(checks.evidence)")
    }

    /// The checks that come with the C runtime: few with its DLL, more where it is linked in.
    private var checksOfRuntime: Int {
        let hasDLL = contents.needed.contains { $0.lowercased().hasPrefix("vcruntime") }
        return hasDLL ? 2 : 64
    }
}
