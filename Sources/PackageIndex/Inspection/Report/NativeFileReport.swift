/// What a native file is, holds and lacks: an element of `files`.
package struct NativeFileReport: Codable, Sendable, Equatable {
    /// What a file is for.
    package enum Role: String, Codable, Sendable, CaseIterable {
        /// A module that Python imports.
        case `extension`
        /// A library of somebody else that was copied into the wheel.
        case vendored
        /// A program.
        case executable
        /// A library of the project that is no module, as ctypes loads it.
        case library
        /// Debug information beside the code that it belongs to; never graded.
        case debugCompanion = "debug-companion"
    }

    /// Whose code it is.
    package enum Origin: String, Codable, Sendable, CaseIterable {
        case own
        case vendored
    }

    /// The path: in the wheel, or as it was given for a bare file.
    package var path: String
    /// The SHA-256 of the content in hexadecimal; nil where the content could not be read whole.
    @Nullable package var sha256: String?
    /// The size in bytes.
    package var size: Int
    /// `elf`, `macho`, `pe`; or `wasm`, `ar`, `java-class`, which are only named.
    package var format: String
    /// What the file is for.
    package var role: Role
    /// Whose code it is.
    package var origin: Origin
    /// The grade; nil where nothing could be graded: other formats, debug companions, unreadable
    /// files.
    @Nullable package var grade: Grade?
    /// The points out of 100 that the grade comes from.
    @Nullable package var score: Int?
    /// The checks behind the grade, of the slice with the worst.
    package var checks: [CheckResult]
    /// How many of the checks could be decided.
    package var coverage: Coverage
    /// The control-flow protections that are enforceable: a badge that scores nothing.
    ///
    /// `ibt`, `shstk`, `bti`, `pac`, `gcs`, `cfg`, `cet`, `clang-cfi`, `safestack` and
    /// `shadow-call-stack`.
    package var controlFlow: [String]
    /// The languages, as lower-case words.
    package var languages: [String]
    /// The tools that bind it to Python, as lower-case words.
    package var bindings: [String]
    /// What decided on the languages and bindings.
    package var findings: [FindingReport]
    /// Whether all of its languages are memory-safe ones; nil where none could be told.
    @Nullable package var memorySafe: Bool?
    /// The stable ABI; its parts are nil for whatever is not an extension module.
    package var abi3: StableABIReport
    /// The parts of others that are compiled in.
    package var carried: CarriedReport
    /// The version of a vendored library, where something tells.
    @Nullable package var libraryVersion: String?
    /// The slices; empty where the format is only named or the file could not be read.
    package var slices: [SliceReport]
    /// Whether the path starts from the top of a wheel; no part of the JSON, where it follows from
    /// what the file stands in.
    package var isInWheel = false
    /// Why the file could not be inspected, or not wholly.
    @Nullable package var error: String?

    /// A file of which nothing but its place is known yet.
    package init(path: String, size: Int, format: String, role: Role, origin: Origin) {
        self.path = path
        self.size = size
        self.format = format
        self.role = role
        self.origin = origin
        sha256 = nil
        grade = nil
        score = nil
        checks = []
        coverage = Coverage(decidable: 0, applicable: 0)
        controlFlow = []
        languages = []
        bindings = []
        findings = []
        memorySafe = nil
        abi3 = StableABIReport(claimed: nil, computed: nil, violations: [])
        carried = CarriedReport()
        libraryVersion = nil
        slices = []
        error = nil
    }

    private enum CodingKeys: String, CodingKey {
        case path, sha256, size, format, role, origin, grade, score, checks, coverage
        case controlFlow = "control_flow"
        case languages, bindings, findings
        case memorySafe = "memory_safe"
        case abi3, carried
        case libraryVersion = "library_version"
        case slices, error
    }
}
