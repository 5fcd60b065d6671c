import PackageIndex

extension Contract {
    static let ofIndex: [Contract] = [
        Contract(
            .apiDocument, .index, "Show this document", notes: "OpenAPI 3.1.",
            answer: .content(.elsewhere("An OpenAPI document."))),
        Contract(
            .nativeStatistics, .index, "Show what native code the index holds",
            notes: "Of public projects, the same for everyone.",
            answer: .content(.elsewhere("docs/NATIVE.md describes it."))),
        Contract(
            .apiProhibitedNames, .index, "List names that no new project may have",
            query: [
                .optional("after", .text(.place), "List what comes after this normalised name."),
                limit,
            ], answer: .page(of: .prohibitedName)),
        Contract(
            .apiProhibitName, .index, "Prohibit a name",
            notes: "A project that has it stays, unless it is to be deleted with this.",
            body: .named(
                "ProhibitionRequest",
                .object([
                    reason,
                    .optional(
                        "delete_project", .boolean, "Whether to delete a project of the name."),
                ])),
            answer: .nothing, refusals: [.projectUnknown]),
        Contract(
            .apiAllowName, .index, "Let a prohibited name be taken again", answer: .nothing,
            refusals: [.nameNotProhibited]),
    ]
}
