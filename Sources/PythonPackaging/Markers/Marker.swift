/// A condition on the environment, as `python_version < "3.11" and extra == "toml"`.
///
/// Markers stand behind the `;` of a requirement (PEP 508). Two markers are equal when their
/// normal text is.
public struct Marker: Hashable, Sendable, CustomStringConvertible {
    let expression: Expression

    /// Reads a marker.
    ///
    /// Parentheses may be nested up to ``depthLimit`` levels.
    public init(_ text: String) throws(Marker.Invalid) {
        var parser = MarkerParser(ByteCursor(text))
        expression = try parser.parseExpression()
        try parser.expectEnd("a marker ends")
    }

    init(_ expression: Expression) {
        self.expression = expression
    }

    /// How deep parentheses may be nested.
    public static let depthLimit = 100

    /// The normal text: constants in double quotes, one space between words, and no parentheses
    /// that change nothing.
    public var description: String { expression.description }

    /// The variables that the marker asks for.
    public var variables: Set<MarkerVariable> {
        var variables: Set<MarkerVariable> = []
        expression.collect(into: &variables)
        return variables
    }
}
