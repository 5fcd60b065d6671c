import Database
import Foundation

/// What the native code of a published wheel comes to: the report without its facts.
package struct NativeSummary: Sendable, Equatable {
    /// The grade of the worst own file; nil where none could be graded.
    package let grade: Grade?
    /// How many of the checks of all own files could be decided.
    package let coverage: Coverage
    /// The languages of its own files, each once.
    package let languages: [String]
    /// How many native files it holds, others' libraries among them.
    package let fileCount: Int
    /// Whether its tags are true of what is inside.
    package let isTruthful: Bool
    /// Whether all of its own files are in memory-safe languages; nil where one could not be told.
    package let isMemorySafe: Bool?

    /// The summaries of a release's wheels by file name, of those that were looked at.
    static func ofRelease(
        _ release: Int64, _ connection: any SQLConnection
    ) throws -> [String: NativeSummary] {
        let rows = try connection.rows(
            """
            SELECT files.filename, inspections.report FROM inspections
            JOIN files ON files.id = inspections.file_id
            WHERE files.release_id = $1 AND files.deleted_at IS NULL
            """, release)
        var summaries: [String: NativeSummary] = [:]
        for row in rows {
            let text: String = try row.get("report")
            let filename: String = try row.get("filename")
            guard let report = try? JSONDecoder().decode(Outline.self, from: Data(text.utf8)).native
            else { continue }
            summaries[filename] = NativeSummary(report)
        }
        return summaries
    }

    private init(_ report: Outline.Wheel) {
        let own = report.files.filter { $0.origin == .own && $0.role != .debugCompanion }
        var languages: [String] = []
        for language in own.flatMap(\.languages) where !languages.contains(language) {
            languages.append(language)
        }
        grade = report.grade
        coverage = report.coverage
        self.languages = languages
        fileCount = report.files.count
        isTruthful = report.tags.truthful
        isMemorySafe =
            own.isEmpty || own.contains { $0.memory_safe == nil }
            ? nil : own.allSatisfy { $0.memory_safe == true }
    }

    /// The parts of a report that a summary needs; reading no more makes it quicker.
    private struct Outline: Decodable {
        struct Wheel: Decodable {
            struct Tags: Decodable { let truthful: Bool }
            struct File: Decodable {
                let role: NativeFileReport.Role
                let origin: NativeFileReport.Origin
                let languages: [String]
                // The report's own spelling.
                let memory_safe: Bool?
            }
            let grade: Grade?
            let coverage: Coverage
            let tags: Tags
            let files: [File]
        }
        let native: Wheel?
    }
}
