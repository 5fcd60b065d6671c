/// One machine's code in a native file: the whole of an ELF or PE file, one part of a fat Mach-O.
public struct NativeSlice: Sendable {
    /// What the header says that the slice is for.
    public enum Kind: String, Sendable {
        case executable
        /// A shared library or a loadable bundle: Python's extension modules are these.
        case sharedLibrary = "shared-library"
        case object
        /// Debug information that stands beside the code it belongs to (a dSYM); it is not graded.
        case debugCompanion = "debug-companion"
        case other
    }

    /// A library that must offer versioned symbols (ELF's `.gnu.version_r`).
    public struct VersionNeed: Sendable, Equatable {
        /// The library, as in `libc.so.6`.
        public let library: String
        /// The versions asked of it, as in `GLIBC_2.17`.
        public let versions: [String]

        /// What is asked of a library.
        public init(library: String, versions: [String]) {
            self.library = library
            self.versions = versions
        }
    }

    /// The processor.
    public var machine: Machine
    /// What the header says that the slice is for.
    public var kind: Kind
    /// Where the slice stands in the file.
    public var range: Range<Int>
    /// Every fact.
    public var facts = FactTable()
    /// The undefined symbols (without Mach-O's leading underscore) and imported functions.
    public var imports: [String] = []
    /// Those imports that may be missing when the file is loaded; ELF only.
    public var weakImports: [String] = []
    /// Why symbols may be missing from these lists; nil where the loader's table was read
    /// to its end.
    public var symbolProblem: String?
    /// Why imports of Python's own functions may be missing among the imports; `nil` where none is.
    public var pythonProblem: String?
    /// The module initialisers that it defines: `PyInit_x`, `initx`, `HPyInit_x`,
    /// `_cffi_pypyinit_x`.
    public var moduleInitializers: [String] = []
    /// The libraries that it is linked to, in the file's order.
    public var needed: [String] = []
    /// The symbol versions that it needs of them; ELF only.
    public var versionNeeds: [VersionNeed] = []
    /// Apple platform and lowest release that the slice is for; Mach-O only.
    public var minimumOS: MinimumOS?
    /// The languages that it was written in, with what decided.
    public var languages: [Finding] = []
    /// The tools that bind it to Python, with what decided.
    public var bindings: [Finding] = []
    /// Libraries, crates and modules inside.
    public var carried = CarriedCode()

    /// A slice of which nothing but the header is known yet.
    public init(machine: Machine, kind: Kind, range: Range<Int>) {
        self.machine = machine
        self.kind = kind
        self.range = range
    }
}

/// The Apple platform and the lowest release that a slice runs on.
public struct MinimumOS: Sendable, Equatable {
    /// `macos`, `ios`, `ios-simulator` …, or the number.
    public let platform: String
    /// Major, minor and patch.
    public let version: [Int]

    /// A platform with its lowest release.
    public init(platform: String, version: [Int]) {
        self.platform = platform
        self.version = version
    }
}

/// A language or binding that was found, and what told.
public struct Finding: Sendable, Equatable {
    /// A lower-case word: `rust`, `cython`, `pybind11`.
    public let name: String
    /// Its version, where the bytes tell.
    public let version: String?
    /// How strong the evidence is.
    public let tier: EvidenceTier
    /// What decided.
    public let evidence: String
    /// Whether nothing was found and the name is what such files nearly always are; evidence of any
    /// tier, also the wheel's metadata, overrules it.
    public let isAssumption: Bool

    /// A finding with what decided it.
    public init(
        name: String, version: String? = nil, tier: EvidenceTier, evidence: String,
        isAssumption: Bool = false
    ) {
        self.name = name
        self.version = version
        self.tier = tier
        self.evidence = evidence
        self.isAssumption = isAssumption
    }
}

/// The parts of others that are compiled into a slice.
public struct CarriedCode: Sendable, Equatable {
    /// A part with its version.
    public struct Part: Sendable, Hashable {
        /// The crate, Go module or library.
        public let name: String
        /// Its version, where the bytes tell.
        public let version: String?

        /// A part with its version.
        public init(name: String, version: String?) {
            self.name = name
            self.version = version
        }
    }

    /// Crates whose paths stand in panic messages: an observed subset of all crates.
    public var observedCrates: [Part] = []
    /// The zlib stream of the section `.dep-v0` (cargo auditable), which holds the whole list.
    public var auditableCrates: [UInt8]?
    /// The modules of a Go program, from its build information.
    public var goModules: [Part] = []
    /// C libraries that name their version in a string.
    public var libraries: [Part] = []

    /// Nothing carried.
    public init() {}
}
