import PackageIndex

extension Contract {
    static let ofFiles: [Contract] = [
        Contract(
            .apiFiles, .files, "List the files of a project", notes: "By their names.",
            query: [
                .optional("after", .text(.place), "List what comes after this file name."), limit,
            ], answer: .page(of: .file), refusals: [.projectUnknown]),
        Contract(
            .apiFile, .files, "Show a file", answer: .content(.file),
            refusals: [.projectUnknown, .fileUnknown]),
        Contract(
            .nativeReport, .files, "Show what native code is inside a file",
            notes: "As `cheeseboard audit --format json` tells it of one wheel.",
            answer: .content(.elsewhere("docs/NATIVE.md describes it.")),
            refusals: [.projectUnknown, .fileUnknown, .nativeReportMissing]),
        Contract(
            .apiYankFile, .files, "Yank a file", body: yank, answer: .nothing,
            refusals: ofOneFile),
        Contract(
            .apiUnyankFile, .files, "Take the yank of a file back", answer: .nothing,
            refusals: ofOneFile),
        Contract(
            .apiDeleteFile, .files, "Delete a file",
            notes: "Its name stays used for ever; it can be brought back for 30 days.",
            answer: .nothing, refusals: ofOneFile),
        Contract(
            .apiRestoreFile, .files, "Bring a deleted file back", answer: .nothing,
            refusals: ofOneFile + [
                .releaseUnknown, .restoreTooLate, .sdistExists, .projectTooLarge,
            ]),
    ]

    private static let ofOneFile: [RefusalCode] = managing + [.fileUnknown]
}
