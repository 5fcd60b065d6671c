/// What is known of the native code of a whole index: its public, living projects' own files.
package struct NativeStatistics: Codable, Sendable, Equatable {
    /// How much of the index the figures rest on.
    package struct Basis: Codable, Sendable, Equatable {
        /// The published wheels.
        package var published: Int
        /// Those that were looked into.
        package var inspected: Int
        /// Those with native code of their own.
        package var native: Int
    }

    /// The projects that began with something in one month.
    package struct Month: Codable, Sendable, Equatable {
        /// The month in UTC, `2026-11`.
        package var month: String
        /// The projects whose first such file is of this month.
        package var new: Int
        /// The projects up to the end of this month.
        package var total: Int
    }

    /// A language and the projects that are written in it.
    package struct Language: Codable, Sendable, Equatable {
        /// A lower-case word.
        package var language: String
        /// The projects with own code in it, ever.
        package var projects: Int
        /// The months in which some began.
        package var months: [Month]
    }

    /// How many pieces of code stand how to a protection.
    package struct Protection: Codable, Sendable, Equatable {
        /// Those that have it.
        package var protected = 0
        /// Those that have it in part.
        package var partial = 0
        /// Those that lack it.
        package var missing = 0
        /// Those of which the bytes cannot tell.
        package var undecidable = 0
        /// The share of those that have it among those that could be decided; nil where none could.
        @Nullable package var share: Double?

        mutating func count(_ standing: Standing, _ slices: Int) {
            switch standing {
            case .protected: protected += slices
            case .partial: partial += slices
            case .missing: missing += slices
            case .undecidable: undecidable += slices
            }
            let decided = protected + partial + missing
            share =
                decided == 0
                ? nil : (Double(protected) / Double(decided) * 10_000).rounded() / 10_000
        }
    }

    /// The code of one format and machine; a fat file counts once for each machine.
    package struct Platform: Codable, Sendable, Equatable {
        /// `elf`, `macho` or `pe`.
        package var format: String
        /// The machine.
        package var machine: String
        /// The own files.
        package var files: Int
        /// The protections by their names.
        package var protections: [String: Protection]
    }

    /// The code that a compiler had a part in; code of two compilers counts for both.
    package struct Toolchain: Codable, Sendable, Equatable {
        /// The compiler: `gcc 14`, `rustc 1.90`.
        package var toolchain: String
        /// The own files.
        package var files: Int
        /// The protections by their names.
        package var protections: [String: Protection]
    }

    /// A project whose newest release is written in other languages than its first.
    package struct Change: Codable, Sendable, Equatable {
        /// The project.
        package var project: String
        /// The languages of its first release with native code.
        package var from: [String]
        /// The version of that release.
        package var fromVersion: String
        /// The languages of its newest release with native code.
        package var to: [String]
        /// The version of that release.
        package var toVersion: String
        /// When the newest release's languages were there together for the first time.
        package var month: String

        private enum CodingKeys: String, CodingKey {
            case project, from, to, month
            case fromVersion = "from_version"
            case toVersion = "to_version"
        }
    }

    /// The version of this shape.
    package var schema: Int
    /// The rubric that says what a protection is.
    package var rubric: Int
    /// When the figures were computed.
    package var computedAt: String
    /// What they rest on.
    package var wheels: Basis
    /// The projects with native code of their own.
    package var projects: Int
    /// The languages, most projects first.
    package var languages: [Language]
    /// The formats and machines.
    package var platforms: [Platform]
    /// The compilers.
    package var toolchains: [Toolchain]
    /// How many projects changed their languages.
    package var changed: Int
    /// The projects that changed, the latest first, at most ``mostChanges`` of them.
    package var changes: [Change]

    /// The most changes that are told one by one.
    static let mostChanges = 1_000

    private enum CodingKeys: String, CodingKey {
        case schema, rubric, wheels, projects, languages, platforms, toolchains, changed, changes
        case computedAt = "computed_at"
    }
}
