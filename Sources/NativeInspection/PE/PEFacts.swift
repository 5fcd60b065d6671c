/// The facts that the headers and directories of a PE file tell.
struct PEFacts {
    /// Bits of the DLL characteristics (`IMAGE_DLLCHARACTERISTICS_…`).
    private enum Flag {
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

    private func has(_ flag: Int) -> Bool { header.dllCharacteristics & flag != 0 }

    /// Where the flags stand and what they are.
    private var flags: String {
        "DllCharacteristics \(hexadecimal(header.dllCharacteristics)) "
            + "at \(hexadecimal(header.dllCharacteristicsOffset))"
    }

    private func fact(_ isPresent: Bool, _ flag: String) -> Fact {
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

    /// Three marks together: every C runtime that is linked in sets `CF_INSTRUMENTED` alone.
    private var guardCF: Fact {
        guard has(Flag.guardCF) else { return fact(false, "GUARD_CF") }
        return configuration.fact { configuration in
            let flags = configuration?.guardFlags ?? 0
            let count = configuration?.guardFunctionCount ?? 0
            let needed =
                PELoadConfiguration.Guard.instrumented | PELoadConfiguration.Guard.functionTable
            return Fact(
                flags & needed == needed && count > 0 ? .present : .absent, tier: .header,
                evidence: "\(self.flags): GUARD_CF; GuardFlags \(hexadecimal(flags)), "
                    + "\(count) functions")
        }
    }

    private var guardExtras: Fact {
        configuration.fact { configuration in
            guard let flags = configuration?.guardFlags else {
                return Fact(.absent, tier: .header, evidence: "no GuardFlags")
            }
            return Fact(
                .list(configuration?.extras ?? []), tier: .header,
                evidence: "GuardFlags \(hexadecimal(flags))")
        }
    }

    /// Not the table of exception continuations, which some tools take for it.
    private var cetCompat: Fact {
        guard header.machine == .winAMD64 || header.machine == .win32 else { return .notApplicable }
        return debug.fact { debug in
            guard let flags = debug.extendedCharacteristics else {
                return Fact(
                    .absent, tier: .header,
                    evidence: "no EX_DLLCHARACTERISTICS in the debug directory")
            }
            return Fact(
                flags & 0x1 != 0 ? .present : .absent, tier: .header,
                evidence: "EX_DLLCHARACTERISTICS \(hexadecimal(flags))",
                names: flags & 0x40 != 0 ? ["also": ["forward-cfi"]] : [:])
        }
    }

    private var securityCookie: Fact {
        configuration.fact { configuration in
            guard let configuration, let cookie = configuration.securityCookie else {
                return Fact(
                    .absent, tier: .header, evidence: "no load configuration with a SecurityCookie")
            }
            let place =
                "SecurityCookie \(hexadecimal(cookie)) of the load configuration "
                + "at \(hexadecimal(configuration.offset))"
            let isUnused =
                (configuration.guardFlags ?? 0) & PELoadConfiguration.Guard.cookieUnused != 0
            guard cookie != 0, !isUnused else {
                return Fact(
                    .absent, tier: .header,
                    evidence: place + (isUnused ? ", marked as unused" : ""))
            }
            return Fact(
                .present, tier: .header,
                evidence: place + ": the C runtime has one, which does not tell that this code "
                    + "was compiled with /GS")
        }
    }

    private var safeSEH: Fact {
        guard header.machine == .win32 else { return .notApplicable }
        guard !has(Flag.noSEH) else { return fact(true, "NO_SEH") }
        return configuration.fact { configuration in
            let count = configuration?.handlerCount ?? 0
            let table = configuration?.handlerTable ?? 0
            return Fact(
                table != 0 && count > 0 ? .present : .absent, tier: .header,
                evidence: "SEHandlerTable \(hexadecimal(table)) of \(count) handlers")
        }
    }

    private var authenticode: Fact {
        certificate.fact { certificate in
            guard let certificate else {
                return Fact(.absent, tier: .header, evidence: "no certificate table")
            }
            return Fact(
                .present, tier: .header,
                evidence: "PKCS #7 of \(certificate.size) bytes "
                    + "at \(hexadecimal(certificate.offset)); not verified")
        }
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
