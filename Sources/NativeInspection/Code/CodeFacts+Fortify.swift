extension CodeFacts {
    /// Whether calls of the C library are its checking variants, with the names of both kinds.
    ///
    /// The names are without Mach-O's leading underscore, as all symbols are. A function that the file
    /// defines itself is no import and does not count. A bare import shows code without checks only
    /// where the compiler would have replaced it whatever the sizes.
    var fortify: Fact {
        guard contents.format != .pe else { return .nothingToFortify }
        var fortified: [String] = []
        var unfortified: [String] = []
        let isBionic = contents.needed.contains("libc.so")
        for name in symbols.imports {
            if FortifiableFunctions.names.contains(name) {
                unfortified.append(name)
            } else if FortifiableFunctions.isVariant(name, isBionic: isBionic) {
                fortified.append(name)
            }
        }
        fortified.sort()
        unfortified.sort()
        var fact = judgement(fortified: fortified, unfortified: unfortified)
        fact.names = ["fortified": fortified, "unfortified": unfortified]
        return fact
    }

    private func judgement(fortified: [String], unfortified: [String]) -> Fact {
        if !FortifiableFunctions.weakVariants.isSuperset(of: fortified) {
            return Fact(
                .present, tier: .symbol,
                evidence: "\(fortified.count) of \(fortified.count + unfortified.count) "
                    + "fortifiable imports are fortified")
        }
        if isMemorySafeOnly {
            return Fact(
                .notApplicable, evidence: "no C in \(languages.sorted().joined(separator: ", "))")
        }
        if contents.needed.contains(where: Self.isMusl) {
            return Fact(.notApplicable, tier: .header, evidence: "musl has no checking functions")
        }
        if let problem = symbolProblem {
            return .undecidable(problem)
        }
        if let weak = fortified.first {
            return .undecidable("\(weak) alone does not tell how the rest was compiled")
        }
        let telling = unfortified.filter { !FortifiableFunctions.emittedByCompilers.contains($0) }
        guard let first = telling.first else {
            return .undecidable("no function is imported that would tell")
        }
        let proof = unfortified.filter { FortifiableFunctions.alwaysReplacedByGlibc.contains($0) }
        guard contents.needed.contains("libc.so.6"), let proven = proof.first else {
            return .undecidable("\(first) stays bare in fortified code too where sizes are unknown")
        }
        return Fact(
            .absent, tier: .symbol,
            evidence: "none of \(unfortified.count) fortifiable imports is fortified, "
                + "not even \(proven)")
    }

    private static func isMusl(_ library: String) -> Bool {
        library.hasPrefix("libc.musl-") || library.hasPrefix("ld-musl-")
    }
}

extension Fact {
    /// What is told of code that calls nothing which could be fortified: both lists stand all the same.
    static let nothingToFortify = Fact(
        .notApplicable, names: ["fortified": [], "unfortified": []])
}
