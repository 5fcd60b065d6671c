import PackageIndex

extension Contract {
    static let ofReleases: [Contract] = [
        Contract(
            .apiReleases, .releases, "List the releases of a project", notes: "The newest first.",
            query: [
                .optional("after", .text(.place), "List what is older than this version."), limit,
            ], answer: .page(of: .releaseEntry), refusals: [.projectUnknown]),
        Contract(
            .apiRelease, .releases, "Show a release", notes: "With its metadata and its files.",
            answer: .content(.release), refusals: [.projectUnknown, .releaseUnknown]),
        Contract(
            .apiYankRelease, .releases, "Yank a release",
            notes: "Installers pass all of its files over, unless asked for exactly it.",
            body: yank, answer: .nothing, refusals: ofOneRelease),
        Contract(
            .apiUnyankRelease, .releases, "Take the yank of a release back", answer: .nothing,
            refusals: ofOneRelease),
        Contract(
            .apiDeleteRelease, .releases, "Delete a release",
            notes: "With its files; it can be brought back for 30 days.", answer: .nothing,
            refusals: ofOneRelease),
        Contract(
            .apiRestoreRelease, .releases, "Bring a deleted release back", answer: .nothing,
            refusals: ofOneRelease + [.restoreTooLate, .projectTooLarge]),
    ]

    /// What yanking takes.
    static let yank: Shape = .named("YankRequest", .object([reason]))

    private static let ofOneRelease: [RefusalCode] = managing + [.releaseUnknown]
}
