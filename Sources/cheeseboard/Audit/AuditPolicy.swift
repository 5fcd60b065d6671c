import Foundation
import PackageIndex
import PythonPackaging
import Yams

/// What an audit must not find, for a build that fails on it.
///
///     fail-under: B
///     refuse: [executable-stack, untruthful-tag]
///     allow:
///       numpy: [untruthful-tag]
struct AuditPolicy {
    /// The lowest grade that passes.
    var lowestGrade: Grade?
    /// The findings that fail, by name.
    var refused: Set<String> = []
    /// Findings that are accepted of a project, by its normalised name.
    var allowed: [String: Set<String>] = [:]

    init(failUnder: Grade?, file path: String?) throws {
        if let path {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailed("\(path): the policy cannot be read.")
            }
            self = try Self(parsing: String(decoding: data, as: UTF8.self), path: path)
        }
        if let failUnder { lowestGrade = failUnder }
    }

    private init(parsing text: String, path: String) throws {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw CommandFailed("\(path): \(error)")
        }
        guard let root else { return }
        guard let mapping = root.mapping else {
            throw CommandFailed("\(path): expected `fail-under`, `refuse` or `allow`.")
        }
        for (key, value) in mapping {
            let line = "\(path):\(key.mark?.line ?? 0)"
            switch key.string {
            case "fail-under": lowestGrade = try Self.grade(value, line: line)
            case "refuse": refused = try Self.findings(value, line: line)
            case "allow":
                guard let projects = value.mapping else {
                    throw CommandFailed("\(line): `allow` holds projects with lists of findings.")
                }
                for (project, findings) in projects {
                    let name = try Self.projectName(project, line: line)
                    allowed[name, default: []]
                        .formUnion(try Self.findings(findings, line: line))
                }
            default:
                throw CommandFailed(
                    "\(line): unknown key '\(key.string ?? "?")'; there are fail-under, refuse and "
                        + "allow.")
            }
        }
    }

    private static func projectName(_ node: Node, line: String) throws -> String {
        guard let name = try? ProjectName(node.string ?? "") else {
            throw CommandFailed("\(line): '\(node.string ?? "?")' is no name of a project.")
        }
        return name.normalized
    }

    private static func grade(_ node: Node, line: String) throws -> Grade {
        guard let grade = node.string.flatMap(Grade.init(rawValue:)) else {
            throw CommandFailed("\(line): a grade is A, B, C, D or F.")
        }
        return grade
    }

    private static func findings(_ node: Node, line: String) throws -> Set<String> {
        guard let names = node.sequence?.map({ $0.string ?? "?" }) else {
            throw CommandFailed("\(line): expected a list of findings, as in [executable-stack].")
        }
        let known = NativeFinding.Name.allCases.map(\.rawValue)
        if let unknown = names.first(where: { !known.contains($0) }) {
            throw CommandFailed(
                "\(line): unknown finding '\(unknown)'; there are \(known.joined(separator: ", "))."
            )
        }
        return Set(names)
    }

    /// Why a report fails, a sentence each; empty where it passes.
    func violations(in report: AuditReport) -> [String] {
        var violations: [String] = []
        if let lowestGrade {
            let graded =
                report.wheels.map { ("\($0.project) \($0.version)", $0.grade) }
                + report.files.map { ($0.path, $0.grade) }
            for (name, grade) in graded {
                guard let grade, grade < lowestGrade else { continue }
                violations.append(
                    "\(name) is graded \(grade.rawValue), below \(lowestGrade.rawValue)")
            }
        }
        for finding in report.findings
        where refused.contains(finding.name.rawValue)
            && !(finding.project.flatMap { allowed[$0] }?.contains(finding.name.rawValue) ?? false)
        {
            violations.append("\(finding.place): \(finding.message) (\(finding.name.rawValue))")
        }
        return violations
    }
}
