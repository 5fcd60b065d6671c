extension ContentEvidence {
    /// The most bytes that a compressed list of crates may have.
    private static let mostAuditBytes = 8 << 20

    /// Libraries, crates and modules inside the slice.
    func carriedCode(_ source: some NativeSource) throws(NativeInspectionError) -> CarriedCode {
        var carried = CarriedCode()
        carried.libraries = carriedLibraries
        carried.goModules = go?.modules ?? []
        carried.auditableCrates = try auditableCrates(source)
        carried.observedCrates = observedCrates
        return carried
    }

    /// The crates whose paths stand in panic messages.
    var observedCrates: [CarriedCode.Part] {
        // Paths of crates in a Go program stand in what it embeds.
        guard go == nil || symbols.has(.rustRuntime) || symbols.has(.rustName) else { return [] }
        let paths = texts[.registryCrate] + texts[.vendoredCrate]
        return Self.sorted(
            paths.map { Self.part($0.text) }
                + texts[.gitCrate].map { CarriedCode.Part(name: $0.text, version: nil) })
    }

    /// The C libraries that name themselves in a string, or are known by a symbol that they define.
    var carriedLibraries: [CarriedCode.Part] {
        var parts = texts[.library].map { Self.part($0.text) }
        // zlib-ng's strings are zlib's and its own; BoringSSL answers as OpenSSL, without a date.
        if parts.contains(where: { $0.name == "zlib-ng" }) {
            parts.removeAll { $0.name == "zlib" }
        }
        // AWS-LC grew out of BoringSSL and keeps its names.
        let isAWSLC = parts.contains { $0.name == "aws-lc" }
        if isAWSLC { parts.removeAll { $0.name == "boringssl" } }
        for (mark, name) in Self.namesBySymbol
        where !(isAWSLC && name == "boringssl") && !parts.contains(where: { $0.name == name }) {
            if symbols.has(mark, as: [.exported, .local]) {
                parts.append(CarriedCode.Part(name: name, version: nil))
            }
        }
        return Self.sorted(parts)
    }

    private static let namesBySymbol: [(SymbolMark, String)] = [
        (.boringSSL, "boringssl"), (.freeType, "freetype"), (.libsodium, "libsodium"),
        (.libxml2, "libxml2"), (.llhttp, "llhttp"),
    ]

    private func auditableCrates(
        _ source: some NativeSource
    ) throws(NativeInspectionError) -> [UInt8]? {
        guard let section = contents.sections.first(where: { $0.name.hasSuffix(".dep-v0") }),
            (1...Self.mostAuditBytes).contains(section.range.count)
        else { return nil }
        return try source.bytes(at: section.range.lowerBound, count: section.range.count)
    }

    /// A part of `name version`.
    private static func part(_ text: String) -> CarriedCode.Part {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        return CarriedCode.Part(
            name: words.first ?? text, version: words.count == 2 ? words[1] : nil)
    }

    /// Each part once, by name and version.
    private static func sorted(_ parts: [CarriedCode.Part]) -> [CarriedCode.Part] {
        Set(parts).sorted { ($0.name, $0.version ?? "") < ($1.name, $1.version ?? "") }
    }
}
