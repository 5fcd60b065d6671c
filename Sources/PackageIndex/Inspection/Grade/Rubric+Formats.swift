extension Rubric {
    static func elf(_ slice: SliceReport, of file: NativeFileReport) -> [CheckResult] {
        [
            relro(slice.fact("relro")),
            nxStack(slice),
            pie(slice.fact("pie"), .pie),
            searchPaths(slice, of: file),
            absence(slice, .writeExecute, found: "memory is writable and executable at once"),
            absence(slice, .textRelocations, found: "the loader has to write into the code"),
        ]
    }

    static func machO(_ slice: SliceReport, of file: NativeFileReport) -> [CheckResult] {
        [
            pie(slice.fact("pie"), .positionIndependence),
            absence(slice, .machWriteExecute, found: "memory is writable and executable at once"),
            presence(
                slice, .dataConst, missing: "tables of addresses stay writable after the start"),
            codeSignature(slice),
            dependencies(slice, of: file),
            absence(slice, .stackExecution, found: "the stack is executable"),
        ]
    }

    static func pe(_ slice: SliceReport) -> [CheckResult] {
        [
            presence(
                slice, .aslr, missing: "the file is always loaded at one address",
                otherwise: .blocking),
            presence(
                slice, .highEntropy, missing: "addresses are chosen from a small part of memory"),
            presence(slice, .nxCompat, missing: "data can be executed", otherwise: .blocking),
            absence(
                slice, .portableWriteExecute, found: "a section is writable and executable at once"),
        ]
    }

    private static func relro(_ fact: FactReport) -> CheckResult {
        switch fact.value {
        case .word("full"), .word("now-irrelevant"):
            Check.relro.result(.pass, fact.evidence ?? fact.word ?? "full")
        case .word("partial"):
            Check.relro.result(
                .partial, "only a part of the tables is made read-only after the start",
                share: 0.48)
        case .word("none"), .word("absent"):
            Check.relro.result(.fail, "tables of addresses stay writable after the start")
        default:
            undecided(.relro, fact)
        }
    }

    private static func nxStack(_ slice: SliceReport) -> CheckResult {
        let check = Check.nxStack
        let fact = slice.fact(check.name)
        switch fact.value {
        case .word("present"): return check.result(.pass, fact.evidence ?? "not executable")
        case .word("absent"):
            return check.result(
                .blocking, "the stack is made executable for the whole process")
        case .word("unmarked"):
            // Linux falls back to an executable stack on these machines only.
            let isRisky = ["x86_64", "i686", "armv7l"].contains(slice.machine)
            return isRisky
                ? check.result(
                    .blocking,
                    "nothing says that the stack is not executable, so that Linux makes it so")
                : check.result(.pass, "the machine's default is a stack that is not executable")
        default: return undecided(check, fact)
        }
    }

    private static func pie(_ fact: FactReport, _ check: Check) -> CheckResult {
        switch fact.word {
        case "pie", "dso", "static-pie", "present":
            check.result(.pass, "can be loaded at any address (\(fact.word ?? ""))")
        case "no-pie", "absent":
            check.result(.fail, "the program is always loaded at one address")
        default:
            undecided(check, fact)
        }
    }

    private static func searchPaths(_ slice: SliceReport, of file: NativeFileReport) -> CheckResult
    {
        let check = Check.searchPaths
        let facts = [slice.fact("rpath"), slice.fact("runpath")]
        if let fact = facts.first(where: \.isUndecidable) { return undecided(check, fact) }
        guard facts.contains(where: \.isApplicable) else { return undecided(check, facts[0]) }
        let entries = facts.flatMap(\.list)
        let paths = entries.map { SearchPath($0, of: file) }
        if let bad = paths.first(where: { $0.place == .writable }) {
            return check.result(.blocking, decides(bad))
        }
        if let bad = paths.first(where: { $0.place == .outside }) {
            return check.result(.fail, searches(bad))
        }
        return check.result(
            .pass, entries.isEmpty ? "no search path" : entries.joined(separator: ":"))
    }

    private static func decides(_ path: SearchPath) -> String {
        "whoever can write to \(path.shown) decides which code is loaded"
    }

    private static func searches(_ path: SearchPath) -> String {
        "libraries are searched outside of the wheel, in \(path.shown)"
    }

    /// Only ARM Macs demand a signature: elsewhere its absence is the norm, and iOS signs whole
    /// applications.
    private static func codeSignature(_ slice: SliceReport) -> CheckResult {
        let check = Check.codeSignature
        let fact = slice.fact(check.name)
        let isForMac = slice.fact("min_os").word?.hasPrefix("macos") ?? true
        let isAsked = slice.machine == "arm64" && isForMac
        let notAsked = check.result(.notApplicable, "no signature is asked for on this machine")
        switch fact.value {
        case .word("absent"):
            return isAsked
                ? check.result(.fail, "there is no signature, and ARM loads nothing without one")
                : notAsked
        case .word("stale"), .word("invalid"):
            return isAsked
                ? check.result(.fail, "the file was changed after it was signed") : notAsked
        case .word("undecidable"), .word("not-applicable"), .list: return undecided(check, fact)
        case .word(let word): return check.result(.pass, word)
        }
    }

    /// The libraries that a Mach-O file names, and the folders that dyld looks into for those whose
    /// names begin with `@rpath`, of the file and of what it loads.
    ///
    /// Where the file names none so, a folder that others can write to is only left over from the
    /// build: nothing of its own is looked for there.
    private static func dependencies(_ slice: SliceReport, of file: NativeFileReport) -> CheckResult
    {
        let check = Check.absoluteDependencies
        let fact = slice.fact(check.name)
        guard case .list(let libraries) = fact.value else { return undecided(check, fact) }
        let paths = slice.fact("rpath").list.filter { !isOfSystem($0) }
            .map { SearchPath($0, of: file) }
        if libraries.contains(where: { $0.hasPrefix("@rpath/") }),
            let bad = paths.first(where: { $0.place == .writable })
        {
            return check.result(.blocking, decides(bad))
        }
        let stranger = libraries.first { library in
            guard !library.hasPrefix("/") else { return !isOfSystem(library) }
            guard !library.hasPrefix("@rpath/") else { return false }
            // A path that starts nowhere leads on from the folder in which a program is started.
            let isPlaced = ["@loader_path/", "@executable_path/"].contains(where: library.hasPrefix)
            return !isPlaced || SearchPath(library, of: file).place == .outside
        }
        if let stranger {
            return check.result(.fail, "\(stranger) is neither in the wheel nor part of the system")
        }
        if let bad = paths.first(where: { $0.place != .inside }) {
            return check.result(.fail, searches(bad))
        }
        return check.result(.pass, "\(libraries.count) libraries")
    }

    /// Whether a library or a folder is one that macOS brings along and guards.
    private static func isOfSystem(_ path: String) -> Bool {
        SearchPath.leads(path, below: ["/usr/lib", "/System"])
    }
}
