import NativeInspection

/// What one ELF file asks of the system that it runs on.
struct SystemNeeds {
    /// Which C library a file was built for.
    enum Family: Sendable {
        case glibc
        case musl
        case android
    }

    /// The file, for messages.
    let path: String
    /// The machine, as platform tags name it.
    let machine: String
    /// The libraries that it is linked to.
    let libraries: [String]
    /// The symbol versions that it needs, by prefix: GLIBC to 2.14 and 2.2.5.
    let versions: [String: Set<String>]
    /// The undefined symbols.
    let imports: Set<String>
    /// The level of x86-64 that it demands: 2 to 4, and 1 or 0 for every processor.
    let isaLevel: Int
    /// Whether it is an extension module, which alone is asked about Python's builds.
    let isExtension: Bool

    init(
        path: String, machine: String, libraries: [String],
        versionNeeds: [NativeSlice.VersionNeed], imports: [String], isaLevel: Int,
        isExtension: Bool
    ) {
        self.path = path
        self.machine = machine
        self.libraries = libraries
        self.imports = Set(imports)
        self.isaLevel = isaLevel
        self.isExtension = isExtension
        var versions: [String: Set<String>] = [:]
        for need in versionNeeds where !Self.isDynamicLinker(need.library) {
            for version in need.versions {
                let parts = version.split(separator: "_", maxSplits: 1)
                guard let prefix = parts.first else { continue }
                let rest = parts.count > 1 ? String(parts[1]) : ""
                versions[String(prefix), default: []].insert(rest)
            }
        }
        self.versions = versions
    }

    /// The C library that the file shows it was built for; nil where nothing tells, as in a static
    /// program.
    var family: Family? {
        if libraries.contains(where: { $0.hasPrefix("libc.musl-") || $0.hasPrefix("ld-musl-") }) {
            return .musl
        }
        if libraries.contains("libc.so.6") { return .glibc }
        // musl answers to this name too, and Android splits its C library up.
        guard libraries.contains("libc.so") else { return versions["GLIBC"] == nil ? nil : .glibc }
        let parts = ["libdl.so", "libm.so", "liblog.so", "libandroid.so"]
        return libraries.contains(where: parts.contains) ? .android : .musl
    }

    /// Whether it fits no platform policy whatever it links to, and why.
    var objectionToEveryPolicy: String? {
        if isaLevel >= 2 {
            return "\(path) demands x86-64-v\(isaLevel), and tags promise to run on every x86-64"
        }
        guard isExtension else { return nil }
        if let symbol = imports.filter({ $0.hasPrefix("PyUnicodeUCS2_") }).min() {
            return "\(path) uses \(symbol), of a Python with narrow strings"
        }
        if let symbol = imports.intersection(["PyFPE_jbuf", "PyFPE_dummy", "PyFPE_counter"]).min() {
            return "\(path) uses \(symbol), of a Python built with --with-fpectl"
        }
        return nil
    }

    /// Whether a library is the dynamic linker, which every system has.
    static func isDynamicLinker(_ library: String) -> Bool {
        library.contains("ld-linux") || library.hasPrefix("ld-musl-") || library == "ld64.so.2"
            || library == "ld64.so.1"
    }

    /// How a policy lists a library: musl's is named after the machine.
    static func policyName(of library: String) -> String {
        library.hasPrefix("libc.musl-") && library.hasSuffix(".so.1") ? "libc.so" : library
    }

    /// Whether a version comes before another, number by number.
    static func isOlder(_ left: String, _ right: String) -> Bool {
        let (first, second) = (left.split(separator: "."), right.split(separator: "."))
        for (one, other) in zip(first, second) where one != other {
            guard let number = Int(one), let another = Int(other) else { return one < other }
            return number < another
        }
        return first.count < second.count
    }
}

extension SystemNeeds {
    /// What a slice asks of the system.
    init(_ slice: NativeSlice, path: String, isExtension: Bool) {
        self.init(
            path: path, machine: slice.machine.name, libraries: slice.needed,
            versionNeeds: slice.versionNeeds,
            // What may be missing is asked of no system: Rust looks for newer functions this way.
            imports: Array(Set(slice.imports).subtracting(slice.weakImports)),
            isaLevel: Self.level(slice.facts[.isaLevel]), isExtension: isExtension)
    }

    /// A slice with no more than labels ask for: those of all files are in memory at once.
    static func relevant(of slice: NativeSlice) -> NativeSlice {
        var short = NativeSlice(machine: slice.machine, kind: slice.kind, range: slice.range)
        short.needed = slice.needed
        short.versionNeeds = slice.versionNeeds
        short.minimumOS = slice.minimumOS
        for name in [FactName.isaLevel] + slice.unreadLabelFacts {
            short.facts[name] = slice.facts[name]
        }
        short.imports = slice.imports.filter(isRelevant)
        short.weakImports = slice.weakImports.filter(isRelevant)
        return short
    }

    private static func isRelevant(_ symbol: String) -> Bool {
        symbol.hasPrefix("PyUnicodeUCS2_") || symbol.hasPrefix("PyFPE_")
            || PlatformPolicy.forbiddenAnywhere.contains(symbol)
    }

    /// The level in a fact's words, such as `x86-64-v3`.
    private static func level(_ fact: Fact) -> Int {
        let words: [String] =
            switch fact.value {
            case .word(let word): [word]
            case .list(let words): words
            default: []
            }
        return words.compactMap { word in
            guard let mark = word.lastIndex(of: "v") else { return nil }
            return Int(word[word.index(after: mark)...])
        }.max() ?? 0
    }
}
