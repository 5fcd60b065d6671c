import Foundation
import Testing

/// The project's files, as the rules read them.
enum Project {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A Swift file of the project.
    struct File: Sendable, CustomTestStringConvertible {
        /// The path below the root, as in `Sources/Archives/Zip/ZipArchive.swift`.
        let path: String
        let lines: [Substring]

        /// The room or test target that it belongs to.
        var target: String { String(path.split(separator: "/")[1]) }
        var isTable: Bool { path.contains("/Tables/") }
        var testDescription: String { path }
    }

    /// Every Swift file below a folder.
    static func swiftFiles(in folder: String) throws -> [File] {
        let base = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
        var files: [File] = []
        for case let path as String in walk where path.hasSuffix(".swift") {
            files.append(File(path: "\(folder)/\(path)", lines: try lines("\(folder)/\(path)")))
        }
        return files.sorted { $0.path < $1.path }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func lines(_ path: String) throws -> [Substring] {
        try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The folders below Sources: the rooms.
    static func rooms() throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent("Sources").path
        ).filter { !$0.hasPrefix(".") }.sorted()
    }
}
