extension InspectionLimits {
    /// Limits so narrow that small inputs reach every one of them.
    static let narrow = {
        var limits = InspectionLimits.standard
        limits.tableBytes = 4096
        limits.symbols = 64
        limits.slices = 2
        limits.listEntries = 8
        limits.listBytes = 128
        limits.nameBytes = 32
        return limits
    }()
}

/// Holds what every slice keeps to, whatever the bytes are: its place in the file and the limits.
func check(_ slices: [NativeSlice], of source: some NativeSource, _ limits: InspectionLimits) {
    precondition(slices.count <= limits.slices)
    for slice in slices {
        precondition(slice.range.lowerBound >= 0 && slice.range.upperBound <= source.byteCount)
        let names = [
            slice.imports, slice.weakImports, slice.moduleInitializers,
            slice.versionNeeds.map(\.library),
        ]
        for list in names {
            precondition(list.count <= 2 * limits.listEntries, "Python's names and others")
            // A byte that is no UTF-8 becomes a character of three.
            precondition(list.allSatisfy { $0.utf8.count <= 3 * limits.nameBytes })
        }
        precondition(slice.needed.count <= limits.listEntries)
        for list in [slice.needed, slice.versionNeeds.flatMap { [$0.library] + $0.versions }] {
            precondition(list.reduce(0) { $0 + $1.utf8.count } <= limits.listBytes)
        }
        for parts in [
            slice.carried.observedCrates, slice.carried.goModules, slice.carried.libraries,
        ] {
            precondition(parts.count <= limits.listEntries)
        }
    }
}
