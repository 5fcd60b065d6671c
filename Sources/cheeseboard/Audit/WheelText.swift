import PackageIndex

/// One wheel for a person: its labels, what built it, and each native file with its checks.
struct WheelText {
    let wheel: WheelReport
    let ink: Ink

    var lines: [String] {
        [heading] + about.lines + [""]
            + FilesText(files: wheel.files, ink: ink, indent: 1).lines
    }

    private var heading: String {
        "\(ink.grade(wheel.grade))  \(ink.bold("\(wheel.project) \(wheel.version)"))  "
            + ink.faint(
                "\(wheel.coverage.decidable) of \(wheel.coverage.applicable) checks decidable")
    }

    private var about: TextTable {
        var table = TextTable(indent: 3)
        func row(_ name: String, _ text: String) { table.add([ink.faint(name), text]) }
        row("tags", wheel.tags.truthful ? ink.good("true") : ink.bad("do not hold"))
        for reason in wheel.tags.why { row("", ink.plain(reason)) }
        if let computed = wheel.tags.computed { row("platform", ink.plain(computed)) }
        row(
            "built by",
            wheel.backend.isEmpty
                ? "unknown" : ink.plain(wheel.backend.joined(separator: ", ")))
        for sbom in wheel.sboms {
            let components = sbom.components.count.counted("component")
            row("SBOM", ink.plain(sbom.error ?? "\(sbom.path), \(components)"))
        }
        if !wheel.sbomDifferences.isEmpty {
            let count = wheel.sbomDifferences.count
            let names = wheel.sbomDifferences.prefix(5).map(\.name).joined(separator: ", ")
            row("", ink.doubtful("\(count.counted("part")) differ from the SBOM: \(names)"))
        }
        if let grade = wheel.vendoredGrade {
            row("vendored", "the worst of others' libraries inside is \(ink.grade(grade))")
        }
        return table
    }
}

/// Native files with a column for each check, one table for each format.
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
        let titles = checks.map { CheckName($0).column }
        table.add((["", files.first?.format ?? "", "languages"] + titles).map(ink.faint))
        for file in files {
            let outcomes = Dictionary(
                file.checks.map { ($0.check, $0.outcome) }, uniquingKeysWith: { first, _ in first })
            let path = file.path.count > 48 ? "…" + file.path.suffix(47) : file.path
            let name = file.origin == .vendored ? ink.faint(path) : ink.plain(path)
            let words = file.findings.isEmpty ? file.languages : file.wordsWithVersions
            table.add(
                [ink.grade(file.grade), name, ink.plain(words.joined(separator: ", "))]
                    + checks.map { ink.mark(outcomes[$0] ?? .notApplicable) })
        }
        return table.lines
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
