import PackageIndex

/// An audit for a person: what stands out first, what to do about it, and the sum.
struct AuditText {
    let report: AuditReport
    let ink: Ink
    /// Whether every file is told, also where there are many wheels.
    let isDetailed: Bool

    var text: String {
        var lines: [String] = []
        let native = report.wheels.filter { !$0.files.isEmpty }
        var shown = report.files
        if isDetailed || native.count == 1 {
            shown += native.flatMap(\.files)
            for wheel in native { lines += WheelText(wheel: wheel, ink: ink).lines + [""] }
        } else if !native.isEmpty {
            lines += overview(of: native) + [""]
        }
        if !report.files.isEmpty {
            lines += FilesText(files: report.files, ink: ink, indent: 0).lines + [""]
        }
        lines += CheckLegend(files: shown, ink: ink).lines
        lines += sources
        lines += AdviceText(report: report, ink: ink).lines
        lines += failures
        lines.append(sum)
        return lines.joined(separator: "\n")
    }

    /// A line for each wheel below those of its format: grades compare within one alone.
    private func overview(of wheels: [WheelReport]) -> [String] {
        let groups = Dictionary(grouping: wheels) { $0.gradedFormat ?? "not graded" }
        var table = TextTable(indent: 1)
        for (format, wheels) in groups.sorted(by: { $0.key < $1.key }) {
            if table.hasRows { table.add(line: "") }
            table.add(
                ["", format, "version", "platform", "languages", "checks", "stands out"]
                    .map(ink.faint))
            for wheel in wheels.sorted(by: { Self.rank($0) < Self.rank($1) }) {
                table.add(cells(of: wheel))
            }
        }
        return table.lines
    }

    private func cells(of wheel: WheelReport) -> [String] {
        [
            ink.grade(wheel.grade), ink.bold(wheel.project), ink.plain(wheel.version),
            ink.plain(wheel.tags.computed ?? "–"),
            ink.plain(wheel.ownLanguages.joined(separator: ", ")),
            "\(wheel.coverage.decidable)/\(wheel.coverage.applicable)",
            ink.plain(wheel.standsOut.joined(separator: "; ")),
        ]
    }

    /// The worst first, and by name among equals.
    private static func rank(_ wheel: WheelReport) -> (Int, String) {
        let position = wheel.grade.flatMap { Grade.allCases.firstIndex(of: $0) }
        return (position.map { Grade.allCases.count - $0 } ?? .max, wheel.project)
    }

    private var sources: [String] {
        guard !report.sdists.isEmpty else { return [] }
        var table = TextTable(indent: 1)
        table.add(["source distribution", "built by", "languages"].map(ink.faint))
        for source in report.sdists {
            table.add([
                ink.plain(source.filename),
                source.backend.isEmpty ? "–" : ink.plain(source.backend.joined(separator: ", ")),
                source.languages.isEmpty ? "Python only" : source.languages.joined(separator: ", "),
            ])
        }
        return table.lines + [""]
    }

    private var failures: [String] {
        guard !report.errors.isEmpty else { return [] }
        return [ink.bold("Could not be read")]
            + report.errors.map { " \(ink.bad("✘")) \(ink.plain("\($0.path): \($0.message)"))" }
            + [""]
    }

    /// What has a report of its own: a wheel, or what was installed from one.
    private var noun: String {
        report.wheels.contains { $0.path.hasSuffix(".dist-info") } ? "package" : "wheel"
    }

    private var sum: String {
        let summary = report.summary
        let pure = summary.wheels - summary.nativeWheels
        var parts: [String] = []
        if summary.wheels > 0 {
            let wheels = summary.wheels.counted(noun)
            parts.append(pure == 0 ? wheels : "\(wheels), \(pure) without native code")
        }
        parts.append(summary.files.counted("native file"))
        let grades = Grade.allCases.compactMap { grade in
            summary.grades[grade.rawValue].flatMap { $0 > 0 ? "\($0) \(grade.rawValue)" : nil }
        }
        if !grades.isEmpty { parts.append("\(noun)s graded " + grades.joined(separator: ", ")) }
        if summary.errors > 0 { parts.append("\(summary.errors) unreadable") }
        return parts.joined(separator: " · ") + ink.faint("  (rubric \(report.rubric))")
    }
}

extension Int {
    /// The number with its noun: `1 file`, `2 files`.
    func counted(_ noun: String) -> String {
        "\(self) \(noun)\(self == 1 ? "" : "s")"
    }
}

extension WheelReport {
    /// The languages of the project's own native files, each once.
    var ownLanguages: [String] {
        var seen: Set<String> = []
        return files.filter { $0.origin == .own }.flatMap(\.languages)
            .filter { seen.insert($0).inserted }
    }

    /// The few words that a line of an overview has room for: labels first, then the worst checks.
    var standsOut: [String] {
        var words: [String] = tags.truthful ? [] : ["tags do not hold"]
        if files.contains(where: { !$0.abi3.violations.isEmpty }) { words.append("abi3 broken") }
        let format = gradedFormat
        let own = files.filter { $0.origin == .own && $0.format == format }
        let failed = own.flatMap(\.checks).filter { $0.lost > 0 && $0.outcome != .partial }
        var seen: Set<String> = []
        words += failed.sorted { $0.lost > $1.lost }.map(\.finding.withoutBracketAtEnd)
            .filter { seen.insert($0).inserted }
        return Array(words.prefix(2))
    }
}
