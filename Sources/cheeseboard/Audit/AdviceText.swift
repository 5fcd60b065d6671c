import PackageIndex

/// What to do about what was found, each piece of advice once, with those that it is for.
///
/// It is made of the findings, as every other form of the report is: of own files, of others'
/// libraries, of tags and of SBOMs alike.
struct AdviceText {
    let report: AuditReport
    let ink: Ink

    /// What the same advice mends.
    private struct Item {
        let name: NativeFinding.Name
        let advice: String
        var isBlocking = false
        /// What was seen, apart from the numbers of single files.
        var seen: Set<String> = []
        /// Where, by the project; bare files have none.
        var places: [String: Places] = [:]

        var isOwn: Bool { places.values.contains { $0.ofOthers.isEmpty || !$0.own.isEmpty } }
    }

    /// Native files, by whose they are; none where a finding is about a wheel as a whole.
    private struct Places {
        var own: [String] = []
        var ofOthers: [String] = []
    }

    var lines: [String] {
        let items = self.items
        guard !items.isEmpty else { return [] }
        let blocks = items.contains(where: \.isBlocking)
        var lines = [
            ink.bold("What to do") + (blocks ? ink.faint("  (! makes an F by itself)") : "")
        ]
        for item in items {
            let mark = item.isBlocking ? ink.bad("!") : ink.doubtful("•")
            lines.append(" \(mark) \(ink.plain(Self.title(of: item)))")
            lines.append("   \(ink.plain(item.advice))")
            lines += places(of: item).map { "   \(ink.faint($0))" }
        }
        return lines + [""]
    }

    /// What blocks first, then what the project's own files have, each in the order of the rubric.
    private var items: [Item] {
        var items: [Item] = []
        var known: [String: Int] = [:]
        let vendored = self.vendored
        for finding in report.findings {
            guard let advice = finding.advice else { continue }
            let index = known[advice, default: items.count]
            if index == items.count {
                known[advice] = index
                items.append(Item(name: finding.name, advice: advice))
            }
            items[index].isBlocking = items[index].isBlocking || finding.isBlocking
            items[index].seen.insert(finding.message.withoutBracketAtEnd)
            let file = finding.member ?? (finding.project == nil ? finding.path : nil)
            var places = items[index].places[finding.project ?? ""] ?? Places()
            if let file, vendored.contains(finding.place) {
                if places.ofOthers.last != file { places.ofOthers.append(file) }
            } else if let file, places.own.last != file {
                places.own.append(file)
            }
            items[index].places[finding.project ?? ""] = places
        }
        let groups = [true, false].flatMap { isBlocking in
            [true, false].map { isOwn in
                items.filter { $0.isBlocking == isBlocking && $0.isOwn == isOwn }
            }
        }
        return groups.flatMap { $0 }
    }

    /// The places of others' libraries, as findings name them.
    private var vendored: Set<String> {
        Set(
            report.wheels.flatMap { wheel in
                wheel.files.filter { $0.origin == .vendored }.map { "\(wheel.path): \($0.path)" }
            })
    }

    /// What the files of an item have in common.
    ///
    /// What contradicts a label stands beside that label, and is not told again.
    private static func title(of item: Item) -> String {
        let isLabel = [.untruthfulTag, .brokenABI3, .staleSBOM].contains(item.name)
        if !isLabel, item.seen.count == 1 || item.name == .otherWeakness {
            return item.seen.sorted().joined(separator: "; ")
        }
        let words = item.name.summary
        return words.prefix(1).lowercased() + words.dropFirst().dropLast()
    }

    /// The files where there is one wheel, else the projects with how many files each.
    private func places(of item: Item) -> [String] {
        let places = item.places.sorted { $0.key < $1.key }
        if report.wheels.count > 1 {
            let names = places.flatMap { project, places in
                project.isEmpty ? places.own : [project + Self.counted(places)]
            }
            return [Self.listed(names)]
        }
        let own = places.flatMap { $0.value.own }
        let ofOthers = places.flatMap { $0.value.ofOthers }
        return (own.isEmpty ? [] : [Self.listed(own)])
            + (ofOthers.isEmpty ? [] : ["others' libraries: " + Self.listed(ofOthers)])
    }

    private static func counted(_ places: Places) -> String {
        switch (places.own.count, places.ofOthers.count) {
        case (0, 0), (1, 0): ""
        case (let own, 0): " (\(own) files)"
        case (0, let others): " (\(others.counted("file")) of others)"
        case (let own, let others): " (\(own.counted("file")), \(others) of others)"
        }
    }

    private static func listed(_ names: [String]) -> String {
        let most = 6
        let shown = names.prefix(most).joined(separator: ", ")
        return names.count > most ? "\(shown) and \(names.count - most) more" : shown
    }
}

extension CheckResult {
    /// The points that are missing, and more than all where nothing makes up for them; none where
    /// the check was passed or cannot be decided.
    var lost: Double {
        switch outcome {
        case .blocking: 1000
        case .fail, .partial: weight - earned
        case .pass, .undecidable, .notApplicable: 0
        }
    }
}

extension String {
    /// What was seen, without the numbers of one file that stand in brackets at its end.
    var withoutBracketAtEnd: String {
        guard hasSuffix(")"), let bracket = lastIndex(of: "(") else { return self }
        return String(self[..<bracket].dropLast())
    }
}
