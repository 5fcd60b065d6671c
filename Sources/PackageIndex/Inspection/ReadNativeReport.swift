import Database
import Foundation

extension Index {
    /// What is inside a published wheel, as its inspection kept it.
    ///
    /// - Throws: A ``Refusal`` where there is no such file for this caller, or no report of it: it
    ///   is a source distribution, or the inspection has not come to it yet.
    package func nativeReport(
        of filename: String, in project: String, for principal: Principal?
    ) async throws -> WheelReport {
        guard let file = try await offeredFile(filename, for: principal), file.project == project
        else {
            throw Refusal(
                .fileUnknown, "There is no file '\(Shown.short(filename))' in this project.")
        }
        let text: String? = try await database.read { connection in
            try connection.row(
                """
                SELECT report FROM inspections
                WHERE file_id = (SELECT id FROM files WHERE filename = $1)
                """, filename)?.get("report")
        }
        let report = try text.map {
            try JSONDecoder().decode(InspectionReport.self, from: Data($0.utf8))
        }
        guard let native = report?.native else {
            throw Refusal(
                .nativeReportMissing,
                "There is no report of native code for '\(Shown.short(filename))'.")
        }
        return native
    }
}
