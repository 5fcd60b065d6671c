import NativeInspection

extension CarriedReport {
    /// What all slices of a file carry, each part once.
    ///
    /// Takes into `problems` what is wrong with a list of crates; the observed ones then count.
    init(_ slices: [NativeSlice], path: String, problems: inout [String]) {
        self.init()
        var listed: [Part] = []
        for compressed in slices.compactMap(\.carried.auditableCrates) {
            do throws(AuditableCrates.Invalid) {
                listed += try AuditableCrates(compressed).crates
            } catch {
                problems.append("\(path): \(error.description)")
            }
        }
        let observed = slices.flatMap(\.carried.observedCrates)
        crates = listed.isEmpty ? Self.unique(observed) : Self.sorted(listed)
        crateSource = crates.isEmpty ? nil : listed.isEmpty ? .observedSubset : .auditable
        modules = Self.unique(slices.flatMap(\.carried.goModules))
        libraries = Self.unique(slices.flatMap(\.carried.libraries))
    }

    private static func unique(_ parts: [CarriedCode.Part]) -> [Part] {
        sorted(parts.map { Part(name: $0.name, version: $0.version) })
    }

    private static func sorted(_ parts: [Part]) -> [Part] {
        Set(parts).sorted { ($0.name, $0.version ?? "") < ($1.name, $1.version ?? "") }
    }
}
