/// The parts of others that are compiled into a file.
package struct CarriedReport: Codable, Sendable, Equatable {
    /// A crate, module or library.
    package struct Part: Codable, Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Its version, where the bytes tell.
        @Nullable package var version: String?

        /// A part with its version.
        package init(name: String, version: String?) {
            self.name = name
            self.version = version
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(version)
        }
    }

    /// How the list of crates came about.
    package enum CrateSource: String, Codable, Sendable {
        /// The section `.dep-v0` of cargo auditable: all crates.
        case auditable
        /// Paths in panic messages: an observed subset of the crates.
        case observedSubset = "observed-subset"
    }

    /// The Rust crates.
    package var crates: [Part]
    /// Whether they are all crates or an observed subset; nil where there are none.
    @Nullable package var crateSource: CrateSource?
    /// The Go modules, from the build information.
    package var modules: [Part]
    /// C and C++ libraries that name themselves in a string.
    package var libraries: [Part]

    /// What a file carries.
    package init(
        crates: [Part] = [], crateSource: CrateSource? = nil, modules: [Part] = [],
        libraries: [Part] = []
    ) {
        self.crates = crates
        self.crateSource = crateSource
        self.modules = modules
        self.libraries = libraries
    }

    private enum CodingKeys: String, CodingKey {
        case crates, modules, libraries
        case crateSource = "crate_source"
    }
}
