import CheeseboardTesting
import PackageIndex

extension PolicyExamples {
    private static func wheel(_ text: String, type: String?) -> Sample {
        .wheel {
            $0.metadata.description = text
            if let type { $0.metadata.fields = [("Description-Content-Type", type)] }
        }
    }

    /// For the stand-in of the library, with which no reStructuredText renders.
    static let descriptions: [String: PolicyExamples] = [
        "description-renders": PolicyExamples(
            good: [
                .wheel(), .sdist(), wheel("plain", type: "text/plain"),
                wheel("<p>fine</p>", type: "text/markdown"),
            ],
            bad: [
                (wheel("fail", type: "text/plain"), .descriptionUnrenderable),
                (wheel("<script>x</script>", type: "text/markdown"), .descriptionUnrenderable),
                (wheel("text", type: nil), .descriptionUnrenderable),
            ], rendersDescriptions: true)
    ]
}
