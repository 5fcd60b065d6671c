import ArgumentParser
import Foundation
import PackageIndex

/// An audit as SARIF 2.1.0, which code hosts show beside the lines and files that it is about.
struct SARIFReport: Encodable {
    struct Text: Encodable {
        let text: String
    }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Text
        let help: Text
    }

    struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [Rule]
    }

    struct Tool: Encodable {
        let driver: Driver
    }

    struct Location: Encodable {
        struct Physical: Encodable {
            struct Artifact: Encodable {
                let uri: String
            }

            let artifactLocation: Artifact
        }

        struct Logical: Encodable {
            let fullyQualifiedName: String
            let kind: String
        }

        let physicalLocation: Physical
        let logicalLocations: [Logical]
    }

    struct Result: Encodable {
        let ruleId: String
        let level: String
        let message: Text
        let locations: [Location]
    }

    /// Something that could not be looked at.
    struct Notification: Encodable {
        let level = "error"
        let message: Text
        let locations: [Location]
    }

    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]
    }

    struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let results: [Result]
    }

    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case version, runs
        case schema = "$schema"
    }

    init(_ report: AuditReport) {
        let rules = NativeFinding.Name.allCases.map { name in
            Rule(
                id: name.rawValue, shortDescription: Text(text: name.summary),
                help: Text(text: name.help))
        }
        let wheels = Self.wheelsOfMembers(in: report)
        let failures = report.errors.map { failure in
            let place = wheels[failure.path] ?? (path: failure.path, member: nil)
            return Notification(
                message: Text(text: "\(failure.path): \(failure.message)"),
                locations: [Self.location(of: place.path, member: place.member)])
        }
        let results = report.findings.map { finding in
            Result(
                ruleId: finding.name.rawValue, level: finding.isBlocking ? "error" : "warning",
                message: Text(
                    text: finding.advice.map { "\(finding.message). \($0)" } ?? finding.message),
                locations: [Self.location(of: finding.path, member: finding.member)])
        }
        runs = [
            Run(
                tool: Tool(
                    driver: Driver(
                        name: "cheeseboard", version: Cheeseboard.configuration.version,
                        rules: rules.sorted { $0.id < $1.id })),
                invocations: [
                    Invocation(
                        executionSuccessful: failures.isEmpty,
                        toolExecutionNotifications: failures)
                ],
                results: results)
        ]
    }

    /// The wheels and members of what could not be read inside of wheels, by how errors name it.
    private static func wheelsOfMembers(
        in report: AuditReport
    ) -> [String: (path: String, member: String?)] {
        let places = report.wheels.flatMap { wheel in
            wheel.files.filter { $0.error != nil }.map { file in
                ("\(wheel.path): \(file.path)", (path: wheel.path, member: String?(file.path)))
            }
        }
        return Dictionary(places, uniquingKeysWith: { first, _ in first })
    }

    /// The wheel is the file that a reader has; the member inside is told as a name.
    private static func location(of path: String, member: String?) -> Location {
        let allowed = CharacterSet.urlPathAllowed
        let uri = path.addingPercentEncoding(withAllowedCharacters: allowed)
        return Location(
            physicalLocation: .init(artifactLocation: .init(uri: uri ?? path)),
            logicalLocations: member.map {
                [.init(fullyQualifiedName: $0, kind: "member")]
            } ?? [])
    }

    func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
