import Foundation
import PackageIndex
import Testing
import cheeseboard

/// Pages that are made from the code, and must not drift from it.
@Suite("Documents")
struct Documents {
    @Test func `docs/SETTINGS.md lists every setting`() throws {
        let path = "docs/SETTINGS.md"
        if ProcessInfo.processInfo.environment["CHEESEBOARD_WRITE_DOCS"] != nil {
            try SettingsDocument.text.write(
                to: Project.root.appendingPathComponent(path), atomically: true, encoding: .utf8)
        }
        #expect(try Project.text(path) == SettingsDocument.text)
    }

    @Test func `docs/NATIVE.md has a row for every check of the rubric`() throws {
        let source = try Project.text("Sources/PackageIndex/Inspection/Grade/Check.swift")
        let checks = Set(source.matches(of: /name: "([a-z_]+)", weight/).map { String($0.1) })
        #expect(checks.count > 15)
        let page = try Project.text("docs/NATIVE.md")
        for check in checks.sorted() {
            #expect(page.contains("\n| `\(check)` | "), "\(check) is missing")
        }
    }

    @Test func `docs/native-survey.md was made by the present rubric`() throws {
        #expect(
            try Project.text("docs/native-survey.md").contains("; rubric \(Rubric.version)."),
            "make it again: Tools/native-survey/survey.py")
    }

    @Test func `every page that a page links to is there`() throws {
        let pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"]
        for page in pages {
            for link in try Project.text(page).matches(of: /\]\(([^)#:]+)\)/).map({ String($0.1) })
            {
                let target = Project.root.appendingPathComponent(link).path
                #expect(FileManager.default.fileExists(atPath: target), "\(page) links to \(link)")
            }
        }
    }
}
