import Testing

/// Rules about doc comments.
@Suite("Doc comments")
struct DocumentationRules {
    private static let declarations: Set<Substring> = [
        "struct", "class", "enum", "protocol", "actor", "func", "init", "init(", "init?(", "let",
        "var", "typealias", "case", "static", "final", "subscript", "extension", "mutating",
        "indirect", "nonisolated", "convenience", "consuming", "borrowing",
    ]

    @Test func `every package and public declaration says what it is`() throws {
        for file in try Project.swiftFiles(in: "Sources") where !file.isTable {
            for (number, line) in file.lines.enumerated() where Self.isDeclaration(line) {
                guard !Self.isDocumented(file.lines, above: number) else { continue }
                guard !Self.isConformance(line), !Self.isRouteRow(line) else { continue }
                Issue.record("\(file.path):\(number + 1): \(line)")
            }
        }
    }

    @Test func `the rule sees a declaration without a comment`() {
        let lines: [Substring] = ["}", "    package func open() {"]
        #expect(Self.isDeclaration(lines[1]))
        #expect(!Self.isDocumented(lines, above: 1))
    }

    private static func isDeclaration(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(where: { $0 == "package" || $0 == "public" }),
            words[..<place].allSatisfy({ $0.hasPrefix("@") }), place + 1 < words.count
        else { return false }
        let next = words[place + 1]
        if next == "extension" || next == "import" { return false }
        return declarations.contains(next) || next.hasPrefix("init") || next.hasPrefix("subscript")
            || next.hasPrefix("private(set)")
    }

    private static func isDocumented(_ lines: [Substring], above number: Int) -> Bool {
        var place = number - 1
        while place >= 0 {
            let line = lines[place].drop { $0 == " " }
            if line.hasPrefix("///") { return true }
            guard line.hasPrefix("@") || line.hasPrefix("#") else { return false }
            place -= 1
        }
        return false
    }

    /// A row of the URL table says its address and its operation itself.
    private static func isRouteRow(_ line: Substring) -> Bool {
        ["= get(", "= change("].contains { line.contains($0) }
            && line.hasPrefix("    package static let ")
    }

    /// Members whose meaning their protocol or their stored type documents.
    private static func isConformance(_ line: Substring) -> Bool {
        let known = [
            "static func ==", "static func <", "func hash(into", "var description: String",
            "init(from decoder", "func encode(to", "var sqlValue", "init(sqlValue",
            "var debugDescription",
            "let byteCount", "var byteCount", "func read(at", "func now()", "typealias Context",
            "var coreContext", "init(source: ApplicationRequestContextSource)", "func respond(to",
            "func setup(channel", "func handle(value", "static let configuration",
            "var dialect: SQLDialect", "func read<T: Sendable>(", "func write<T: Sendable>(",
            "func close() async", "func send(_ message", "func fetch(_ address",
        ]
        return known.contains { line.contains($0) }
    }
}
