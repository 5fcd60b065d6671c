extension ELFImage {
    /// Sets the facts about the libraries that the file needs and where they are searched.
    func tellLibraries(in slice: inout NativeSlice) throws(NativeInspectionError) {
        let needed = neededLibraries()
        slice.needed = needed.names.compactMap { $0 }
        slice.facts[.needed] = dynamic.fact { _ in
            guard !needed.isCutOff else {
                return .undecidable("the names of the needed libraries are too long together")
            }
            guard !needed.names.contains(nil) else { return unnamed("DT_NEEDED") }
            return Fact(
                .list(slice.needed), tier: .header, evidence: "\(needed.names.count) DT_NEEDED")
        }
        slice.facts[.soname] = name(.soname, "DT_SONAME") { .word($0) }
        slice.facts[.rpath] = searchPath(.rpath, "DT_RPATH")
        slice.facts[.runpath] = searchPath(.runpath, "DT_RUNPATH")

        let needs = try FilePart { () throws(NativeInspectionError) in try versionNeeds() }
        slice.versionNeeds = needs.value ?? []
        slice.facts[.versionNeeds] = needs.fact { needs in
            Fact(
                .list(needs.flatMap(\.versions)), tier: .header,
                evidence: "DT_VERNEED for \(needs.count) libraries",
                names: needs.reduce(into: [:]) { $0[$1.library, default: []] += $1.versions })
        }
    }

    /// The names of the needed libraries, as many as a list holds; `nil` for each whose name lies
    /// outside of the strings.
    private func neededLibraries() -> (names: [String?], isCutOff: Bool) {
        guard let dynamic = dynamic.value ?? nil else { return ([], false) }
        var names: [String?] = []
        var budget = NameBudget(reader.limits)
        for offset in dynamic.needed {
            let name = string(at: offset)
            guard budget.take(name ?? "") else { break }
            names.append(name)
        }
        return (names, budget.isSpent)
    }

    private func string(at offset: UInt64) -> String? {
        guard let strings = dynamicStrings.value ?? nil, let offset = Int(exactly: offset) else {
            return nil
        }
        return strings.string(at: offset, limit: reader.limits.nameBytes)
    }

    /// The fact that the name of a tag gives; of value `absent` where the tag is not there.
    private func name(
        _ tag: ELFDynamic.Tag, _ label: String, absent: Fact.Value = .absent,
        value: (String) -> Fact.Value
    ) -> Fact {
        dynamic.fact { dynamic in
            guard let offset = dynamic?[tag] else {
                return Fact(absent, tier: .header, evidence: "no \(label)")
            }
            guard let name = string(at: offset) else { return unnamed(label) }
            return Fact(value(name), tier: .header, evidence: "\(label) \(name)")
        }
    }

    /// The fact that a tag's name cannot be read, and why.
    private func unnamed(_ label: String) -> Fact {
        dynamicStrings.fact { _ in
            .undecidable("\(label) points outside of the dynamic strings")
        }
    }

    /// The folders of a search path, in order; an empty one means the current folder and is kept.
    private func searchPath(_ tag: ELFDynamic.Tag, _ label: String) -> Fact {
        name(tag, label, absent: .list([])) { path in
            .list(path.split(separator: ":", omittingEmptySubsequences: false).map(String.init))
        }
    }

    private func versionNeeds() throws(NativeInspectionError) -> [NativeSlice.VersionNeed] {
        guard let dynamic = try dynamic.required(), let address = dynamic[.versionNeeds],
            let count = dynamic[.versionNeedCount], let strings = try dynamicStrings.required()
        else { return [] }
        let range = try addresses.range(of: "the version needs", from: address)
        let size = min(range.count, ELFVersionNeeds.maximumBytes)
        let table = try reader.read(
            "the version needs", at: UInt64(range.lowerBound), count: UInt64(size),
            layout: header.layout)
        var needs = ELFVersionNeeds(table, strings, limits: reader.limits)
        return try needs.read(count: count)
    }
}
