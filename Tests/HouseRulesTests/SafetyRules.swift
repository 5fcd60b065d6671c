import Testing

/// Rule 8 of CONTRIBUTING: whoever writes `unsafe` says why it is safe.
@Suite("Safety")
struct SafetyRules {
    @Test func `every unsafe expression has a SAFETY line in its declaration`() throws {
        for file in try Project.swiftFiles(in: "Sources") where file.target != "CheeseboardTesting"
        {
            for index in file.lines.indices where Self.isUnsafe(file.lines[index]) {
                let isExplained = Self.declaration(around: index, of: file.lines)
                    .contains { $0.contains("// SAFETY:") }
                #expect(isExplained, "\(file.path):\(index + 1): \(file.lines[index])")
            }
        }
    }

    @Test func `a SAFETY line of another declaration does not count`() {
        let text = """
            struct Name {
                // SAFETY: for the property alone.
                var size: Int { unsafe length(pointer) }

                func read(
                    from pointer: OpaquePointer
                ) -> Int {
                    if isEmpty {
                        // SAFETY: in the function.
                        unsafe start(pointer)
                    }
                    return lines.map { line in
                        unsafe length(line)
                    }
                }

                func end() {
                    unsafe close(pointer)
                }
            }
            """
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let explained = lines.indices.filter { Self.isUnsafe(lines[$0]) }.map { index in
            Self.declaration(around: index, of: lines).contains { $0.contains("SAFETY:") }
        }
        #expect(explained == [true, true, true, false])
    }

    @Test(arguments: [
        "NeverForceUnwrap", "NeverUseForceTry", "NeverUseImplicitlyUnwrappedOptionals",
    ])
    func `the linter lets nobody assume that a value is there`(rule: String) throws {
        #expect(try Project.text(".swift-format").contains("\"\(rule)\": true"))
    }

    /// Whether a line has the expression; the attributes `@unsafe` and `@safe` need no reason.
    private static func isUnsafe(_ line: Substring) -> Bool {
        line.trimmingComment.split { !($0.isLetter || "@_\"".contains($0)) }.contains("unsafe")
    }

    /// The lines of the function, initialiser or property that a line stands in, from the comments
    /// above it down to the line.
    private static func declaration(around index: Int, of lines: [Substring]) -> [Substring] {
        var first = index
        var indent = indentation(of: lines[index])
        // Outwards, from each line to the next above that is indented less.
        while !isDeclaration(lines[first]) {
            guard let outer = lines[..<first].lastIndex(where: { isOpener($0, below: indent) })
            else { break }
            first = outer
            indent = indentation(of: lines[outer])
        }
        while first > 0, isRemark(lines[first - 1]) { first -= 1 }
        return Array(lines[first...index])
    }

    private static func isOpener(_ line: Substring, below indent: Int) -> Bool {
        guard let start = line.first(where: { $0 != " " }) else { return false }
        let closes = "})".contains(start)
        return closes ? false : indentation(of: line) < indent
    }

    private static func indentation(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

    private static func isRemark(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("//") || text.hasPrefix("@")
    }

    private static func isDeclaration(_ line: Substring) -> Bool {
        let words = line.trimmingComment.split { !($0.isLetter || $0 == "_") }
        let isLocal = indentation(of: line) > 4
        guard let keyword = words.first(where: { keywords.contains(String($0)) }) else {
            return false
        }
        // A `let` or `var` inside of a body is no declaration of its own.
        return !isLocal || !["let", "var"].contains(keyword)
    }

    private static let keywords: Set<String> = [
        "func", "init", "deinit", "subscript", "let", "var",
    ]
}
