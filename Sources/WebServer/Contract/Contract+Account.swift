import PackageIndex

extension Contract {
    static let ofAccount: [Contract] = [
        Contract(.apiAccount, .account, "Show who one is", answer: .content(.account)),
        Contract(
            .apiOwnProjects, .account, "List one's own projects",
            notes: "Those in which one has a role, by name.", answer: .page(of: .ownProject)),
        Contract(
            .apiOwnDeletedProjects, .account, "List one's deleted projects",
            notes: "Those that can still be brought back, the newest first.",
            answer: .page(of: .deletedItem)),
        Contract(
            .apiOwnEvents, .account, "Show the history of one's account",
            notes: "Of the last 90 days, the newest first.", query: [.event, limit],
            answer: .page(of: .event)),
        Contract(
            .apiOwnInvitations, .account, "List the invitations one has",
            answer: .page(of: .invitation)),
        Contract(
            .apiAcceptInvitation, .account, "Accept an invitation", answer: .nothing,
            refusals: [.invitationUnknown, .inviteeUnfit, .projectClosed]),
        Contract(
            .apiDeclineInvitation, .account, "Decline an invitation", answer: .nothing,
            refusals: [.invitationUnknown, .projectClosed]),
        Contract(
            .apiOwnRoleChanges, .account, "List what is to become of one's roles",
            notes: "What another owner asked for and has not come about yet.",
            answer: .page(of: .roleChange)),
        Contract(
            .apiConfirmRoleChange, .account, "Agree to a change of one's role", answer: .nothing,
            refusals: [.roleChangeUnknown, .lastOwner]),
        Contract(
            .apiRefuseRoleChange, .account, "Object to a change of one's role", answer: .nothing,
            refusals: [.roleChangeUnknown]),
    ]
}
