/// Everything that was found in a slice's symbols, strings and code, for the rules to judge.
struct ContentEvidence {
    /// One thing that speaks for a language or a binding.
    struct Clue {
        let tier: EvidenceTier
        let text: String
        var version: String?
    }

    let contents: SliceContents
    let texts: Sightings
    let opcodes: OpcodeCounts
    let go: GoBuildInformation?

    var symbols: SymbolTally { contents.symbols }

    init(
        _ source: some NativeSource, _ contents: SliceContents, limits: InspectionLimits
    ) throws(NativeInspectionError) {
        self.contents = contents
        let scan = try ContentScan(source, contents, limits: limits)
        texts = scan.texts
        opcodes = scan.opcodes
        var go: GoBuildInformation?
        for sighting in scan.texts[.goBuildInformation] where go == nil {
            go = try GoBuildInformation(
                at: sighting.offset, in: source, slice: contents.range, limits: limits)
        }
        self.go = go
    }

    /// A finding of the clues: the strongest tier, the first version that is told; `nil` without clues.
    func finding(_ name: String, _ clues: [Clue?]) -> Finding? {
        let clues = clues.compactMap(\.self)
        guard let tier = clues.map(\.tier).min() else { return nil }
        return Finding(
            name: name, version: clues.lazy.compactMap(\.version).first, tier: tier,
            evidence: clues.map(\.text).joined(separator: "; "))
    }

    /// The clue of a symbol that carries a mark in one of the roles.
    func symbol(
        _ mark: SymbolMark, as roles: [SymbolTally.Role] = SymbolTally.Role.allCases
    ) -> Clue? {
        for role in roles {
            guard let sight = symbols.sight(of: mark, as: role) else { continue }
            let verb = role == .imported ? "imports" : "defines"
            return Clue(tier: .symbol, text: "\(verb) \(sight.example)")
        }
        return nil
    }

    /// The clue of a string.
    func text(_ marker: TextMarker) -> Clue? {
        texts[marker].first.map { sighting in
            Clue(
                tier: .string,
                text: "string `\(sighting.text)` at \(hexadecimal(sighting.offset))")
        }
    }

    /// The clue of a library that the slice is linked to, by the beginning of its file's name.
    func needed(_ prefixes: [String]) -> Clue? {
        for library in contents.needed {
            let file = library.split(separator: "/").last.map { $0.lowercased() } ?? ""
            if prefixes.contains(where: { file.hasPrefix($0) }) {
                return Clue(tier: .header, text: "needs \(library)")
            }
        }
        return nil
    }

    /// The clue of a section, by what its name has in it.
    func section(_ names: [String]) -> Clue? {
        for section in contents.sections.prefix(1024)
        where names.contains(where: { section.name.contains($0) }) {
            return Clue(
                tier: .header,
                text: "section \(section.name) at \(hexadecimal(section.range.lowerBound))")
        }
        return nil
    }
}
