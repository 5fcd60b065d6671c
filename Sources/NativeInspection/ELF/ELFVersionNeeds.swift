/// Reads `.gnu.version_r`: the symbol versions that the file asks of each library.
struct ELFVersionNeeds<Source: NativeSource> {
    private let table: ELFBytes
    private let strings: ELFDynamicStrings<Source>
    private let limits: InspectionLimits
    private var budget: NameBudget

    /// No honest table comes near; the size of the table stands only in section headers.
    static var maximumBytes: Int { 1 << 20 }

    init(
        _ table: ELFBytes, _ strings: ELFDynamicStrings<Source>, limits: InspectionLimits
    ) {
        self.table = table
        self.strings = strings
        self.limits = limits
        budget = NameBudget(limits)
    }

    /// The needs of so many libraries, in the table's order.
    mutating func read(count: UInt64) throws(NativeInspectionError) -> [NativeSlice.VersionNeed] {
        var needs: [NativeSlice.VersionNeed] = []
        var versionCount = 0
        var position = 0
        // The steps are unsigned, so that no chain of them can come back to where it was.
        while UInt64(needs.count) < count {
            guard let versions = table.half(at: position + 2),
                let library = table.number32(at: position + 4),
                let first = table.number32(at: position + 8),
                let step = table.number32(at: position + 12)
            else { throw cutOff(at: position) }
            versionCount += versions
            guard max(versionCount, needs.count) <= limits.listEntries else {
                throw .invalid(
                    "the version needs at \(hexadecimal(table.offset)) ask for more than \(limits.listEntries) versions"
                )
            }
            needs.append(
                NativeSlice.VersionNeed(
                    library: try name(at: library),
                    versions: try self.versions(from: position + first, count: versions)))
            guard step != 0 else { break }
            position += step
        }
        return needs
    }

    private mutating func versions(
        from start: Int, count: Int
    ) throws(NativeInspectionError) -> [String] {
        var versions: [String] = []
        var position = start
        for _ in 0..<count {
            guard let version = table.number32(at: position + 8),
                let step = table.number32(at: position + 12)
            else { throw cutOff(at: position) }
            versions.append(try name(at: version))
            guard step != 0 else { break }
            position += step
        }
        return versions
    }

    private mutating func name(at offset: Int) throws(NativeInspectionError) -> String {
        guard let name = try strings.string(at: UInt64(offset)) else {
            throw .invalid(
                "a version need at \(hexadecimal(table.offset)) has its name at \(hexadecimal(offset)), beyond the dynamic strings"
            )
        }
        try budget.spend(name, of: "the version needs at \(hexadecimal(table.offset))")
        return name
    }

    private func cutOff(at position: Int) -> NativeInspectionError {
        .invalid("the version needs are cut off at \(hexadecimal(table.offset + position))")
    }
}
