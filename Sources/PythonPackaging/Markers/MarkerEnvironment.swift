/// The values of the marker variables in one environment.
///
/// A variable without a value is undefined there: a marker that asks for it cannot be evaluated.
/// So a context that knows no extras leaves `extra` out, and all but lock files leave out `extras`
/// and `dependency_groups`.
public struct MarkerEnvironment: Hashable, Sendable {
    /// The value of a marker variable.
    public enum Value: Hashable, Sendable {
        case text(String)
        case names(Set<String>)
    }

    private var values: [MarkerVariable: Value]

    /// An environment with these values.
    public init(_ values: [MarkerVariable: Value] = [:]) {
        self.values = values
    }

    /// The value of a variable; nil where it is undefined.
    public subscript(variable: MarkerVariable) -> Value? {
        get { values[variable] }
        set { values[variable] = newValue }
    }

    /// The value as markers compare it.
    ///
    /// Names are normalised. A Python built from a working copy calls itself `3.14.0+`, which is no
    /// version; the word that is missing after the sign is put there.
    func comparable(_ variable: MarkerVariable) -> Value? {
        switch values[variable] {
        case .text(let text) where variable.holdsNames:
            .text(ProjectName.normalize(text))
        case .text(let text) where variable == .pythonFullVersion && text.utf8.last == 0x2B:
            .text(text + "local")
        case .names(let names):
            .names(Set(names.map(ProjectName.normalize)))
        case let value:
            value
        }
    }
}
