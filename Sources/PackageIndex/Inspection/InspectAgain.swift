import Database

extension Index {
    /// Asks for a new inspection of every file whose report is missing or by older rules.
    ///
    /// The jobs run in the server; asking twice adds none twice.
    ///
    /// - Returns: How many files are to be inspected.
    @discardableResult
    package func inspectOutdatedFiles() async throws -> Int {
        let now = clock.now()
        return try await database.write { connection in
            let rows = try connection.rows(
                """
                SELECT files.id FROM files LEFT JOIN inspections ON inspections.file_id = files.id
                WHERE files.deleted_at IS NULL
                    AND (inspections.rubric IS NULL OR inspections.rubric < $1)
                ORDER BY files.id
                """, InspectionReport.rubric)
            for row in rows {
                let id: Int64 = try row.get("id")
                try Job.enqueue(
                    .inspectFile, key: "inspect-file:\(id):\(InspectionReport.rubric)",
                    payload: "\(id)", at: now, connection)
            }
            return rows.count
        }
    }
}
