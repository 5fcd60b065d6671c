import PackageIndex

extension Contract {
    static let ofProjects: [Contract] = [
        Contract(
            .apiProjects, .projects, "List projects",
            notes: "Those that the caller may see, by normalised name; quarantined ones apart.",
            query: [
                .optional("after", .text(.place), "List what comes after this normalised name."),
                limit,
            ], answer: .page(of: .projectEntry)),
        Contract(
            .apiProject, .projects, "Show a project", answer: .content(.project),
            refusals: [.projectUnknown]),
        Contract(
            .apiSetStatus, .projects, "Archive, deprecate or reactivate a project",
            notes: "`successor` is for `deprecated` alone. The same again changes nothing.",
            body: .named(
                "StatusRequest",
                .object([
                    .required(
                        "status", .text(.choice(["active", "archived", "deprecated"])),
                        "The status of PEP 792."),
                    reason,
                    .optional(
                        "successor", .optional(.text(.projectName)),
                        "The name of a project to use instead."),
                ])),
            answer: .nothing, refusals: managing),
        Contract(
            .apiSetVisibility, .projects, "Open a project to everyone, or close it",
            body: .named(
                "VisibilityRequest",
                .object([
                    .required(
                        "visibility", .text(.choice(["public", "private"])),
                        "Whether everyone who may read the index may see it.")
                ])),
            answer: .nothing, refusals: managing),
        Contract(
            .apiSetLimits, .projects, "Give a project limits of its own",
            notes: "They hold where they are larger than those of the index.",
            body: .named(
                "LimitsRequest",
                .object([
                    .required("file_bytes", bytes, "The largest file; null for the index's limit."),
                    .required(
                        "total_bytes", bytes, "All files together; null for the index's limit."),
                ])),
            answer: .nothing, refusals: [.projectUnknown]),
        Contract(
            .apiVerifyURLs, .projects, "Ask for a project's addresses to be looked at",
            notes: "Those whose pages link back are marked as verified, where a setting has it so.",
            answer: .nothing, refusals: managing),
        Contract(
            .apiTransferProject, .projects, "Hand a project over",
            notes: "The user owns it once they accept; who hands it over is left as a maintainer.",
            body: .named(
                "TransferRequest",
                .object([.required("user", .text(.userName), "Who is to own it.")])),
            answer: .created(.invitation), refusals: inviting,
            links: [revokeLink]),
        Contract(
            .apiDeleteProject, .projects, "Delete a project",
            notes: "It can be brought back for 30 days.",
            answer: .nothing, refusals: managing),
        Contract(
            .apiRestoreProject, .projects, "Bring a deleted project back", answer: .nothing,
            refusals: managing + [.restoreTooLate, .nameProhibited]),
        Contract(
            .apiDeletedItems, .projects, "List deleted releases and files of a project",
            notes: "What can still be brought back, the newest first.",
            answer: .page(of: .deletedItem), refusals: [.projectUnknown, .noRole]),
        Contract(
            .apiDependents, .projects, "List projects that need another",
            notes: "Those here whose latest release needs it, whether or not it is here itself.",
            query: [
                .optional("after", .text(.place), "List what comes after this normalised name."),
                limit,
            ], answer: .page(of: .dependent), refusals: [.projectUnknown]),
    ]

    /// Refusals of whatever changes a project.
    static let managing: [RefusalCode] = [.projectUnknown, .noRole, .projectClosed]
    /// Refusals of whatever offers a role.
    static let inviting: [RefusalCode] =
        managing + [.userUnknown, .inviteeUnfit, .roleExists, .invitationOpen, .tooManyTries]

    /// How many items a page has.
    static let limit: Shape.Member = .optional(
        "limit", .integer(1...500), "How many items to answer with, 100 unless said.")

    /// Why something is done.
    static let reason: Shape.Member = .optional(
        "reason", .optional(.text(.words(upTo: 500))), "Why, for those who see the project.")

    private static let bytes: Shape = .optional(.integer(1...Shape.largestInteger))

    /// From an invitation to taking it back.
    static let revokeLink = Link(
        route: .apiRevokeInvitation,
        values: [
            ("name", "$request.path.name"), ("id", "$response.body#/id"),
        ])
}
