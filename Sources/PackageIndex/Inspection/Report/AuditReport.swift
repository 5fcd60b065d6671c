import Foundation

/// Everything that one audit found: the object that `cheeseboard audit --format json` prints.
package struct AuditReport: Codable, Sendable, Equatable {
    /// Something that could not be read.
    package struct Failure: Codable, Sendable, Equatable {
        /// Where: a path, or `WHEEL: MEMBER` for what is inside of a wheel.
        package var path: String
        /// Why, in one sentence.
        package var message: String

        /// A failure with its place.
        package init(path: String, message: String) {
            self.path = path
            self.message = message
        }
    }

    /// The version of the report's shape.
    package static let schema = 1

    /// The version of the report's shape.
    package var schema: Int
    /// The version of the rubric behind the grades.
    package var rubric: Int
    /// The wheels.
    package var wheels: [WheelReport]
    /// The native files that were given bare or found in folders.
    package var files: [NativeFileReport]
    /// The source distributions.
    package var sdists: [SourceReport]
    /// What it all comes to.
    package var summary: AuditSummary
    /// What could not be read: paths, and what is inside of wheels and files that could be.
    package var errors: [Failure]

    /// A report with its summary; `errors` are the paths that could not be read at all.
    package init(
        rubric: Int, wheels: [WheelReport], files: [NativeFileReport], sdists: [SourceReport],
        errors: [Failure]
    ) {
        schema = Self.schema
        self.rubric = rubric
        self.wheels = wheels
        self.files = files
        self.sdists = sdists
        self.errors = errors + wheels.flatMap(\.failures) + files.compactMap(\.failure)
        summary = AuditSummary(
            wheels: wheels, files: files, sdists: sdists, errors: self.errors.count)
    }
}

extension WheelReport {
    /// What of the wheel could not be read.
    fileprivate var failures: [AuditReport.Failure] {
        errors.map { AuditReport.Failure(path: path, message: $0) }
            + files.compactMap { file in
                file.error.map {
                    AuditReport.Failure(path: "\(path): \(file.path)", message: $0)
                }
            }
    }
}

extension NativeFileReport {
    /// That a bare file could not be read, or not wholly.
    fileprivate var failure: AuditReport.Failure? {
        error.map { AuditReport.Failure(path: path, message: $0) }
    }
}

extension Encodable {
    /// The report as JSON in one line, the same bytes for the same report.
    fileprivate func reportBytes(pretty: Bool) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return Array(try encoder.encode(self))
    }
}

extension AuditReport {
    /// The report as JSON, the same bytes for the same report.
    package func encoded(pretty: Bool = false) throws -> [UInt8] {
        try reportBytes(pretty: pretty)
    }

    /// Reads a report back.
    package init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}

extension NativeStatistics {
    /// The figures as JSON, the same bytes for the same figures.
    package func encoded(pretty: Bool = false) throws -> [UInt8] {
        try reportBytes(pretty: pretty)
    }
}

extension WheelReport {
    /// The report as JSON, the same bytes for the same report.
    package func encoded(pretty: Bool = false) throws -> [UInt8] {
        try reportBytes(pretty: pretty)
    }

    /// Reads a stored report back, so that it can be graded again.
    package init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}
