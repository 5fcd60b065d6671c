/// The shape of an address: literal steps and steps that take any value.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible {
    /// One step between two slashes.
    enum Step: Sendable, Hashable {
        case literal(String)
        case value(String)
    }

    /// How the address ends.
    enum End: Sendable, Hashable {
        /// In a slash; without it the caller is redirected.
        case slash
        /// Without a slash.
        case bare
        /// Either way.
        case either
    }

    /// The pattern as it is written down, as in `/simple/{name}/`.
    package let description: String
    let steps: [Step]
    let end: End

    /// Reads a pattern; a final `/` demands the slash, a final `/?` leaves it to the caller.
    init(_ text: String) {
        description = text
        var path = Substring(text)
        if path.hasSuffix("/?") {
            end = .either
            path = path.dropLast(2)
        } else if path.hasSuffix("/") {
            end = .slash
            path = path.dropLast()
        } else {
            end = .bare
        }
        steps = path.split(separator: "/").map { step in
            step.hasPrefix("{")
                ? .value(String(step.dropFirst().dropLast())) : .literal(String(step))
        }
    }

    /// Whether a step of the address is a secret, which logs must not have.
    var holdsSecret: Bool { steps.contains(.value("secret")) }

    /// The values in an address's decoded steps, nil where it has another shape.
    func match(_ given: [String]) -> [String: String]? {
        guard given.count == steps.count else { return nil }
        var values: [String: String] = [:]
        for (step, text) in zip(steps, given) {
            switch step {
            case .literal(let literal):
                guard literal == text else { return nil }
            case .value(let name):
                guard !text.isEmpty else { return nil }
                values[name] = text
            }
        }
        return values
    }
}
