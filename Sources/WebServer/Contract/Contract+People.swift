import PackageIndex

extension Contract {
    static let ofPeople: [Contract] = [
        Contract(
            .apiRoles, .people, "List who has a role in a project", notes: "Owners first.",
            answer: .page(of: .collaborator), refusals: reading),
        Contract(
            .apiSetRole, .people, "Change somebody's role",
            notes:
                "Of somebody who has one; others are invited. What takes a long-standing owner's "
                + "role away comes about later, so that they can object.",
            body: .named("RoleRequest", .object([role])), answer: .nothingOrLater(.laterChange),
            refusals: ofOneRole),
        Contract(
            .apiRemoveRole, .people, "Take somebody's role away, or give up one's own",
            answer: .nothingOrLater(.laterChange), refusals: ofOneRole),
        Contract(
            .apiProjectInvitations, .people, "List the open invitations to a project",
            answer: .page(of: .invitation), refusals: reading),
        Contract(
            .apiInvite, .people, "Offer somebody a role",
            notes: "They accept or decline it within seven days.",
            body: .named(
                "InvitationRequest",
                .object([.required("user", .text(.userName), "Who is invited."), role])),
            answer: .created(.invitation), refusals: inviting, links: [revokeLink]),
        Contract(
            .apiRevokeInvitation, .people, "Take an invitation back", answer: .nothing,
            refusals: managing + [.invitationUnknown]),
        Contract(
            .apiRoleChanges, .people, "List changes of roles that are waiting",
            answer: .page(of: .roleChange), refusals: reading),
        Contract(
            .apiCancelRoleChange, .people, "Cancel a change that is waiting", answer: .nothing,
            refusals: managing + [.roleChangeUnknown]),
        Contract(
            .apiProjectTokens, .people, "List every token that can write to a project",
            notes: "Whosever they are.", answer: .page(of: .projectToken), refusals: reading),
        Contract(
            .apiProjectEvents, .people, "Show the history of a project",
            notes: "The newest first.", query: [.event, limit], answer: .page(of: .event),
            refusals: reading),
    ]

    private static let role: Shape.Member = .required(
        "role", .text(.choice(ProjectRole.allCases.map(\.rawValue))), "The role.")
    private static let reading: [RefusalCode] = [.projectUnknown, .noRole]
    private static let ofOneRole: [RefusalCode] =
        managing + [.userUnknown, .roleUnknown, .lastOwner, .roleChangeOpen]
}

extension Shape.Member {
    /// After which line of a history to go on.
    static let event: Shape.Member = .optional(
        "after", .integer(1...Shape.largestInteger), "List what is older than the event of this id."
    )
}
