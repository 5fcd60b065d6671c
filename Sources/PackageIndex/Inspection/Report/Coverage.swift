/// How many of the checks that apply could be decided, which stands beside every grade: a good grade
/// on few checks must not look like safety.
package struct Coverage: Codable, Sendable, Equatable {
    /// The checks that gave an answer.
    package var decidable: Int
    /// The checks that make sense for the format, machine and language.
    package var applicable: Int

    /// A number of answers out of a number of questions.
    package init(decidable: Int, applicable: Int) {
        self.decidable = decidable
        self.applicable = applicable
    }
}
