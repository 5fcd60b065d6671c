import PackageIndex
import WebServer

/// What the report page of a release's native code shows: its wheels, and one of them in full.
struct NativePage {
    /// A wheel to choose.
    struct Wheel {
        let filename: String
        let wheelQuery: String
        let isChosen: Bool
        let wheelLine: NativeLine
    }

    /// A native file inside.
    struct Member {
        let memberPath: String
        let memberSize: String
        let origin: String
        let memberGrade: String
        let memberGradeClass: String
        let memberLanguages: String
        let memberCoverage: String
        let passed: [String]
        let protections: String?
        let findings: [Finding]
        let hasFindings: Bool
        let failure: String?
    }

    /// Something to do about a file, or about the wheel.
    struct Finding {
        let seen: String
        let toDo: String?
        let tone: String
    }

    let name: String
    let version: String
    let projectPath: String
    let releasePath: String
    let wheels: [Wheel]
    let hasReport: Bool
    let filename: String
    let grade: String
    let gradeClass: String
    let coverage: String
    let tagsHold: Bool
    let tagWords: [String]
    let backends: String?
    let vendoredGrade: String?
    let wheelFindings: [Finding]
    let members: [Member]
    let moreMembers: Int?
    let reportPath: String

    /// More files than these the page does not show; the report as JSON has them all.
    private static let mostMembers = 60

    init(
        _ overview: ProjectOverview, _ release: ShownRelease, wheels: [PublishedFile],
        chosen: PublishedFile?, _ report: WheelReport?
    ) {
        let project = overview.project.normalizedName
        name = overview.project.name
        version = release.summary.version
        projectPath = Route.projectPage.path(["name": project])
        releasePath = Route.releasePage.path(["name": project, "version": version])
        self.wheels = wheels.prefix(200).compactMap { file in
            release.native[file.filename].flatMap { NativeLine($0) }.map { line in
                Wheel(
                    filename: file.filename,
                    wheelQuery: "?file=" + PercentEncoding.field(file.filename),
                    isChosen: file.filename == chosen?.filename, wheelLine: line)
            }
        }
        hasReport = report != nil
        filename = chosen?.filename ?? ""
        reportPath = Route.nativeReport.path(["name": project, "filename": filename])
        grade = report?.grade?.rawValue ?? "–"
        gradeClass = report?.grade?.rawValue.lowercased() ?? ""
        let checks = report?.coverage ?? Coverage(decidable: 0, applicable: 0)
        coverage = "\(checks.decidable) of \(checks.applicable) checks could be decided"
        tagsHold = report?.tags.truthful ?? true
        tagWords = report?.tags.why ?? []
        backends = report?.backend.joined(separator: ", ").unlessEmpty
        vendoredGrade = report?.vendoredGrade?.rawValue
        wheelFindings = (report?.findings ?? []).filter {
            // That the tags do not hold stands in a place of its own.
            $0.member == nil && $0.name != .untruthfulTag
        }.map(Finding.init)
        let byMember = Dictionary(grouping: report?.findings ?? [], by: \.member)
        let files = report?.files ?? []
        members = files.prefix(Self.mostMembers).map { file in
            Member(file, findings: byMember[file.path] ?? [])
        }
        moreMembers = max(0, files.count - Self.mostMembers).unlessZero
    }
}

extension NativePage.Finding {
    init(_ finding: NativeFinding) {
        seen = finding.message.sentence
        toDo = finding.advice?.sentence
        tone = finding.isBlocking ? "bad" : "warn"
    }
}

extension NativePage.Member {
    init(_ file: NativeFileReport, findings: [NativeFinding]) {
        memberPath = file.path
        memberSize = ByteCount.text(file.size)
        origin = file.origin == .vendored ? "others’ library" : file.role.rawValue
        memberGrade = file.grade?.rawValue ?? "–"
        memberGradeClass = file.grade?.rawValue.lowercased() ?? ""
        memberLanguages =
            file.languages.isEmpty
            ? "not told" : file.languages.map(LanguageName.shown).joined(separator: ", ")
        memberCoverage = "\(file.coverage.decidable) of \(file.coverage.applicable)"
        passed = file.checks.filter { $0.outcome == .pass }.map { CheckName($0.check).full }
        protections = file.controlFlow.joined(separator: ", ").unlessEmpty
        self.findings = findings.map(NativePage.Finding.init)
        hasFindings = !findings.isEmpty
        failure = file.error
    }
}

extension String {
    /// The words as a sentence: with a capital and a full stop.
    fileprivate var sentence: String {
        prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
    }
}
