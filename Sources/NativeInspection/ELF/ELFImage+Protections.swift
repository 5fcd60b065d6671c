extension ELFImage {
    /// Sets the facts about what the loader protects and what it may write to.
    func tellProtections(in slice: inout NativeSlice) {
        slice.facts[.relro] = relro()
        slice.facts[.bindNow] = bindNow()
        slice.facts[.nxStack] = nonExecutableStack()
        slice.facts[.wxSegments] = writableCode()
        slice.facts[.textRelocations] = textRelocations()
        slice.facts[.pie] = pie()
        slice.facts[.noDlopen] = noDlopen(isExtension: !slice.moduleInitializers.isEmpty)
    }

    /// Whether the tables of addresses become read-only: all (`full`), all but that of lazily bound
    /// functions (`partial`), or none; `now-irrelevant` where all but that do, and no function is bound
    /// lazily.
    private func relro() -> Fact {
        guard let segment = segment(.relocationReadOnly), segment.memorySize > 0 else {
            return Fact(.word("none"), tier: .header, evidence: "no PT_GNU_RELRO")
        }
        let place = "PT_GNU_RELRO at \(hexadecimal(segment.headerOffset))"
        return dynamic.fact { dynamic in
            guard let dynamic else {
                return Fact(
                    .word("partial"), tier: .header,
                    evidence: "\(place), no PT_DYNAMIC")
            }
            if let flags = Self.immediateBinding(dynamic) {
                return Fact(.word("full"), tier: .header, evidence: "\(place), \(flags)")
            }
            guard dynamic.has(.pltRelocations) else {
                return Fact(
                    .word("now-irrelevant"), tier: .header,
                    evidence: "\(place), no BIND_NOW and no DT_JMPREL: nothing is bound lazily")
            }
            return Fact(.word("partial"), tier: .header, evidence: "\(place), no BIND_NOW")
        }
    }

    private func bindNow() -> Fact {
        dynamic.fact { dynamic in
            guard let dynamic else {
                return Fact(.absent, tier: .header, evidence: "no PT_DYNAMIC")
            }
            let place = "in the dynamic section at \(hexadecimal(dynamic.offset))"
            guard let flags = Self.immediateBinding(dynamic) else {
                return Fact(.absent, tier: .header, evidence: "no flag \(place)")
            }
            return Fact(.present, tier: .header, evidence: "\(flags) \(place)")
        }
    }

    /// Which of the three ways to ask for immediate binding are used; `nil` if none is.
    private static func immediateBinding(_ dynamic: ELFDynamic) -> String? {
        var flags: [String] = []
        if dynamic.has(.bindNow) { flags.append("DT_BIND_NOW") }
        if dynamic.has(.flags, bits: 0x8) { flags.append("DF_BIND_NOW") }
        if dynamic.has(.flags1, bits: 0x1) { flags.append("DF_1_NOW") }
        return flags.isEmpty ? nil : flags.joined(separator: ", ")
    }

    /// Whether the stack is marked not executable; `unmarked` leaves it to the machine's default,
    /// which on x86 and 32-bit machines is executable.
    private func nonExecutableStack() -> Fact {
        guard let segment = segment(.stack) else {
            return Fact(.word("unmarked"), tier: .header, evidence: "no PT_GNU_STACK")
        }
        return Fact(
            segment.isExecutable ? .absent : .present, tier: .header,
            evidence:
                "PT_GNU_STACK flags \(segment.flagText) at \(hexadecimal(segment.headerOffset))")
    }

    private func writableCode() -> Fact {
        let both = segments.filter { $0.kind == .load && $0.isWritable && $0.isExecutable }
        guard let first = both.first else {
            return Fact(.absent, tier: .header, evidence: "no PT_LOAD is writable and executable")
        }
        return Fact(
            .present, tier: .header,
            evidence: "PT_LOAD flags \(first.flagText) at \(hexadecimal(first.headerOffset))")
    }

    private func textRelocations() -> Fact {
        dynamic.fact { dynamic in
            let flag: String? =
                if let dynamic, dynamic.has(.textRelocations) {
                    "DT_TEXTREL"
                } else if let dynamic, dynamic.has(.flags, bits: 0x4) {
                    "DF_TEXTREL"
                } else {
                    nil
                }
            return Fact(
                flag == nil ? .absent : .present, tier: .header,
                evidence: flag ?? "neither DT_TEXTREL nor DF_TEXTREL")
        }
    }

    /// Whether the file refuses to be opened at run time, which no extension module could.
    private func noDlopen(isExtension: Bool) -> Fact {
        dynamic.fact { dynamic in
            if let dynamic, dynamic.has(.flags1, bits: 0x40) {
                return Fact(.present, tier: .header, evidence: "DF_1_NOOPEN")
            }
            if isExtension || kind == .executable { return .notApplicable }
            return Fact(.absent, tier: .header, evidence: "no DF_1_NOOPEN")
        }
    }
}
