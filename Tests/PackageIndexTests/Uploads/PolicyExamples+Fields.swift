import CheeseboardTesting
import PackageIndex

extension PolicyExamples {
    private static func metadata(_ version: String, _ fields: String...) -> Sample {
        let lines = ["Metadata-Version: \(version)", "Name: brie", "Version: 1.0"] + fields
        return .wheel(metadata: lines.joined(separator: "\n") + "\n")
    }

    private static let goodExtras = [
        metadata("2.2", "Provides-Extra: Rind", "Provides-Extra: Full_Fat"),
        metadata("2.4", "Provides-Extra: rind", "Provides-Extra: full-fat"),
    ]

    private static let badExtras: [(Sample, RefusalCode)] = [
        (metadata("2.3", "Provides-Extra: Rind"), .metadataInvalid),
        (metadata("2.4", "Provides-Extra: rind", "Provides-Extra: full_fat"), .metadataInvalid),
    ]

    static let fields: [String: PolicyExamples] = [
        "license-once": PolicyExamples(
            good: [
                metadata("2.4", "License: MIT"), metadata("2.4", "License-Expression: MIT"),
                metadata("2.4", "License-Expression: MIT", "License: UNKNOWN"),
            ],
            bad: [(metadata("2.4", "License: MIT", "License-Expression: MIT"), .metadataInvalid)]),
        "import-names-apart": PolicyExamples(
            good: [
                metadata("2.5", "Import-Name: a.b", "Import-Namespace: a"),
                metadata("2.5", "Import-Name:"),
            ],
            bad: [
                (metadata("2.5", "Import-Name: a", "Import-Namespace: a"), .metadataInvalid),
                (
                    metadata("2.5", "Import-Name: a ; private", "Import-Namespace: a"),
                    .metadataInvalid
                ),
            ]),
        "extras-apart": PolicyExamples(
            good: goodExtras + [metadata("2.1", "Provides-Extra: rind", "Provides-Extra: rind")],
            bad: [
                (
                    metadata("2.1", "Provides-Extra: full_fat", "Provides-Extra: Full-Fat"),
                    .metadataInvalid
                )
            ]),
        "extras-normalized": PolicyExamples(good: goodExtras, bad: badExtras),
        "extras-normalized-warning": PolicyExamples(good: goodExtras, bad: badExtras),
    ]
}
