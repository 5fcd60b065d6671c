import NativeInspection

/// The rules by which hardening is graded: `docs/NATIVE.md` in code.
///
/// Only facts that reports keep go in, so that every stored report can be graded again.
package enum Rubric {
    /// The number of these rules; it grows with every change that can change a grade.
    package static let version = 3

    /// What a slice of a file comes to.
    struct Assessment {
        var checks: [CheckResult]

        /// Whether something caps the grade at F.
        var isBlocked: Bool { checks.contains { $0.outcome == .blocking } }

        /// The share of the points, from 0 to 100; nil where no check with points was decided.
        var score: Int? {
            let decided = checks.filter { $0.outcome.isDecided }
            let weight = decided.reduce(0) { $0 + $1.weight }
            guard weight > 0 else { return isBlocked ? 0 : nil }
            let earned = decided.reduce(0) { $0 + $1.earned }
            let share = Int((earned / weight * 100).rounded(.down))
            return isBlocked ? min(share, Self.highestBlocked) : share
        }

        var grade: Grade? { score.map(Grade.init(score:)) }

        var coverage: Coverage {
            Coverage(
                decidable: checks.count { $0.outcome.isDecided },
                applicable: checks.count { $0.outcome != .notApplicable })
        }

        /// The most points of a file with a blocking fault: the best F.
        private static let highestBlocked = 34
    }

    /// Asks everything that applies of a slice.
    ///
    /// - Parameters:
    ///   - slice: The slice with its facts.
    ///   - file: The file it belongs to: its format, place and languages.
    /// - Returns: The checks that apply, with their score.
    static func assess(_ slice: SliceReport, of file: NativeFileReport) -> Assessment {
        let checks: [CheckResult] =
            switch file.format {
            case "elf": elf(slice, of: file)
            case "macho": machO(slice, of: file)
            case "pe": pe(slice)
            default: []
            }
        return Assessment(
            checks: (checks + code(slice, of: file)).filter { $0.outcome != .notApplicable })
    }

    /// The protections of generated code, which only languages without memory safety need.
    private static func code(_ slice: SliceReport, of file: NativeFileReport) -> [CheckResult] {
        var checks = [sanitizers(slice.fact("sanitizers"))]
        guard file.memorySafe != true else { return checks }
        checks += [
            presence(slice, .canary, missing: "no function checks for an overwritten stack"),
            fortify(slice.fact("fortify")),
            presence(slice, .stackClash, missing: "large frames are not probed"),
            presence(slice, .libraryAssertions, missing: "C++ containers do not check bounds"),
        ]
        return checks
    }

    /// A check that a fact of the same name answers with present or absent.
    static func presence(
        _ slice: SliceReport, _ check: Check, missing: String,
        otherwise outcome: CheckResult.Outcome = .fail
    ) -> CheckResult {
        let fact = slice.fact(check.name)
        switch fact.value {
        case .word("present"): return check.result(.pass, fact.evidence ?? "present")
        case .word("absent"): return check.result(outcome, missing)
        default: return undecided(check, fact)
        }
    }

    /// A check that passes where a fact of the same name is absent, and blocks where it is present.
    static func absence(_ slice: SliceReport, _ check: Check, found: String) -> CheckResult {
        let fact = slice.fact(check.name)
        switch fact.value {
        case .word("present"):
            return check.result(
                .blocking, [found, fact.evidence].compactMap { $0 }.joined(separator: ": "))
        case .word("absent"): return check.result(.pass, fact.evidence ?? "absent")
        default: return undecided(check, fact)
        }
    }

    /// The result for a fact that does not answer the check.
    static func undecided(_ check: Check, _ fact: FactReport) -> CheckResult {
        guard fact.isApplicable else {
            return check.result(.notApplicable, "makes no sense here")
        }
        return check.result(.undecidable, fact.evidence ?? "the bytes cannot tell")
    }

    private static func sanitizers(_ fact: FactReport) -> CheckResult {
        let check = Check.sanitizers
        let found: [String]
        switch fact.value {
        case .word("absent"): found = []
        case .word("undecidable"), .word("not-applicable"): return undecided(check, fact)
        case .word(let word): found = [word]
        case .list(let words): found = words
        }
        guard !found.isEmpty else { return check.result(.pass, "no sanitizer runtime") }
        let evidence = fact.evidence ?? found.joined(separator: ", ")
        return check.result(.blocking, "a sanitizer's runtime is linked in: \(evidence)")
    }

    /// The share of fortified calls, or all where the compiler itself noted that it fortified.
    ///
    /// Calls of `memcpy` and its like stay as they are where the compiler does not know the size,
    /// and other languages make them too: unfortified ones tell nothing.
    private static func fortify(_ fact: FactReport) -> CheckResult {
        let check = Check.fortify
        guard fact.isApplicable, !fact.isUndecidable else { return undecided(check, fact) }
        if fact.isPresent, fact.tier == EvidenceTier.header.rawValue {
            return check.result(.pass, fact.evidence ?? "fortified")
        }
        let fortified = fact.names["fortified"] ?? []
        let plain = (fact.names["unfortified"] ?? []).filter {
            !FortifiableFunctions.emittedByCompilers.contains($0)
        }
        let total = fortified.count + plain.count
        guard total > 0 else {
            return check.result(.undecidable, "no function is called that could be fortified")
        }
        let share = Double(fortified.count) / Double(total)
        let finding =
            (plain.isEmpty
                ? "functions that can be fortified are"
                : "functions that can be fortified are called bare")
            + " (\(fortified.count) of \(total) fortified)"
        if plain.isEmpty { return check.result(.pass, finding) }
        if fortified.isEmpty { return check.result(.fail, finding) }
        return check.result(.partial, finding, share: share)
    }
}

extension CheckResult.Outcome {
    /// Whether the check got an answer.
    package var isDecided: Bool { self != .undecidable && self != .notApplicable }
}

extension SliceReport {
    /// The fact of a name; one that the report lacks does not apply.
    package func fact(_ name: String) -> FactReport { facts[name] ?? .notApplicable }
}
