import Foundation
import PackageIndex
import Testing

@Suite struct `Refusal codes` {
    @Test(arguments: RefusalCode.allCases)
    func `every code is said by some rule, and is documented`(_ code: RefusalCode) throws {
        let said = try Self.sources.contains { source in
            // Followed by what cannot be part of a longer name.
            source.contains(try Regex("\\.\(code)\\b"))
        }
        #expect(said, "no source refuses with .\(code)")
        #expect(code.meaning.hasSuffix(".") && code.cure.hasSuffix("."))
        #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }

    @Test func `a refusal gives the code's cure where it knows nothing better`() {
        let refusal = Refusal(.fileExists, "There it is.")
        #expect(refusal.help == RefusalCode.fileExists.cure)
        #expect(refusal.kind == .conflict)
        #expect("\(refusal)" == "file-exists: There it is.")
        #expect(Refusal(.fileExists, "There.", help: "Eat it.").help == "Eat it.")
    }

    @Test func `text from outside is shown on one line, short and without control characters`() {
        #expect(
            Shown.short("a\r\nb\0c\u{202E}d\u{2028}")
                == "a\u{FFFD}\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
        #expect(Shown.short(String(repeating: "a", count: 61)).count == 61)
        #expect(Shown.short(String(repeating: "ab", count: 1000), limit: 10) == "ababa…babab")
        // The end is the text's own, however long it is.
        #expect(
            Shown.short("begin" + String(repeating: "-", count: 9000) + "\nend", limit: 8)
                == "begi…\u{FFFD}end")
        #expect(Shown.short("") == "")
    }

    /// The texts of all sources but those that only declare the codes.
    private static let sources: [String] = {
        let root = GeneratedDocument.root + "/Sources"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") && !$0.contains("/Refusals/RefusalCode") }
            .compactMap { try? String(contentsOfFile: "\(root)/\($0)", encoding: .utf8) }
    }()
}
