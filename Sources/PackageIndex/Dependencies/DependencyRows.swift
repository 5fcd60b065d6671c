import Database
import PythonPackaging

/// The projects that a release needs, by normalised name, as they stand in a table of their own so
/// that they can be found from the other side.
enum DependencyRows {
    /// Writes what a release's metadata asks for, in the place of whatever stood there.
    static func replace(
        of release: Int64, with metadata: ReleaseMetadata, in connection: any SQLConnection
    ) throws {
        try connection.run("DELETE FROM dependencies WHERE release_id = $1", release)
        try add(of: release, names(in: metadata), in: connection)
    }

    /// Adds names; those that are there already stay.
    static func add(
        of release: Int64, _ names: [String], in connection: any SQLConnection
    ) throws {
        // Few statements: a release may need thousands, and others wait for the transaction.
        for start in stride(from: 0, to: names.count, by: 200) {
            let part = names[start..<min(start + 200, names.count)]
            let values = (0..<part.count).map { "($1, $\($0 + 2))" }.joined(separator: ", ")
            _ = try connection.run(
                """
                INSERT INTO dependencies (release_id, normalized_name) VALUES \(values)
                ON CONFLICT (release_id, normalized_name) DO NOTHING
                """, arguments: [release.sqlValue] + part.map(\.sqlValue))
        }
    }

    /// The normalised names in Requires-Dist, each once; what cannot be read names nothing.
    static func names(in metadata: ReleaseMetadata) -> [String] {
        Set(metadata.requiresDist.compactMap { (try? Requirement($0))?.name.normalized }).sorted()
    }
}
