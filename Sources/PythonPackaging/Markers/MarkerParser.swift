/// Reads a marker expression at a cursor (PyPUG "Dependency specifiers", grammar).
///
/// Recursion ends at ``Marker/depthLimit``, so that no text can exhaust the stack.
struct MarkerParser {
    private(set) var cursor: ByteCursor
    private var depth = 0

    init(_ cursor: ByteCursor) {
        self.cursor = cursor
    }

    mutating func parseExpression() throws(Marker.Invalid) -> Marker.Expression {
        var alternatives: [[Marker.Term]] = [[try parseTerm()]]
        while true {
            if skip(word: "and") {
                alternatives[alternatives.count - 1].append(try parseTerm())
            } else if skip(word: "or") {
                alternatives.append([try parseTerm()])
            } else {
                return Marker.Expression(alternatives: alternatives).unwrapped
            }
        }
    }

    mutating func expectEnd(_ expectation: String) throws(Marker.Invalid) {
        cursor.skipBlanks()
        guard cursor.isAtEnd else {
            throw problem("'and', 'or' or the end is expected where \(expectation)")
        }
    }

    private mutating func parseTerm() throws(Marker.Invalid) -> Marker.Term {
        cursor.skipBlanks()
        let start = cursor.offset
        let term: Marker.Term
        if cursor.skip(UInt8(ascii: "(")) {
            guard depth < Marker.depthLimit else {
                throw problem("parentheses are nested deeper than \(Marker.depthLimit) levels")
            }
            depth += 1
            term = Marker.Expression.parenthesised(try parseExpression())
            depth -= 1
            cursor.skipBlanks()
            guard cursor.skip(UInt8(ascii: ")")) else {
                throw problem("a ')' is expected for the '(' at byte \(start)")
            }
        } else {
            term = .comparison(try parseComparison())
        }
        cursor.skipBlanks()
        return term
    }

    private mutating func parseComparison() throws(Marker.Invalid) -> Marker.Comparison {
        let left = try parseOperand()
        cursor.skipBlanks()
        let relation = try parseRelation()
        cursor.skipBlanks()
        return Marker.Comparison(left, relation, try parseOperand())
    }

    private mutating func parseOperand() throws(Marker.Invalid) -> Marker.Operand {
        if let quote = cursor.next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            return .constant(try parseConstant(quote))
        }
        let start = cursor.offset
        cursor.skipAll { $0.isWordByte || $0 == UInt8(ascii: ".") }
        let spelling = cursor.text(from: start)
        guard let variable = MarkerVariable.spellings[spelling] else {
            cursor.move(to: start)
            throw problem(
                spelling.isEmpty
                    ? "a variable or a quoted string is expected"
                    : "\(Quoted(spelling)) is not a marker variable; quote it if it is a string")
        }
        return .variable(variable)
    }

    private mutating func parseConstant(_ quote: UInt8) throws(Marker.Invalid) -> String {
        let opening = cursor.offset
        cursor.advance()
        let start = cursor.offset
        cursor.skipAll { $0 != quote }
        let text = cursor.text(from: start)
        guard cursor.skip(quote) else {
            cursor.move(to: opening)
            throw problem("the string has no closing quote")
        }
        guard let unfit = text.utf8.firstIndex(where: \.isUnfitInConstant) else { return text }
        cursor.move(to: start + text.utf8.distance(from: text.utf8.startIndex, to: unfit))
        throw problem("a string may hold no backslash, line break or NUL, and knows no escapes")
    }

    private mutating func parseRelation() throws(Marker.Invalid) -> Marker.Relation {
        for relation in Marker.Relation.allCases where !relation.isWord {
            if cursor.skip(relation.rawValue) { return relation }
        }
        if skip(word: "in") { return .isIn }
        if skip(word: "not") {
            guard cursor.skipBlanks() > 0, skip(word: "in") else {
                throw problem("'in' is expected after 'not'")
            }
            return .isNotIn
        }
        throw problem(
            "an operator is expected, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in")
    }

    private mutating func skip(word: String) -> Bool {
        let start = cursor.offset
        guard cursor.skip(word), cursor.next?.isWordByte != true else {
            cursor.move(to: start)
            return false
        }
        return true
    }

    private func problem(_ message: String) -> Marker.Invalid {
        Marker.Invalid(message: "at byte \(cursor.offset): \(message)", offset: cursor.offset)
    }
}

extension ByteCursor {
    /// Skips the white space of dependency specifiers, spaces and tabs.
    @discardableResult
    mutating func skipBlanks() -> Int {
        skipAll { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

extension UInt8 {
    /// A byte that would continue a word.
    ///
    /// All that is not ASCII counts, since none of it may follow a word.
    fileprivate var isWordByte: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80
    }

    fileprivate var isUnfitInConstant: Bool {
        self == UInt8(ascii: "\\") || self == 0x0A || self == 0x0D || self == 0
    }
}
