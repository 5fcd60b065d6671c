/// The facts of one slice: every name has one, `not-applicable` until something else is found.
public struct FactTable: Sendable, Equatable {
    private var facts: [FactName: Fact] = [.fortify: .nothingToFortify]

    /// A table in which nothing applies yet.
    public init() {}

    /// The fact of that name.
    public subscript(name: FactName) -> Fact {
        get { facts[name] ?? .notApplicable }
        set { facts[name] = newValue }
    }
}
