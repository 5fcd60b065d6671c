extension ELFImage {
    /// How an executable or shared file is positioned in memory, by the words of the fact `pie`.
    private enum Position: String {
        case fixed = "no-pie"
        case independent = "pie"
        case independentStatic = "static-pie"
        case library = "dso"
    }

    /// What the file is for.
    var kind: NativeSlice.Kind {
        if isDebugCompanion { return .debugCompanion }
        switch header.type {
        case .relocatable: return .object
        case .executable: return .executable
        case .shared: return position.word == .library ? .sharedLibrary : .executable
        case .core, .other: return .other
        }
    }

    /// Whether a loader could run the file or load it.
    var isLinked: Bool {
        (header.type == .executable || header.type == .shared) && !isDebugCompanion
    }

    /// Whether the code was left out and only what debuggers read remains.
    var isDebugCompanion: Bool {
        header.type != .relocatable
            && knownSections.contains { $0.isExecutable && $0.isLoaded && $0.type == 8 }
    }

    /// Whether the file is position independent, and as what.
    ///
    /// A shared library and a position-independent executable have the same type. Not `PT_PHDR`, which
    /// lld and gold give libraries too, but `DF_1_PIE` tells them apart; linkers before it leave the
    /// interpreter, or for a static executable `DT_DEBUG`, which no library has.
    func pie() -> Fact {
        Fact(.word(position.word.rawValue), tier: .header, evidence: position.evidence)
    }

    private var position: (word: Position, evidence: String) {
        guard header.type == .shared else { return (.fixed, "ET_EXEC at 0x10") }
        let interpreter = segment(.interpreter)
        let dynamic = dynamic.value ?? nil
        if let dynamic, dynamic.has(.flags1, bits: 0x0800_0000) {
            return interpreter == nil
                ? (.independentStatic, "DF_1_PIE without PT_INTERP")
                : (.independent, "DF_1_PIE and PT_INTERP")
        }
        if let dynamic, dynamic.has(.soname) { return (.library, "ET_DYN with DT_SONAME") }
        if let interpreter {
            return (.independent, "PT_INTERP at \(hexadecimal(interpreter.headerOffset))")
        }
        if let dynamic, dynamic.has(.debug) {
            return (.independentStatic, "DT_DEBUG without PT_INTERP")
        }
        return (.library, "ET_DYN without DF_1_PIE, PT_INTERP and DT_DEBUG")
    }
}
