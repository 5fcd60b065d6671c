/// The facts that the headers and directories of a PE file tell.
struct PEFacts {
    /// Bits of the DLL characteristics (`IMAGE_DLLCHARACTERISTICS_…`).
    enum Flag {
        static let highEntropyVA = 0x20
        static let dynamicBase = 0x40
        static let nxCompatible = 0x100
        static let noSEH = 0x400
        static let guardCF = 0x4000
    }

    let header: PEHeader
    let configuration: FilePart<PELoadConfiguration?>
    let debug: FilePart<PEDebugDirectory>
    let certificate: FilePart<PECertificate?>
    let richHeader: RichHeader?
    let imports: PEImports
    let importProblem: String?
    let sectionNames: [String]

    func set(in facts: inout FactTable) {
        facts[.aslr] = aslr
        facts[.highEntropyVA] = highEntropyVA
        facts[.nxCompat] = fact(has(Flag.nxCompatible), "NX_COMPAT")
        facts[.guardCF] = guardCF
        facts[.guardExtras] = guardExtras
        facts[.cetCompat] = cetCompat
        facts[.securityCookie] = securityCookie
        facts[.safeSEH] = safeSEH
        facts[.authenticode] = authenticode
        facts[.wxSegments] = writableCode
        facts[.needed] = needed
        facts[.toolchain] = toolchain
        facts[.stripped] = Fact(
            header.symbolCount == 0 ? .present : .absent, tier: .header,
            evidence: "\(header.symbolCount) COFF symbols")
        facts[.debugInfo] = debugInfo
        facts[.debugPath] = debug.fact { debug in
            debug.codeView.map { Fact(.word($0.path), tier: .header, evidence: "CodeView") }
                ?? Fact(.absent, tier: .header, evidence: "no CodeView entry")
        }
        facts[.buildIdentifier] = debug.fact { debug in
            debug.codeView.map { Fact(.word($0.identifier), tier: .header, evidence: "CodeView") }
                ?? Fact(.absent, tier: .header, evidence: "no CodeView entry")
        }
    }

    func has(_ flag: Int) -> Bool { header.dllCharacteristics & flag != 0 }

    /// Where the flags stand and what they are.
    var flags: String {
        "DllCharacteristics \(hexadecimal(header.dllCharacteristics)) "
            + "at \(hexadecimal(header.dllCharacteristicsOffset))"
    }

    func fact(_ isPresent: Bool, _ flag: String) -> Fact {
        Fact(
            isPresent ? .present : .absent, tier: .header,
            evidence: "\(flags)\(isPresent ? ": " : " lacks ")\(flag)")
    }

    /// An image without relocations stays where it was linked to, whatever the flag says.
    private var isMovable: Bool { has(Flag.dynamicBase) && header.characteristics & 0x1 == 0 }

    private var aslr: Fact {
        guard has(Flag.dynamicBase), !isMovable else { return fact(isMovable, "DYNAMIC_BASE") }
        return Fact(
            .absent, tier: .header,
            evidence: "\(flags): DYNAMIC_BASE, but Characteristics say RELOCS_STRIPPED")
    }

    private var highEntropyVA: Fact {
        guard header.isWide else { return .notApplicable }
        guard has(Flag.highEntropyVA), !isMovable else {
            return fact(has(Flag.highEntropyVA), "HIGH_ENTROPY_VA")
        }
        return Fact(
            .absent, tier: .header, evidence: "\(flags): HIGH_ENTROPY_VA without ASLR has no effect"
        )
    }

    private var writableCode: Fact {
        let found = header.sections.filter(\.isWritableAndExecutable).map(\.name)
        guard let first = found.first else {
            return Fact(
                .absent, tier: .header,
                evidence: "no section of \(header.sections.count) is writable and executable")
        }
        return Fact(
            .present, tier: .header, evidence: "section \(first) is writable and executable",
            names: ["segments": found])
    }

    /// All libraries; those that are loaded late stand last and are named again.
    private var needed: Fact {
        if let importProblem { return .undecidable(importProblem) }
        var names = imports.pythonFunctions
        if !imports.delayed.isEmpty { names["delayed"] = imports.delayed }
        return Fact(
            .list(imports.libraries + imports.delayed), tier: .header,
            evidence: "import directory", names: names)
    }

    private var toolchain: Fact {
        let version = "\(header.linkerVersion.major).\(header.linkerVersion.minor)"
        var tools = ["linker \(version)"]
        var evidence = "optional header"
        if let richHeader {
            tools.append("Rich header, newest build \(richHeader.newestBuild)")
            evidence += "; Rich header of \(richHeader.tools.count) tools"
        } else {
            evidence += "; no Rich header, so not linked by Microsoft's linker"
        }
        if case .read(let debug) = debug, !debug.typeNames.isEmpty {
            evidence += "; debug directory: \(debug.typeNames.joined(separator: ", "))"
        }
        return Fact(.list(tools), tier: .header, evidence: evidence)
    }

    private var debugInfo: Fact {
        let dwarf = sectionNames.first {
            $0.hasPrefix(".debug_info") || $0.hasPrefix(".zdebug_info")
        }
        if let dwarf { return Fact(.present, tier: .header, evidence: "section \(dwarf)") }
        guard case .read(let debug) = debug, debug.codeView != nil else {
            return Fact(.absent, tier: .header, evidence: "no section .debug_info")
        }
        return Fact(.absent, tier: .header, evidence: "kept in a PDB file elsewhere")
    }
}
