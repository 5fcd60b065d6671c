import CheeseboardTesting
import PackageIndex

extension PolicyExamples {
    private static func metadata(_ version: String, _ more: String = "") -> Sample {
        .wheel(metadata: "Metadata-Version: \(version)\nName: brie\nVersion: 1.0\n\(more)")
    }

    private static let newFields = [
        metadata("2.4", "License-Expression: MIT\n"), metadata("2.5", "Import-Name: brie\n"),
    ]

    private static let fieldsBeforeTheirTime: [(Sample, RefusalCode)] = [
        (metadata("2.1", "License-Expression: MIT\n"), .metadataInvalid),
        (metadata("2.2", "Import-Name: brie\n"), .metadataInvalid),
        (metadata("1.0", "Requires-Dist: milk\n"), .metadataInvalid),
    ]

    static let metadata: [String: PolicyExamples] = [
        "metadata-size": PolicyExamples(
            good: [
                metadata(
                    "2.1", "Requires-Python: >=3.8\n\n" + String(repeating: "a", count: 70_000)),
                metadata("2.1", "License: " + String(repeating: "a", count: 70_000) + "\n"),
            ],
            bad: [
                (
                    metadata("2.1", "Keywords: " + String(repeating: "a", count: 70_000) + "\n"),
                    .metadataInvalid
                ),
                (
                    metadata(
                        "2.1", "Requires-Python: " + String(repeating: ">3,", count: 342) + "\n"),
                    .metadataInvalid
                ),
            ]),
        "metadata-valid": PolicyExamples(
            good: [
                metadata("1.0"), metadata("1.1", "Classifier: Development Status :: 4 - Beta\n"),
                metadata("1.2", "Requires-Python: >=3.8\n"),
                metadata("2.1", "Provides-Extra: Rind\nLicense-File: LICENSE\n"),
                metadata("2.6"),
                metadata(
                    "2.1",
                    """
                    Summary: UNKNOWN
                    Home-page: UNKNOWN
                    Author: UNKNOWN
                    Author-email: UNKNOWN
                    License: UNKNOWN
                    Platform: UNKNOWN

                    UNKNOWN

                    """),
            ],
            bad: [
                // Never a standard; what is told is to build the wheel again.
                (metadata("2.0"), .metadataInvalid),
                (metadata("9.9"), .metadataInvalid),
                (metadata("2.4", "Requires-Dist: ???\n"), .metadataInvalid),
                (metadata("2.4", "Requires-Python: yes\n"), .metadataInvalid),
                (metadata("2.4", "License-Expression: Brie-1.0\n"), .metadataInvalid),
                (metadata("2.4", "License-File: ../LICENSE\n"), .metadataInvalid),
                (metadata("2.4", "Description-Content-Type: text/brie\n"), .metadataInvalid),
                (metadata("2.4", "Dynamic: Name\n"), .metadataInvalid),
                (metadata("2.4", "Summary: one\nSummary: two\n"), .metadataInvalid),
                (metadata("2.5", "Import-Name: class\n"), .metadataInvalid),
                (.wheel(metadata: ""), .metadataInvalid),
            ]),
        "metadata-fields": PolicyExamples(good: newFields, bad: fieldsBeforeTheirTime),
        "metadata-fields-warning": PolicyExamples(good: newFields, bad: fieldsBeforeTheirTime),
        "metadata-identity": PolicyExamples(
            good: [
                .wheel(metadata: "Metadata-Version: 2.1\nName: BRIE\nVersion: 1.0.0\n")
            ],
            bad: [
                (
                    .wheel(metadata: "Metadata-Version: 2.1\nName: feta\nVersion: 1.0\n"),
                    .metadataMismatch
                ),
                (
                    .wheel(metadata: "Metadata-Version: 2.1\nName: brie\nVersion: 1.1\n"),
                    .metadataMismatch
                ),
            ]),
        "form-agrees": PolicyExamples(
            good: [
                .wheel(
                    fields: [
                        ("Requires-Python", ">=3.8,<4"), ("License-Expression", "MIT"),
                        ("Provides-Extra", "rind"),
                        ("Requires-Dist", "Feta[ Salt ] >=1,<2 ; extra == 'rind'"),
                        ("Requires-Dist", "milk"),
                    ],
                    form: [
                        "requires_python": ["<4, >=3.8"], "license_expression": ["mit"],
                        "provides_extra": ["Rind"],
                        "requires_dist": [#"feta[salt]<2,>=1; extra == "rind""#],
                    ])
            ],
            bad: [
                (.wheel(form: ["requires_python": [">=3.9"]]), .formMismatch),
                (
                    .wheel(
                        fields: [("Requires-Python", ">=3.8")],
                        form: ["requires_python": [">=3.9"]]), .formMismatch
                ),
                (.wheel(form: ["requires_dist": ["milk"]]), .formMismatch),
                (
                    .wheel(
                        fields: [("Requires-Dist", "milk")], form: ["requires_dist": ["milk>1"]]),
                    .formMismatch
                ),
                (.wheel(form: ["provides_extra": ["rind"]]), .formMismatch),
                (.wheel(form: ["license_expression": ["MIT"]]), .formMismatch),
            ]),
    ]

    static let pypi: [String: PolicyExamples] = [
        "direct-urls": PolicyExamples(
            good: [.wheel(fields: [("Requires-Dist", "milk>=1")])],
            bad: [
                (
                    .wheel(fields: [("Requires-Dist", "milk @ https://index.example/milk.zip")]),
                    .directURL
                ),
                (
                    .wheel(fields: [("Provides-Dist", "milk @ https://index.example/milk.zip")]),
                    .directURL
                ),
            ]),
        "related-projects": PolicyExamples(
            good: [.wheel(fields: [("Provides-Dist", "curd (>=1)"), ("Obsoletes-Dist", "whey")])],
            bad: [
                (.wheel(fields: [("Provides-Dist", "?")]), .metadataInvalid),
                (.wheel(fields: [("Obsoletes-Dist", "curd or whey")]), .metadataInvalid),
            ]),
        "classifiers": PolicyExamples(
            good: [.wheel(fields: [("Classifier", "Programming Language :: Python :: 3")])],
            bad: [
                (.wheel(fields: [("Classifier", "Topic :: Cheese")]), .classifierUnknown),
                (
                    .wheel(fields: [("Classifier", "Private :: Do Not Upload")]), .classifierUnknown
                ),
                (
                    .wheel(fields: [("Classifier", "Natural Language :: Ukranian")]),
                    .classifierUnknown
                ),
            ]),
        "summary": PolicyExamples(
            good: [.wheel { $0.metadata.summary = String(repeating: "ü", count: 512) }],
            bad: [
                (
                    .wheel { $0.metadata.summary = String(repeating: "a", count: 513) },
                    .metadataInvalid
                )
            ]),
        "urls": PolicyExamples(
            good: [
                .wheel(fields: [
                    ("Home-page", "https://index.example/"), ("Download-URL", "UNKNOWN"),
                    ("Project-URL", "Source, http://index.example/source"),
                ])
            ],
            bad: [
                (.wheel(fields: [("Home-page", "ftp://index.example/")]), .metadataInvalid),
                (.wheel(fields: [("Download-URL", "brie")]), .metadataInvalid),
                (.wheel(fields: [("Project-URL", "Source, javascript:1")]), .metadataInvalid),
                (.wheel(fields: [("Project-URL", "Source")]), .metadataInvalid),
                (
                    .wheel(fields: [("Project-URL", ", https://index.example/")]), .metadataInvalid
                ),
                (
                    .wheel(fields: [
                        (
                            "Project-URL",
                            "\(String(repeating: "a", count: 33)), https://index.example/"
                        )
                    ]), .metadataInvalid
                ),
            ]),
        "email": PolicyExamples(
            good: [
                .wheel(fields: [
                    ("Author-email", "Marie Harel <marie@index.example>, others"),
                    ("Maintainer-email", "marie@index.example"),
                ]),
                .wheel(fields: [("Author-email", "UNKNOWN")]),
            ]
                + [
                    #""Harel, Marie" <marie@index.example>"#,
                    #""Marie \"the <first>\", H." <marie@index.example>, nobody"#,
                    "marie@index.example (Harel, Marie)", "(a (nested) note) marie@index.example",
                    "Marie Harel <marie.harel+brie@k\u{E4}se.example>",
                    "\u{7530}\u{4E2D} <\u{7530}\u{4E2D}@\u{4F8B}.example>",
                ].map { .wheel(fields: [("Author-email", $0)]) },
            bad: [
                "Marie Harel", #""marie@index.example""#, "Marie <marie@index.example",
                "marie@index", "marie@@index.example", "marie@index..example",
                ".marie@index.example",
                "marie@-index.example", "marie harel@index.example", "marie\u{A0}h@index.example",
                "(marie@index.example)", "nobody, marie@index.example",
            ].map { (.wheel(fields: [("Author-email", $0)]), .metadataInvalid) } + [
                (.wheel(fields: [("Maintainer-email", "marie@")]), .metadataInvalid)
            ]),
    ]
}
