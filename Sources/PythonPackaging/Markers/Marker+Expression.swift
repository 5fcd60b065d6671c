extension Marker {
    /// Alternatives of conditions that must hold together: `or` between, `and` within.
    struct Expression: Hashable, Sendable, CustomStringConvertible {
        var alternatives: [[Term]]

        /// Puts what was in parentheses in place: a lone term needs none.
        static func parenthesised(_ expression: Expression) -> Term {
            expression.loneTerm ?? .group(expression)
        }

        /// The expression with parentheses around the whole of it removed.
        var unwrapped: Expression {
            if case .group(let expression) = loneTerm { expression } else { self }
        }

        private var loneTerm: Term? {
            alternatives.count == 1 && alternatives[0].count == 1 ? alternatives[0][0] : nil
        }

        var description: String {
            alternatives.map { $0.map(\.description).joined(separator: " and ") }
                .joined(separator: " or ")
        }

        func collect(into variables: inout Set<MarkerVariable>) {
            for term in alternatives.joined() {
                switch term {
                case .comparison(let comparison):
                    for case .variable(let variable) in [comparison.left, comparison.right] {
                        variables.insert(variable)
                    }
                case .group(let expression): expression.collect(into: &variables)
                }
            }
        }
    }

    /// A comparison, or an expression in parentheses.
    indirect enum Term: Hashable, Sendable, CustomStringConvertible {
        case comparison(Comparison)
        case group(Expression)

        var description: String {
            switch self {
            case .comparison(let comparison): comparison.description
            case .group(let expression): "(\(expression))"
            }
        }
    }

    /// Two operands and what is asked of them.
    struct Comparison: Hashable, Sendable, CustomStringConvertible {
        let left: Operand
        let relation: Relation
        let right: Operand

        /// Constants that are compared with names become normalised names (PEP 685).
        init(_ left: Operand, _ relation: Relation, _ right: Operand) {
            self.relation = relation
            switch (left, right) {
            case (.variable(.extra), .constant(let text)):
                self.left = left
                self.right = .constant(ProjectName.normalize(text))
            case (.constant(let text), .variable(let variable)) where variable.holdsNames:
                self.left = .constant(ProjectName.normalize(text))
                self.right = right
            default:
                self.left = left
                self.right = right
            }
        }

        var description: String { "\(left) \(relation.rawValue) \(right)" }
    }

    enum Operand: Hashable, Sendable, CustomStringConvertible {
        case variable(MarkerVariable)
        case constant(String)

        var description: String {
            switch self {
            case .variable(let variable): variable.rawValue
            case .constant(let text):
                text.utf8.contains(UInt8(ascii: "\"")) ? "'\(text)'" : "\"\(text)\""
            }
        }
    }

    /// The operators of markers; one stands before its own beginnings.
    enum Relation: String, CaseIterable, Hashable, Sendable {
        case arbitraryEqual = "==="
        case equal = "=="
        case compatible = "~="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case isIn = "in"
        case isNotIn = "not in"

        /// Whether the operator is written in letters.
        var isWord: Bool { self == .isIn || self == .isNotIn }
    }
}
