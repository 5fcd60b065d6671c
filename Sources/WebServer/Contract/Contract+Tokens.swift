import PackageIndex

extension Contract {
    static let ofTokens: [Contract] = [
        Contract(
            .apiTokens, .tokens, "List one's tokens", notes: "Those not revoked, the newest first.",
            answer: .page(of: .token)),
        Contract(
            .apiMakeToken, .tokens, "Make a token",
            notes: "Its text is shown this once. It can do no more than the token that makes it. "
                + "Nobody makes more than 50 a day.",
            body: .named(
                "TokenRequest",
                .object([
                    .required(
                        "label", .text(.label), "What to know it by; no other token has the same."),
                    .required(
                        "scopes",
                        .list(
                            .text(.choice(TokenScope.allCases.map(\.rawValue))), 1...3, isSet: true),
                        "What may be done with it."),
                    .optional(
                        "projects",
                        .optional(.list(.text(.projectName), 1...100, isSet: false)),
                        "The projects it is limited to, which need not exist yet; all of one's own "
                            + "unless said."),
                    .optional(
                        "lifetime_seconds", .optional(.integer(1...3_155_760_000)),
                        "How long it lasts; until it is revoked unless said."),
                ])),
            answer: .created(.issuedToken), refusals: [.tokenLabelTaken, .tooManyTries],
            links: [link(.apiToken), link(.apiRevokeToken)]),
        Contract(
            .apiToken, .tokens, "Show a token", answer: .content(.token),
            refusals: [.tokenUnknown]),
        Contract(
            .apiRevokeToken, .tokens, "Revoke a token", notes: "For good, and once.",
            answer: .nothing, refusals: [.tokenUnknown]),
    ]

    private static func link(_ route: Route) -> Link {
        Link(route: route, values: [("id", "$response.body#/id")])
    }
}
