extension ELFImage {
    /// Sets the facts about the libraries that the file needs and where they are searched.
    func tellLibraries(in slice: inout NativeSlice) throws(NativeInspectionError) {
        let needed = try neededLibraries()
        slice.needed = needed.names
        slice.facts[.needed] =
            needed.problem.map(Fact.undecidable)
            ?? Fact(.list(needed.names), tier: .header, evidence: "\(needed.names.count) DT_NEEDED")
        slice.facts[.soname] = try name(.soname, "DT_SONAME") { .word($0) }
        slice.facts[.rpath] = try searchPath(.rpath, "DT_RPATH")
        slice.facts[.runpath] = try searchPath(.runpath, "DT_RUNPATH")

        let needs = try FilePart { () throws(NativeInspectionError) in try versionNeeds() }
        slice.versionNeeds = needs.value ?? []
        slice.facts[.versionNeeds] = needs.fact { needs in
            Fact(
                .list(needs.flatMap(\.versions)), tier: .header,
                evidence: "DT_VERNEED for \(needs.count) libraries",
                names: needs.reduce(into: [:]) { $0[$1.library, default: []] += $1.versions })
        }
    }

    /// The names of the needed libraries, as many as a list holds, and why some are missing.
    private func neededLibraries() throws(NativeInspectionError) -> (
        names: [String], problem: String?
    ) {
        guard let dynamic = dynamic.value ?? nil else { return ([], self.dynamic.problem) }
        var names: [String] = []
        var problem: String?
        var budget = NameBudget(reader.limits)
        for offset in dynamic.needed {
            let part = try FilePart { () throws(NativeInspectionError) in
                try string(at: offset, "DT_NEEDED")
            }
            guard budget.take(part.value ?? "") else {
                problem = "the names of the needed libraries are too long together"
                break
            }
            if let name = part.value { names.append(name) }
            problem = problem ?? part.problem
        }
        return (names, problem)
    }

    /// The text at an offset of the dynamic strings, for the tag that names it.
    private func string(
        at offset: UInt64, _ label: String
    ) throws(NativeInspectionError) -> String {
        guard let text = try dynamicStrings.required()?.string(at: offset) else {
            throw .invalid("\(label) points outside of the dynamic strings")
        }
        return text
    }

    /// The fact that the name of a tag gives; of value `absent` where the tag is not there.
    private func name(
        _ tag: ELFDynamic.Tag, _ label: String, absent: Fact.Value = .absent,
        value: (String) -> Fact.Value
    ) throws(NativeInspectionError) -> Fact {
        let part = try FilePart { () throws(NativeInspectionError) -> String? in
            guard let offset = try dynamic.required()?[tag] else { return nil }
            return try string(at: offset, label)
        }
        return part.fact { name in
            guard let name else {
                return Fact(absent, tier: .header, evidence: "no \(label)")
            }
            return Fact(value(name), tier: .header, evidence: "\(label) \(name)")
        }
    }

    /// The folders of a search path, in order; an empty one means the current folder and is kept.
    private func searchPath(
        _ tag: ELFDynamic.Tag, _ label: String
    ) throws(NativeInspectionError) -> Fact {
        try name(tag, label, absent: .list([])) { path in
            .list(path.split(separator: ":", omittingEmptySubsequences: false).map(String.init))
        }
    }

    private func versionNeeds() throws(NativeInspectionError) -> [NativeSlice.VersionNeed] {
        guard let dynamic = try dynamic.required(), let address = dynamic[.versionNeeds],
            let count = dynamic[.versionNeedCount], let strings = try dynamicStrings.required()
        else { return [] }
        let range = try addresses.range(of: "the version needs", from: address)
        let size = min(
            range.count, ELFVersionNeeds<Source>.maximumBytes, reader.limits.tableBytes)
        let table = try reader.read(
            "the version needs", at: UInt64(range.lowerBound), count: UInt64(size),
            layout: header.layout)
        var needs = ELFVersionNeeds(table, strings, limits: reader.limits)
        return try needs.read(count: count)
    }
}
