extension ELFImage {
    /// Sets the facts that stand in notes.
    func tellNotes(in facts: inout FactTable) throws(NativeInspectionError) {
        let notes = try ELFLoadedNotes(self)
        facts[.buildIdentifier] = fact(notes.buildIdentifier, "build-id", notes) {
            $0.hexadecimalText
        }
        facts[.packageNote] = fact(notes.package, "FDO package note", notes) { $0 }
        switch header.machine {
        case .x86_64, .i686:
            facts[.ibt] = feature(bit: 0, of: .x86Features, notes)
            facts[.shadowStack] = feature(bit: 1, of: .x86Features, notes)
            facts[.isaLevel] = neededLevel(notes)
        case .aarch64:
            facts[.bti] = feature(bit: 0, of: .armFeatures, notes)
            facts[.pac] = feature(bit: 1, of: .armFeatures, notes)
            facts[.gcs] = feature(bit: 2, of: .armFeatures, notes)
            facts[.pointerSigningABI] = pointerSigningABI(notes)
        default:
            break
        }
        facts[.annobin] = try annobin()
    }

    private func fact<Value>(
        _ found: (value: Value, offset: Int)?, _ label: String, _ notes: ELFLoadedNotes,
        text: (Value) -> String
    ) -> Fact {
        guard let found else {
            if let problem = notes.problem { return .undecidable(problem) }
            return Fact(.absent, tier: .header, evidence: "no \(label)")
        }
        return Fact(
            .word(text(found.value)), tier: .header,
            evidence: "\(label) at \(hexadecimal(found.offset))")
    }

    /// Whether all code has a feature: a linker sets the bit only where every object had it.
    private func feature(bit: Int, of kind: ELFProperties.Kind, _ notes: ELFLoadedNotes) -> Fact {
        guard let properties = notes.properties, let value = properties[kind] else {
            return missing(kind, notes)
        }
        return Fact(
            value >> bit & 1 == 1 ? .present : .absent, tier: .header,
            evidence: evidence(kind, value, properties))
    }

    /// The highest level of x86-64 that the code needs.
    private func neededLevel(_ notes: ELFLoadedNotes) -> Fact {
        guard let properties = notes.properties, let value = properties[.x86LevelNeeded] else {
            return missing(.x86LevelNeeded, notes)
        }
        let levels = ["baseline", "v2", "v3", "v4"]
        let needed = levels.indices.last { value >> $0 & 1 == 1 }
        return Fact(
            needed.map { .word(levels[$0]) } ?? .absent, tier: .header,
            evidence: evidence(.x86LevelNeeded, value, properties))
    }

    /// The rules by which all code signs its pointers (PAuth ABI), as the numbers of their platform and
    /// their version.
    private func pointerSigningABI(_ notes: ELFLoadedNotes) -> Fact {
        guard let properties = notes.properties, let rules = properties.pointerSigning else {
            return missing(.armPointerSigning, notes)
        }
        return Fact(
            .word("platform \(hexadecimal(rules.platform)) version \(rules.version)"),
            tier: .header,
            evidence: "GNU property \(hexadecimal(ELFProperties.Kind.armPointerSigning.rawValue)) "
                + "in the note at \(hexadecimal(properties.offset))")
    }

    private func evidence(
        _ kind: ELFProperties.Kind, _ value: Int, _ properties: ELFProperties
    ) -> String {
        "GNU property \(hexadecimal(kind.rawValue)) = \(hexadecimal(value)) "
            + "in the note at \(hexadecimal(properties.offset))"
    }

    private func missing(_ kind: ELFProperties.Kind, _ notes: ELFLoadedNotes) -> Fact {
        if let problem = notes.problem { return .undecidable(problem) }
        // Old linkers keep the section of the last object and load it nowhere: it binds nobody.
        if notes.properties == nil, let section = section(named: ".note.gnu.property"),
            !section.isLoaded
        {
            return Fact(
                .absent, tier: .header,
                evidence: ".note.gnu.property at \(hexadecimal(section.offset)) is not loaded")
        }
        return Fact(
            .absent, tier: .header, evidence: "no GNU property \(hexadecimal(kind.rawValue))")
    }
}
