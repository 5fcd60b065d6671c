import PackageIndex

/// Native files with their grades, how many checks stand behind each, and a column for each check.
///
/// Each format has a table of its own. What else a file is and holds stands under its row.
struct FilesText {
    let files: [NativeFileReport]
    let ink: Ink
    let indent: Int

    var lines: [String] {
        var formats: [String] = []
        for file in files where !formats.contains(file.format) { formats.append(file.format) }
        return formats.flatMap { format in table(files.filter { $0.format == format }) }
    }

    private func table(_ files: [NativeFileReport]) -> [String] {
        var checks: [String] = []
        for check in files.flatMap(\.checks) where !checks.contains(check.check) {
            checks.append(check.check)
        }
        var table = TextTable(indent: indent)
        let titles: [String] =
            checks.isEmpty
            ? [] : ["checks"] + checks.map { CheckName($0).column } + ["control flow"]
        table.add((["", files.first?.format ?? "", "languages"] + titles).map(ink.faint))
        for file in files {
            let path = file.path.count > 48 ? "…" + file.path.suffix(47) : file.path
            let name = file.origin == .vendored ? ink.faint(path) : ink.plain(path)
            let words = file.findings.isEmpty ? file.languages : file.wordsWithVersions
            table.add(
                [ink.grade(file.grade), name, ink.plain(words.joined(separator: ", "))]
                    + (checks.isEmpty ? [] : cells(of: file, checks)))
            for line in FileDetails(file: file).lines { table.add(line: "     " + ink.faint(line)) }
        }
        return table.lines
    }

    /// How many checks could be decided, how each ended, and the badges that score nothing.
    private func cells(of file: NativeFileReport, _ checks: [String]) -> [String] {
        guard file.coverage.applicable > 0 else { return [] }
        let outcomes = Dictionary(
            file.checks.map { ($0.check, $0.outcome) }, uniquingKeysWith: { first, _ in first })
        let badges = file.controlFlow.joined(separator: ", ")
        var cells = ["\(file.coverage.decidable)/\(file.coverage.applicable)"]
        cells += checks.map { ink.mark(outcomes[$0] ?? .notApplicable) }
        cells.append(badges.isEmpty ? ink.faint("–") : ink.plain(badges))
        return cells
    }
}

extension NativeFileReport {
    /// Languages and bindings with the versions that the bytes tell: `rust 1.98.1`, `cython 3.1.4`.
    fileprivate var wordsWithVersions: [String] {
        var seen: Set<String> = []
        return (languages + bindings).filter { seen.insert($0).inserted }.map { word in
            let version = findings.first { $0.name == word && $0.version != nil }?.version
            return version.map { "\(word) \($0)" } ?? word
        }
    }
}
