import Database
import Foundation

extension Index {
    /// The report of a file, graded by today's rubric from the facts that it keeps, so that no bytes
    /// have to be read again; nil where that is not enough.
    func regradedReport(of file: Int64) async throws -> InspectionReport? {
        let row = try await database.read { connection in
            try connection.row("SELECT rubric, report FROM inspections WHERE file_id = $1", file)
        }
        guard let row, InspectionReport.lacksOnlyGrades(try row.get("rubric")) else { return nil }
        let text: String = try row.get("report")
        return try await inspecting.run { () -> InspectionReport? in
            do {
                var report = try JSONDecoder().decode(InspectionReport.self, from: Data(text.utf8))
                report.native?.regrade()
                return report
            } catch is DecodingError {
                // The bytes can tell again what was kept badly.
                return nil
            }
        }
    }
}
