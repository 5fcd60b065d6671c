extension Marker {
    /// Whether the condition holds in an environment.
    ///
    /// Version variables compare as versions where the other side can follow the operator in a
    /// specifier. All else compares as text, for which `<` and `>` never hold and `<=` and `>=`
    /// mean equality. Every comparison is made, so what has no meaning is an error wherever it
    /// stands.
    public func evaluate(in environment: MarkerEnvironment) throws(Marker.Unevaluable) -> Bool {
        try expression.evaluate(in: environment)
    }
}

extension Marker.Expression {
    fileprivate func evaluate(
        in environment: MarkerEnvironment
    ) throws(Marker.Unevaluable) -> Bool {
        var holds = false
        for terms in alternatives {
            var allHold = true
            for term in terms {
                let value =
                    switch term {
                    case .comparison(let comparison): try comparison.evaluate(in: environment)
                    case .group(let expression): try expression.evaluate(in: environment)
                    }
                allHold = allHold && value
            }
            holds = holds || allHold
        }
        return holds
    }
}

extension Marker.Comparison {
    fileprivate func evaluate(
        in environment: MarkerEnvironment
    ) throws(Marker.Unevaluable) -> Bool {
        switch (left, right) {
        case (.variable(let variable), .constant(let text)):
            guard case .text(let value) = try look(variable, environment) else {
                throw Marker.Unevaluable(
                    message: "\(variable.rawValue) is a set and may only stand behind "
                        + "'in' or 'not in', but stands before \(relation.rawValue)")
            }
            let constant = variable.isSet ? ProjectName.normalize(text) : text
            return try compare(value, constant, as: variable)
        case (.constant(let text), .variable(let variable)):
            switch try look(variable, environment) {
            case .text(let value): return try compare(text, value, as: variable)
            case .names(let names): return try compare(text, names)
            }
        case (.constant, .constant), (.variable, .variable):
            throw Marker.Unevaluable(
                message: "\(self) has no meaning: a variable is compared with a string")
        }
    }

    private func look(
        _ variable: MarkerVariable, _ environment: MarkerEnvironment
    ) throws(Marker.Unevaluable) -> MarkerEnvironment.Value {
        guard let value = environment.comparable(variable) else {
            throw Marker.Unevaluable(message: "\(variable.rawValue) is not defined here")
        }
        return value
    }

    private func compare(
        _ left: String, _ right: String, as variable: MarkerVariable
    ) throws(Marker.Unevaluable) -> Bool {
        if variable.isVersion, !relation.isWord,
            let specifier = try? Specifier(relation.rawValue + right)
        {
            return specifier.matches(Candidate(spelling: left))
        }
        switch relation {
        case .equal, .lessOrEqual, .greaterOrEqual: return left.utf8.elementsEqual(right.utf8)
        case .notEqual: return !left.utf8.elementsEqual(right.utf8)
        case .less, .greater: return false
        case .isIn: return Array(right.utf8).holds(Array(left.utf8))
        case .isNotIn: return !Array(right.utf8).holds(Array(left.utf8))
        case .compatible, .arbitraryEqual: throw undefined(left, Quoted(right).description)
        }
    }

    /// A text is never equal to a set, and sets have no order with texts.
    private func compare(
        _ left: String, _ right: Set<String>
    ) throws(Marker.Unevaluable) -> Bool {
        switch relation {
        case .isIn: return right.contains(left)
        case .isNotIn: return !right.contains(left)
        case .notEqual: return true
        case .equal, .lessOrEqual, .greaterOrEqual, .less, .greater: return false
        case .compatible, .arbitraryEqual: throw undefined(left, "a set")
        }
    }

    private func undefined(_ left: String, _ right: String) -> Marker.Unevaluable {
        Marker.Unevaluable(
            message: "\(relation.rawValue) is not defined between \(Quoted(left)) and \(right)")
    }
}

extension [UInt8] {
    /// Whether the bytes occur as one piece.
    fileprivate func holds(_ piece: [UInt8]) -> Bool {
        guard piece.count <= count else { return false }
        return (0...(count - piece.count)).contains { self[$0...].starts(with: piece) }
    }
}
