import CheeseboardTesting
import PackageIndex

/// Uploads that a policy lets pass and uploads that it refuses.
struct PolicyExamples: Sendable {
    var good: [Sample] = []
    var bad: [(sample: Sample, code: RefusalCode)] = []
    /// Whether there is something to render descriptions with.
    var rendersDescriptions = false
    /// What the index is told before.
    var settings: @Sendable (inout IndexSettings) -> Void = { _ in }
    /// What happens in the index before.
    var before: @Sendable (TestIndex) async throws -> Void = { _ in }

    /// The examples of every policy, by its name.
    static let all: [String: PolicyExamples] = [
        form, file, index, archive, wheel, metadata, fields, pypi, native, descriptions,
    ]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}
