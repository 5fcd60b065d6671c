/// The facts that symbols and code tell, in any format.
struct CodeFacts {
    let evidence: ContentEvidence
    /// The languages that were found, by name.
    let languages: Set<String>

    init(_ evidence: ContentEvidence, languages: [Finding]) {
        self.evidence = evidence
        self.languages = Set(languages.map(\.name))
    }

    var contents: SliceContents { evidence.contents }
    var symbols: SymbolTally { evidence.symbols }
    var opcodes: OpcodeCounts { evidence.opcodes }

    /// Whether no language was found that C's protections are for.
    var isMemorySafeOnly: Bool {
        !languages.isEmpty && languages.isSubset(of: MemorySafety.languages)
    }

    /// Languages whose compilers make large frames, and mostly probe the stack, of their own accord.
    static let selfReliant = MemorySafety.languages.union(["zig"])

    /// The language beside C whose code cannot be told from C's by its frames and probes; `nil` where
    /// there is none.
    var languageBesideC: String? {
        isMemorySafeOnly ? nil : languages.intersection(Self.selfReliant).sorted().first
    }

    /// Why a symbol's absence says nothing; `nil` where the table that counts was read to its end.
    var symbolProblem: String? {
        if let problem = contents.symbolProblem {
            return "the symbols could not be read: \(problem)"
        }
        return symbols.count == 0 ? "the file has no symbols" : nil
    }

    /// Sets every fact that this room's content rules tell.
    func set(in facts: inout FactTable) {
        facts[.canary] = canary
        facts[.fortify] = fortify
        facts[.stackClash] = stackClash
        settleByAnnobin(&facts)
        facts[.cfi] = controlFlowIntegrity
        facts[.safeStack] = safeStack
        facts[.shadowCallStack] = shadowCallStack
        facts[.sanitizers] = sanitizers
        facts[.libraryAssertions] = libraryAssertions
        facts[.automaticInitialization] = .undecidable("not detectable from code")
        facts[.branchMarks] = branchMarks(
            isClaimed: facts[.ibt].value == .present || facts[.bti].value == .present)
        facts[.bti] = confirmed(facts[.bti], by: opcodes.branchTargets, or: opcodes.signedReturns)
        facts[.pac] = confirmed(facts[.pac], by: opcodes.signedReturns, or: .init())
    }

    /// A symbol's fact: present with its evidence, or `nil`.
    func present(
        _ mark: SymbolMark, as roles: [SymbolTally.Role] = SymbolTally.Role.allCases
    ) -> Fact? {
        evidence.symbol(mark, as: roles).map { Fact(.present, tier: .symbol, evidence: $0.text) }
    }
}
