import PackageIndex

extension Contract {
    static let ofAccount: [Contract] = [
        Contract(.apiAccount, .account, "Show who one is", answer: .content(.account)),
        Contract(
            .apiSetFullName, .account, "Say how one is called",
            notes: "One's page shows it; null takes it away.",
            body: .named(
                "FullNameRequest",
                .object([
                    .required(
                        "full_name", .optional(.text(.words(upTo: 100))),
                        "The full name, without an address of a site.")
                ])),
            answer: .nothing, refusals: [.fieldInvalid]),
        Contract(
            .apiShowEmail, .account, "Show an e-mail address on one's page, or no longer",
            notes: "Only a verified one of one's own is shown.",
            body: .named(
                "EmailVisibilityRequest",
                .object([
                    .required("address", .text(.words(upTo: 254)), "The address."),
                    .required("is_public", .boolean, "Whether one's page shows it."),
                ])),
            answer: .nothing, refusals: [.emailUnknown, .emailUnverified]),
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
            refusals: [.roleChangeUnknown, .lastOwner, .projectClosed]),
        Contract(
            .apiRefuseRoleChange, .account, "Object to a change of one's role", answer: .nothing,
            refusals: [.roleChangeUnknown]),
    ]
}
