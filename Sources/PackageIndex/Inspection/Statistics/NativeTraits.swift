import Database

/// What the report of one wheel adds to the figures of the index: own code only.
struct NativeTraits: Sendable {
    /// The native files that are the project's own and run.
    let ownFiles: Int
    /// The languages of that code.
    let languages: Set<String>
    /// How many slices were built in which way.
    let builds: [NativeBuild: Int]

    /// The traits of a wheel.
    init(_ report: WheelReport) {
        let own = report.files.filter { $0.origin == .own && $0.role != .debugCompanion }
        ownFiles = own.count { !$0.runningSlices.isEmpty }
        languages = Set(own.filter { !$0.runningSlices.isEmpty }.flatMap(\.languages))
        builds = own.reduce(into: [:]) { builds, file in
            for slice in file.runningSlices {
                builds[NativeBuild(slice, of: file), default: 0] += 1
            }
        }
    }

    /// Writes the traits of a file in the place of older ones.
    ///
    /// Builds are written in one order, so that two workers never wait for each other.
    func keep(of file: Int64, in connection: any SQLConnection) throws {
        try connection.run("DELETE FROM native_slices WHERE file_id = $1", file)
        try connection.run("DELETE FROM native_languages WHERE file_id = $1", file)
        try connection.run(
            """
            INSERT INTO native_traits (file_id, own_files) VALUES ($1, $2)
            ON CONFLICT (file_id) DO UPDATE SET own_files = excluded.own_files
            """, file, ownFiles)
        for language in languages.sorted() {
            try connection.run(
                "INSERT INTO native_languages (file_id, language) VALUES ($1, $2)", file, language)
        }
        let rows = builds.map { build, slices in
            (
                key: [build.format, build.machine, build.toolchainsText, build.protectionsText],
                slices
            )
        }
        for (key, slices) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            try connection.run(
                """
                INSERT INTO native_builds (format, machine, toolchains, protections)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (format, machine, toolchains, protections) DO NOTHING
                """, key[0], key[1], key[2], key[3])
            try connection.run(
                """
                INSERT INTO native_slices (file_id, build_id, slices)
                SELECT $5, id, $6 FROM native_builds
                WHERE format = $1 AND machine = $2 AND toolchains = $3 AND protections = $4
                """, key[0], key[1], key[2], key[3], file, slices)
        }
        try Self.noteChange(in: connection)
    }

    /// Removes the traits of a file, where it has any.
    static func remove(of file: Int64, in connection: any SQLConnection) throws {
        let row = try connection.row("SELECT file_id FROM native_traits WHERE file_id = $1", file)
        guard row != nil else { return }
        try remove(ofFilesIn: "$1", file, in: connection)
        try noteChange(in: connection)
    }

    private static func noteChange(in connection: any SQLConnection) throws {
        try connection.run("UPDATE native_revision SET revision = revision + 1 WHERE id = 1")
    }

    /// Removes the traits of files that a query names by their numbers.
    static func remove(
        ofFilesIn query: String, _ argument: any SQLRepresentable, in connection: any SQLConnection
    ) throws {
        for table in ["native_slices", "native_languages", "native_traits"] {
            try connection.run("DELETE FROM \(table) WHERE file_id IN (\(query))", argument)
        }
    }
}
