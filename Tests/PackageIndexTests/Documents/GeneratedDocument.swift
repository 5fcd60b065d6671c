import Foundation
import PackageIndex

/// A page under `docs/` that is made from a table in the code.
struct GeneratedDocument {
    let name: String
    let text: String

    /// Made again by this command.
    static let command = "CHEESEBOARD_WRITE_DOCS=1 swift test --filter GeneratedDocument"

    /// The page as it stands in the repository; written anew first where the environment asks for it.
    func stored() throws -> String {
        let path = Self.root + "/docs/" + name
        if ProcessInfo.processInfo.environment["CHEESEBOARD_WRITE_DOCS"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// The folder of the repository, found from this file's place in it.
    static let root =
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path()

    static let policies = GeneratedDocument(
        name: "POLICIES.md",
        text: """
            # Upload policies

            What an upload must keep, in the order in which it is asked. The profile `private` is \
            the default and is made for an index of one's own; `pypi` holds what PyPI demands. \
            `cheeseboard check FILE` asks the policies of the stages `file` and `content` without \
            uploading, by the settings of the index that `--data DIR` names; `--profile` chooses \
            another profile.

            The stages: `form` knows the form alone, `file` the file's name, size and digests, \
            `index` what the index holds already (asked again in the transaction that publishes), \
            `content` what is inside the file, `description` what its description looks like \
            rendered. What is refused, and in what words, is told in \
            [REFUSALS.md](REFUSALS.md).

            | Policy | Stage | Profiles | What it demands |
            |---|---|---|---|
            \(UploadPolicies.all.map(row).joined(separator: "\n"))

            # Names of new projects

            What the name of a project must keep that is made by its first upload. Projects that \
            exist keep their names.

            | Policy | Profiles | What it demands |
            |---|---|---|
            \((ProjectNamePolicy.all + [.resemblance, .creationRate]).map(row).joined(separator: "\n"))

            This page is made from the lists in `Sources/PackageIndex/Uploads/Policies` and \
            `Sources/PackageIndex/Names/ProjectNamePolicy.swift` by \
            `\(command)`.

            """)

    static let refusals = GeneratedDocument(
        name: "REFUSALS.md",
        text: """
            # Refusals

            Every "no" of the index has a stable code. Uploads carry the sentence in the status \
            line and the body, JSON answers carry the code in `application/problem+json`, pages \
            show the sentence and the cure. A code is never renamed and never used for something \
            else.

            | Code | Kind | When | What to do |
            |---|---|---|---|
            \(RefusalCode.allCases.map(row).joined(separator: "\n"))

            This page is made from `Sources/PackageIndex/Refusals/RefusalCode+Table.swift` by \
            `\(command)`.

            """)

    private static func row(_ policy: UploadPolicy) -> String {
        let profiles = policy.profiles.map(\.rawValue).sorted().joined(separator: ", ")
        return "| `\(policy.name)` | \(policy.stage) | \(profiles) | \(cell(policy.summary)) |"
    }

    private static func row(_ policy: ProjectNamePolicy) -> String {
        let profiles = policy.profiles.map(\.rawValue).sorted().joined(separator: ", ")
        return "| `\(policy.name)` | \(profiles) | \(cell(policy.summary)) |"
    }

    private static func row(_ code: RefusalCode) -> String {
        "| `\(code.rawValue)` | \(code.kind.rawValue) | \(cell(code.meaning)) | \(cell(code.cure)) |"
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
