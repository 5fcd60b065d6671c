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
            row("SBOM", ink.plain("\(sbom.path): \(sbom.error ?? components)"))
        }
        if !wheel.sbomDifferences.isEmpty {
            let count = wheel.sbomDifferences.count
            let names = wheel.sbomDifferences.prefix(5).map(\.name).joined(separator: ", ")
            row("", ink.doubtful("\(count.counted("part")) differ from the SBOM: \(names)"))
        }
        if let graded = wheel.gradedFormat, let others = otherFormats {
            row("graded by", "its \(graded) files, not by \(others) of its own")
        }
        if let grade = wheel.vendoredGrade {
            row("vendored", "the worst of others' libraries inside is \(ink.grade(grade))")
        }
        return table
    }

    /// How many of the project's own files have a grade in a format that does not count.
    private var otherFormats: String? {
        let format = wheel.gradedFormat
        let files = wheel.files.filter {
            $0.origin == .own && $0.grade != nil && $0.format != format
        }
        let counts = Dictionary(grouping: files, by: \.format).mapValues(\.count)
        return counts.isEmpty
            ? nil
            : counts.sorted { $0.key < $1.key }.map { $0.value.counted("\($0.key) file") }
                .joined(separator: ", ")
    }
}
