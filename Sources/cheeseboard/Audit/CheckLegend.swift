import PackageIndex

/// What the marks and the short names over the columns of checks stand for, once for all tables.
struct CheckLegend {
    let files: [NativeFileReport]
    let ink: Ink

    private static let width = 100

    var lines: [String] {
        guard files.contains(where: { !$0.checks.isEmpty }) else { return [] }
        return [" \(marks)"] + names.map { ink.faint(" \($0)") } + [""]
    }

    private var marks: String {
        let words: [(CheckResult.Outcome, String)] = [
            (.pass, "yes"), (.partial, "in part"), (.fail, "no"), (.undecidable, "cannot be told"),
            (.notApplicable, "not asked"),
        ]
        return words.map { "\(ink.mark($0.0)) \(ink.faint($0.1))" }.joined(separator: "  ")
    }

    /// The columns whose names are short, in as many lines as they need.
    private var names: [String] {
        var seen: Set<String> = []
        var lines: [String] = []
        for check in files.flatMap(\.checks) {
            let name = CheckName(check.check)
            guard name.column != name.full, seen.insert(name.column).inserted else { continue }
            let words = "\(name.column): \(name.full)"
            if let last = lines.last, last.count + words.count < Self.width {
                lines[lines.count - 1] = "\(last), \(words)"
            } else {
                lines.append(words)
            }
        }
        return lines
    }
}
