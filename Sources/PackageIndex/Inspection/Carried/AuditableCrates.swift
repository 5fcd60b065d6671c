import Archives
import Foundation

/// The list of all crates that `cargo auditable` puts into a program (its section `.dep-v0`).
///
/// Format: the `cargo-auditable` project's PARSING.md.
package struct AuditableCrates {
    /// The crates, without the program itself and without what only its build needed.
    package let crates: [CarriedReport.Part]

    /// Why a list cannot be trusted.
    package struct Invalid: Error, CustomStringConvertible {
        /// What is wrong, in one sentence.
        package let description: String
    }

    private struct Document: Decodable {
        struct Package: Decodable {
            let name: String
            let version: String
            let kind: String?
            let dependencies: [Int]?
            let root: Bool?
        }

        let packages: [Package]
    }

    private static let mostBytes = 8 << 20
    private static let mostPackages = 100_000
    /// The most bytes that names and versions have together.
    private static let mostNameBytes = 1 << 20

    /// Inflates and checks a list: exactly one root, and no package that depends on itself.
    package init(_ compressed: [UInt8]) throws(Invalid) {
        let packages: [Document.Package]
        do {
            let text = try ZlibStream.inflate(compressed, limit: Self.mostBytes)
            packages = try JSONDecoder().decode(Document.self, from: Data(text)).packages
        } catch {
            throw Invalid(description: "the list of crates in .dep-v0 cannot be read")
        }
        let nameBytes = packages.reduce(0) { $0 + $1.name.utf8.count + $1.version.utf8.count }
        guard packages.count <= Self.mostPackages, nameBytes <= Self.mostNameBytes else {
            throw Invalid(description: "the list of crates in .dep-v0 is too long")
        }
        guard packages.count(where: { $0.root == true }) == 1 else {
            throw Invalid(description: "the list of crates in .dep-v0 has not exactly one root")
        }
        guard Self.isAcyclic(packages.map { $0.dependencies ?? [] }) else {
            throw Invalid(description: "the list of crates in .dep-v0 runs in a circle")
        }
        crates = packages.filter { $0.root != true && $0.kind != "build" }
            .map { CarriedReport.Part(name: $0.name, version: $0.version) }
    }

    /// Whether every package can be taken away after those that it depends on (Kahn's algorithm).
    private static func isAcyclic(_ dependencies: [[Int]]) -> Bool {
        var dependents = [[Int]](repeating: [], count: dependencies.count)
        var waiting = [Int](repeating: 0, count: dependencies.count)
        for (index, targets) in dependencies.enumerated() {
            for target in targets {
                guard dependencies.indices.contains(target) else { return false }
                dependents[target].append(index)
                waiting[index] += 1
            }
        }
        var ready = waiting.indices.filter { waiting[$0] == 0 }
        var removed = 0
        while let next = ready.popLast() {
            removed += 1
            for dependent in dependents[next] {
                waiting[dependent] -= 1
                if waiting[dependent] == 0 { ready.append(dependent) }
            }
        }
        return removed == dependencies.count
    }
}
