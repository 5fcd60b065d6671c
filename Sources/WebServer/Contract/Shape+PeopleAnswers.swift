import PackageIndex

/// The values about people, tokens and histories that the API answers with.
extension Shape {
    private static let role: Shape = .text(.choice(ProjectRole.allCases.map(\.rawValue)))
    private static let scopes: Shape = .list(.text(.choice(TokenScope.allCases.map(\.rawValue))))

    static let collaborator: Shape = .named(
        "Collaborator",
        .object([
            .required("user", .text(.any), "The user's name."),
            .required("full_name", .optional(.text(.any)), "How the person is called."),
            .required("role", role, "The role."),
            .required("since", .text(.time), "Since when they have it."),
            .required("is_frozen", .boolean, "Whether the account is frozen."),
        ]))

    static let invitation: Shape = .named(
        "Invitation",
        .object([
            .required("id", .text(.any), "Its identifier."),
            .required("project", .text(.any), "The project's name."),
            .required("user", .text(.any), "Who is invited."),
            .required("role", role, "The role on offer."),
            .required("is_transfer", .boolean, "Whether the project is handed over with it."),
            .required(
                "invited_by", .optional(.text(.any)), "Who invites; null for the machine's owner."),
            .required("created_at", .text(.time), "When it was made."),
            .required("expires_at", .text(.time), "When it ends by itself."),
        ]))

    static let roleChange: Shape = .named(
        "RoleChange",
        .object([
            .required("id", .text(.any), "Its identifier."),
            .required("project", .text(.any), "The project's name."),
            .required("user", .text(.any), "The owner whom it is about."),
            .required("role", .optional(role), "The role that they are to have; null for none."),
            .required("asked_by", .text(.any), "Who asked for it."),
            .required("created_at", .text(.time), "When it was asked for."),
            .required("due_at", .text(.time), "When it comes about unless somebody objects."),
        ]))

    static let laterChange: Shape = .named(
        "LaterChange",
        .object([
            .required("due_at", .text(.time), "When it comes about unless somebody objects.")
        ]))

    static let ownProject: Shape = .named(
        "OwnProject",
        .object([
            .required("project", projectEntry, "The project."),
            .required("role", role, "What one is to it."),
            .required("owner_count", count, "How many owners it has, frozen accounts apart."),
            .required(
                "last_upload_at", .optional(.text(.time)), "When a file was last published."),
        ]))

    static let deletedItem: Shape = .named(
        "DeletedItem",
        .object([
            .required("project", .optional(.text(.any)), "The name of a deleted project."),
            .required("version", .optional(.text(.any)), "The version of a release, or of a file."),
            .required("filename", .optional(.text(.any)), "The name of a deleted file."),
            .required("deleted_at", .text(.time), "When it was deleted."),
            .required("restorable_until", .text(.time), "Until when it can be brought back."),
        ]))

    static let dependent: Shape = .named(
        "Dependent",
        .object([
            .required("name", .text(.any), "The project's name."),
            .required("normalized_name", .text(.any), "The name in addresses."),
            .required("version", .text(.any), "The version of its latest release."),
        ]))

    static let prohibitedName: Shape = .named(
        "ProhibitedName",
        .object([
            .required("name", .text(.any), "The name, normalised."),
            .required("reason", .optional(.text(.any)), "Why, for administrators."),
            .required("created_at", .text(.time), "When it was prohibited."),
            .required("created_by", .optional(.text(.any)), "Which administrator did it."),
        ]))

    static let event: Shape = .named(
        "Event",
        .object([
            .required("id", count, "Its number, rising."),
            .required("tag", .text(.any), "What happened, as in `project:role:add`."),
            .required("actor", .optional(.text(.any)), "Who did it; null for the index itself."),
            .required("detail", .texts, "More about it."),
            .required(
                "client_address", .optional(.text(.any)),
                "Where the request came from; only in the history of one's own account."),
            .required("user_agent", .optional(.text(.any)), "What the client called itself."),
            .required("at", .text(.time), "When."),
        ]))

    private static let tokenMembers: [Member] = [
        .required("id", .text(.any), "Its identifier."),
        .required("label", .optional(.text(.any)), "What it is known by."),
        .required("scopes", scopes, "What may be done with it."),
        .required(
            "projects", .optional(.list(.text(.any))),
            "The projects it is limited to; null for all of one's own."),
        .required("created_at", .text(.time), "When it was made."),
        .required("expires_at", .optional(.text(.time)), "When it ends by itself."),
        .required("last_used_at", .optional(.text(.time)), "When it was last used, to the minute."),
    ]

    static let token: Shape = .named("Token", .object(tokenMembers))

    static let issuedToken: Shape = .named(
        "IssuedToken",
        .object([
            .required("id", .text(.any), "Its identifier."),
            .required("token", .text(.any), "The text that opens doors, shown this once."),
        ]))

    static let projectToken: Shape = .named(
        "ProjectToken",
        .object([
            .required("user", .text(.any), "Whose it is."),
            .required("label", .optional(.text(.any)), "What its user calls it."),
            .required("scopes", scopes, "What may be done with it in the project."),
            .required(
                "is_limited_to_projects", .boolean, "Whether it is limited to certain projects."),
            .required("created_at", .text(.time), "When it was made."),
            .required("expires_at", .optional(.text(.time)), "When it ends by itself."),
            .required(
                "last_used_at", .optional(.text(.time)),
                "When it was last used for whatever project, to the minute."),
        ]))
}
