import PackageIndex

/// What to do about what was found, each piece of advice once, with those that it is for.
struct AdviceText {
    let report: AuditReport
    let ink: Ink

    /// A weakness, wherever it was found.
    private struct Item {
        var finding: String
        let advice: String
        var lost: Double
        /// The files by the wheel that they are in, or by themselves.
        var files: [String: [String]]
    }

    var lines: [String] {
        let items = self.items
        guard !items.isEmpty else { return [] }
        var lines = [ink.bold("What to do")]
        for item in items {
            let mark = item.lost >= CheckResult.lostByBlocking ? ink.bad("✘") : ink.doubtful("◐")
            lines.append(" \(mark) \(ink.plain(item.finding))")
            lines.append("   \(item.advice)")
            lines.append("   \(ink.faint(places(item.files)))")
        }
        return lines + [""]
    }

    private var items: [Item] {
        var items: [String: Item] = [:]
        for (owner, file) in ownFiles {
            for check in file.checks {
                guard let advice = check.advice, check.lost > 0 else { continue }
                var item =
                    items[advice]
                    ?? Item(finding: check.summary, advice: advice, lost: 0, files: [:])
                item.files[owner, default: []].append(file.path)
                item.lost = max(item.lost, check.lost)
                items[advice] = item
            }
        }
        return items.values.sorted {
            ($0.lost, $0.files.count, $1.finding) > ($1.lost, $1.files.count, $0.finding)
        }
    }

    /// The files that a project can mend, each with what it came in.
    private var ownFiles: [(String, NativeFileReport)] {
        report.wheels.flatMap { wheel in
            wheel.files.filter { $0.origin == .own }.map { (wheel.project, $0) }
        } + report.files.map { ("", $0) }
    }

    private func places(_ files: [String: [String]]) -> String {
        let single = files.count == 1 && report.wheels.count <= 1
        let names =
            single
            ? files.values.flatMap { $0 }
            : files.sorted { $0.key < $1.key }.flatMap { owner, paths in
                owner.isEmpty
                    ? paths : [paths.count == 1 ? owner : "\(owner) (\(paths.count) files)"]
            }
        let shown = names.prefix(6).joined(separator: ", ")
        return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
    }
}

extension CheckResult {
    /// The loss that no other check makes up for.
    static let lostByBlocking: Double = 1000

    /// The points that are missing; nothing where the check was passed or cannot be decided.
    var lost: Double {
        switch outcome {
        case .blocking: Self.lostByBlocking
        case .fail, .partial: weight - earned
        case .pass, .undecidable, .notApplicable: 0
        }
    }

    /// What was seen, without the numbers of one file that stand in brackets at its end.
    var summary: String {
        guard finding.hasSuffix(")"), let bracket = finding.lastIndex(of: "(") else {
            return finding
        }
        return String(finding[..<bracket].dropLast())
    }
}
