/// What one check of the rubric says of a file, and what to do about it.
package struct CheckResult: Codable, Sendable, Equatable {
    /// How a check ended.
    package enum Outcome: String, Codable, Sendable {
        /// Everything that the check asks for is there.
        case pass
        /// A part of it is there.
        case partial
        /// It is not there.
        case fail
        /// It is not there, and nothing else can make up for it: the grade is F.
        case blocking
        /// The bytes cannot tell; nothing is deducted.
        case undecidable
        /// The check makes no sense for the format, machine or language.
        case notApplicable = "not-applicable"
    }

    /// The check's stable name, such as `relro`; see ``Check``.
    package var check: String
    /// How it ended.
    package var outcome: Outcome
    /// The points earned, from 0 to `weight`.
    package var earned: Double
    /// The points that could be earned; 0 for checks that only block.
    package var weight: Double
    /// What was seen, in one sentence without a capital and a full stop.
    package var finding: String
    /// What to do: the compiler or linker flag to add; nil where there is nothing to do.
    @Nullable package var advice: String?

    /// The result of a check.
    package init(
        check: String, outcome: Outcome, earned: Double, weight: Double, finding: String,
        advice: String?
    ) {
        self.check = check
        self.outcome = outcome
        self.earned = earned
        self.weight = weight
        self.finding = finding
        self.advice = advice
    }
}
