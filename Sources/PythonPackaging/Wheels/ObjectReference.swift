/// Where a Python object is found: `module:object.attribute`, and extras behind it.
public struct ObjectReference: Hashable, Sendable {
    /// The dotted name of the module.
    public let module: String

    /// The attributes to follow from the module on; none if the module itself is meant.
    public let attributes: [String]

    /// Extras of the project that the object needs; a form that tools no longer write.
    public let extras: [String]

    /// Reads a reference; nil if the text is none.
    public init?(_ text: String) {
        var object = Whitespace.trim(text)
        var extras: [String] = []
        if let beforeBracket = object.removing(ending: "]") {
            guard let halves = beforeBracket.halves(aroundFirst: "[") else { return nil }
            extras = halves.after.pieces(separatedBy: ",")
                .map { Whitespace.trim(String($0)) }
                .filter { !$0.isEmpty }
            guard extras.allSatisfy({ (try? ProjectName($0)) != nil }) else { return nil }
            object = Whitespace.trim(String(halves.before))
        }
        let halves = object.halves(aroundFirst: ":")
        let module = Whitespace.trim(String(halves?.before ?? object[...]))
        let attributes =
            halves.map { Whitespace.trim(String($0.after)).pieces(separatedBy: ".") } ?? []
        let names = module.pieces(separatedBy: ".") + attributes
        guard names.allSatisfy({ PythonIdentifier.isValid($0) }) else { return nil }
        self.module = module
        self.attributes = attributes.map(String.init)
        self.extras = extras
    }
}
