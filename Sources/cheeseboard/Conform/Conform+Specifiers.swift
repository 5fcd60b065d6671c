import PythonPackaging

extension Conform {
    /// `spec`, `v`, `prereleases` → `contains`.
    ///
    /// The version may be any text, since `===` compares texts.
    @Sendable static func specifier(_ question: ConformQuestion) throws -> Answer {
        let set = try specifierSet(question, "spec")
        let contains = set.contains(
            spelling: try question.text("v"), prereleases: try question.truth("prereleases"))
        return ["contains": .bool(contains)]
    }

    /// `spec`, `versions`, `prereleases` → `versions`: those that are left.
    @Sendable static func filter(_ question: ConformQuestion) throws -> Answer {
        let set = try specifierSet(question, "spec")
        let left = set.filter(
            spellings: try question.texts("versions"),
            prereleases: try question.truth("prereleases"))
        return ["versions": JSONValue(left)]
    }

    /// `spec` → its text, its specifiers, and whether it admits pre-releases by itself.
    @Sendable static func specifierParts(_ question: ConformQuestion) throws -> Answer {
        let set = try specifierSet(question, "spec")
        return [
            "text": .text(set.description),
            "specifiers": .array(
                set.specifiers.map { JSONValue([$0.comparison.rawValue, $0.operand]) }),
            "prereleases": .bool(set.admitsPrereleases),
        ]
    }

    /// `spec`, `prereleases` → `unsatisfiable`: whether no version can satisfy the set.
    @Sendable static func unsatisfiable(_ question: ConformQuestion) throws -> Answer {
        let set = try specifierSet(question, "spec")
        let prereleases = try question.truth("prereleases")
        return ["unsatisfiable": .bool(set.isUnsatisfiable(prereleases: prereleases))]
    }

    /// `a`, `b` → `equal`.
    @Sendable static func specifierEqual(_ question: ConformQuestion) throws -> Answer {
        let left = try specifierSet(question, "a")
        let right = try specifierSet(question, "b")
        return ["equal": .bool(left == right && sameHash(left, right))]
    }

    /// A set of specifiers, or, where `single` is true, exactly one.
    private static func specifierSet(
        _ question: ConformQuestion, _ field: String
    ) throws -> SpecifierSet {
        let text = try question.text(field)
        return try question.truth("single") == true
            ? SpecifierSet([Specifier(text)]) : SpecifierSet(text)
    }
}
