import PythonPackaging

extension Conform {
    /// `e` → `normalized`.
    @Sendable static func license(_ question: ConformQuestion) throws -> Answer {
        ["normalized": .text(try LicenseExpression(question.text("e")).normalized)]
    }
}
