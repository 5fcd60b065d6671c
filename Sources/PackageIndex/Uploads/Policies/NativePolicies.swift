/// What an index may ask of native code: nothing, until a setting names findings.
enum NativePolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "native-code", .content,
            "A wheel's native code, others' libraries in it too, has nothing that the setting "
                + "`native.refuse` names. Off by default."
        ) { examination in
            let found = try findings(examination.settings.nativeRefusals, in: examination)
            guard let first = found.first else { return }
            let sentences = found.prefix(mostShown).map(sentence)
            let more = found.count > mostShown ? " And \(found.count - mostShown) more." : ""
            throw Refusal(
                .nativeCodeRefused,
                "This index refuses what is in the wheel's native code. "
                    + sentences.joined(separator: " ") + more,
                help: first.advice.map { "For \(first.name.rawValue): \($0)." })
        },
        UploadPolicy(
            "native-code-warning", .content,
            "What the setting `native.warn` names is warned about where a wheel's native code has "
                + "it. Off by default."
        ) { examination in
            let settings = examination.settings
            let found = try findings(
                settings.nativeWarnings.subtracting(settings.nativeRefusals), in: examination)
            for finding in found.prefix(mostShown) {
                let advice = finding.advice.map { " To mend it: \($0)." } ?? ""
                examination.warn(.nativeCodeRefused, sentence(finding) + advice)
            }
            if found.count > mostShown {
                examination.warn(
                    .nativeCodeRefused,
                    "\(found.count - mostShown) more places of native code are like these.")
            }
        },
    ]

    /// How many findings are told one by one; clients show little, and a wheel may have thousands.
    private static let mostShown = 5

    /// What was found of the names, blocking faults first; no file is looked into for no name.
    private static func findings(
        _ names: Set<NativeFinding.Name>, in examination: UploadExamination
    ) throws -> [NativeFinding] {
        guard !names.isEmpty else { return [] }
        let found = try examination.nativeFindings().filter { names.contains($0.name) }
        return found.filter(\.isBlocking) + found.filter { !$0.isBlocking }
    }

    private static func sentence(_ finding: NativeFinding) -> String {
        let place = finding.member.map { " in \(Shown.short($0))" } ?? ""
        return "\(finding.name.rawValue)\(place): \(Shown.short(finding.message, limit: 160))."
    }
}
