import Foundation
import PythonPackaging

/// A line that somebody gives for a catalogue: JSON with `name`, and `version`, `summary` and
/// `rank` where they are known.
///
/// Other members are passed over.
struct CatalogueLine: Decodable {
    let name: String
    let version: String?
    let summary: String?
    let rank: Int?

    /// Longer lines are refused.
    static let longest = 64 << 10
    private static let longestVersion = 200
    private static let longestSummary = 1_000

    /// Why a line is no line of a catalogue.
    struct Invalid: Error {
        let reason: String
    }

    /// Reads and checks a line.
    static func entry(in line: some Collection<UInt8>) throws(Invalid) -> CatalogueEntry {
        guard line.count <= longest else {
            throw Invalid(reason: "it is longer than \(longest) bytes")
        }
        let read: CatalogueLine
        do {
            read = try JSONDecoder().decode(CatalogueLine.self, from: Data(line))
        } catch {
            throw Invalid(reason: words(for: error))
        }
        let name: ProjectName
        do {
            name = try ProjectName(read.name)
        } catch {
            throw Invalid(reason: "\(error)")
        }
        if let rank = read.rank, rank < 1 {
            throw Invalid(reason: "\"rank\" is \(rank); the most used has rank 1")
        }
        let version = read.version.map(plain)
        guard (version ?? "").unicodeScalars.count <= longestVersion else {
            throw Invalid(reason: "\"version\" is longer than \(longestVersion) characters")
        }
        let summary = read.summary.map(plain).map { String($0.prefix(longestSummary)) }
        return CatalogueEntry(
            name: name.spelling, key: name.normalized,
            version: version.flatMap { $0.isEmpty ? nil : $0 },
            summary: summary.flatMap { $0.isEmpty ? nil : $0 }, rank: read.rank)
    }

    /// The text on one line without control characters.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            plain.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return String(plain.trimmingWhitespace)
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
            DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "\"\(context.codingPath[0].stringValue)\" is of the wrong kind"
        case DecodingError.typeMismatch: "it is no JSON object"
        default: "it is no JSON"
        }
    }
}
