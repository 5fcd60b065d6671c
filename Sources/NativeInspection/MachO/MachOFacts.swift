/// The facts that the header, the load commands and the signature of a Mach-O slice tell.
struct MachOFacts {
    let header: MachOHeader
    let commands: LoadCommands
    let symbols: MachOSymbols
    let symbolProblem: String?
    let imports: Set<String>
    let signature: FilePart<CodeSignature?>

    func set(in facts: inout FactTable) {
        facts[.pie] = pie
        facts[.stackExecution] = stackExecution
        facts[.heapExecution] = heapExecution
        facts[.wxSegments] = writableCode
        facts[.dataConst] = dataConst
        facts[.chainedFixups] = chainedFixups
        facts[.codeSignature] = codeSignature
        facts[.hardenedRuntime] = hardenedRuntime
        facts[.pac] = pac
        facts[.stripped] = stripped
        facts[.debugInfo] = debugInfo
        facts[.needed] = Self.list(commands.libraries, "LC_LOAD_DYLIB")
        facts[.rpath] = Self.list(commands.searchPaths, "LC_RPATH")
        if header.fileType == 6 {
            facts[.soname] =
                commands.installName.map { Fact(.word($0), tier: .header, evidence: "LC_ID_DYLIB") }
                ?? Fact(.absent, tier: .header, evidence: "no LC_ID_DYLIB")
        }
        facts[.buildIdentifier] =
            commands.identifier.map {
                Fact(.word($0.hexadecimalText), tier: .header, evidence: "LC_UUID")
            }
            ?? Fact(.absent, tier: .header, evidence: "no LC_UUID")
        facts[.referenceCounting] = use(of: ["objc_release"])
        facts[.randomNumbers] = use(
            of: [
                "arc4random", "arc4random_buf", "arc4random_uniform", "arc4random_stir",
                "arc4random_addrandom",
            ])
        setBuild(in: &facts)
    }

    private func setBuild(in facts: inout FactTable) {
        guard let build = commands.builds.first else {
            let reason = "neither LC_BUILD_VERSION nor LC_VERSION_MIN"
            for name in [FactName.minimumOS, .sdk, .toolchain] {
                facts[name] = Fact(.absent, tier: .header, evidence: reason)
            }
            return
        }
        func fact(_ value: Fact.Value) -> Fact {
            Fact(value, tier: .header, evidence: build.evidence)
        }
        let version = LoadCommands.Build.text(build.minimumOS.version)
        facts[.minimumOS] = fact(.word("\(build.minimumOS.platform) \(version)"))
        facts[.sdk] = fact(
            build.sdk.allSatisfy { $0 == 0 } ? .absent : .word(LoadCommands.Build.text(build.sdk)))
        facts[.toolchain] = fact(.list(build.tools))
    }

    /// Only programs carry `MH_PIE`; bundles and libraries are always position-independent.
    private var pie: Fact {
        switch header.fileType {
        case 2:
            let isSet = header.has(MachOHeader.Flag.positionIndependent)
            return flag(isSet ? .word("pie") : .word("no-pie"), isSet, "MH_PIE")
        case 6, 8, 9:
            return Fact(.word("dso"), tier: .header, evidence: header.fileTypeName)
        default: return .notApplicable
        }
    }

    private var stackExecution: Fact {
        let isSet = header.has(MachOHeader.Flag.allowStackExecution)
        guard header.fileType == 2 || !isSet else { return .notApplicable }
        return flag(isSet ? .present : .absent, isSet, "MH_ALLOW_STACK_EXECUTION")
    }

    /// A program's wish, and one that only x86 ever had to utter.
    private var heapExecution: Fact {
        guard header.fileType == 2, header.machine == .x86_64 || header.machine == .i686 else {
            return .notApplicable
        }
        let isSet = header.has(MachOHeader.Flag.noHeapExecution)
        return flag(isSet ? .present : .absent, isSet, "MH_NO_HEAP_EXECUTION")
    }

    /// The one segment of an object file may do everything; the linker shares its sections out.
    private var writableCode: Fact {
        guard header.kind != .object else { return .notApplicable }
        let found = commands.segments.filter(\.isWritableAndExecutable)
        guard let first = found.first else {
            return Fact(
                .absent, tier: .header,
                evidence: "no segment of \(commands.segments.count) is writable and executable")
        }
        return Fact(
            .present, tier: .header,
            evidence: "segment \(first.name) initprot rwx at \(hexadecimal(first.commandOffset))",
            names: ["segments": found.map(\.name)])
    }

    private var dataConst: Fact {
        guard header.kind == .executable || header.kind == .sharedLibrary else {
            return .notApplicable
        }
        guard let segment = commands.segments.first(where: { $0.name == "__DATA_CONST" }) else {
            return Fact(.absent, tier: .header, evidence: "no segment __DATA_CONST")
        }
        let place = "segment __DATA_CONST at \(hexadecimal(segment.commandOffset))"
        return segment.isReadOnlyAfterFixups
            ? Fact(.present, tier: .header, evidence: place + ", SG_READ_ONLY")
            : Fact(.absent, tier: .header, evidence: place + " lacks SG_READ_ONLY")
    }

    /// Chained fixups bind everything at the start; without them a table of lazy pointers can stay
    /// writable, as a partial relro leaves it.
    private var chainedFixups: Fact {
        guard header.kind == .executable || header.kind == .sharedLibrary else {
            return .notApplicable
        }
        let lazy = commands.sections.first(where: \.holdsLazyPointers)
        let binding =
            lazy.map { "; functions are bound when first called, by \($0.segment),\($0.name)" }
            ?? ""
        guard let fixups = commands.chainedFixups else {
            return Fact(
                .absent, tier: .header, evidence: "no LC_DYLD_CHAINED_FIXUPS\(binding)")
        }
        return Fact(
            .present, tier: .header,
            evidence: "LC_DYLD_CHAINED_FIXUPS to \(hexadecimal(fixups.offset))\(binding)")
    }

    /// No one can load arm64e code of third parties, so that its absence tells nothing.
    private var pac: Fact {
        guard header.isARM64E else { return .notApplicable }
        return Fact(
            .present, tier: .header,
            evidence: "cpusubtype \(hexadecimal(header.processorSubtype)): arm64e")
    }

    private var stripped: Fact {
        if let symbolProblem { return .undecidable(symbolProblem) }
        let count = symbols.localCount
        return Fact(
            count == 0 ? .present : .absent, tier: .header,
            evidence:
                "\(count) local symbols, \(symbols.debugObjectCount) object files in the debug map")
    }

    private var debugInfo: Fact {
        if let section = commands.sections.first(where: { $0.segment == "__DWARF" }) {
            return Fact(.present, tier: .header, evidence: "section __DWARF,\(section.name)")
        }
        return Fact(
            .absent, tier: .header,
            evidence:
                "no segment __DWARF, \(symbols.debugObjectCount) object files in the debug map")
    }

    /// Whether any of the functions is imported: what the code can do, and no protection.
    private func use(of functions: [String]) -> Fact {
        guard header.kind != .debugCompanion else { return .notApplicable }
        if let found = functions.first(where: imports.contains) {
            return Fact(.present, tier: .symbol, evidence: "imports \(found)")
        }
        if let symbolProblem { return .undecidable(symbolProblem) }
        return Fact(
            .absent, tier: .symbol,
            evidence: "no import of \(functions.joined(separator: ", "))")
    }

    private func flag(_ value: Fact.Value, _ isSet: Bool, _ name: String) -> Fact {
        Fact(
            value, tier: .header,
            evidence: "\(isSet ? "" : "no ")\(name) in flags \(hexadecimal(header.flags))")
    }

    private static func list(_ entries: [String], _ command: String) -> Fact {
        Fact(.list(entries), tier: .header, evidence: "\(entries.count) \(command)")
    }
}
