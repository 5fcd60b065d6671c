import ArgumentParser
import PackageIndex

/// Says what native code is inside wheels, folders, environments and files.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Say what native code is inside: its language, protections and labels.",
        discussion: """
            Looks into wheels, source distributions, folders, installed environments and bare \
            shared objects, of Linux, macOS and Windows alike, without running or unpacking \
            anything: of requirements only wheels are downloaded, unless --allow-sdists lets pip \
            run what builds the others. docs/NATIVE.md says what each check means and what cannot \
            be told from bytes.

              cheeseboard audit numpy-2.5.5-cp312-cp312-manylinux_2_28_x86_64.whl
              cheeseboard audit --environment .venv --fail-under C
              cheeseboard audit -r requirements.txt --format sarif

            Exit codes: 0 done, 1 a grade or finding that the options refuse, 2 something could \
            not be read.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif, cyclonedx
    }

    @Argument(help: "Wheels, source distributions, shared objects, programs, folders of these.")
    var paths: [String] = []

    @Option(help: "An installed environment: a virtual environment or a folder of packages.")
    var environment: [String] = []

    @Option(
        name: [.customShort("r"), .customLong("requirement")],
        help: "A requirements file; pip downloads the wheels that it resolves to.")
    var requirements: [String] = []

    @Flag(
        help: """
            Also take source distributions for requirements that have no wheel. To learn what they \
            need, pip runs their build backends, which is code of theirs.
            """)
    var allowSdists = false

    @Option(help: "The simple index that requirements come from; pip's own if not said.")
    var indexURL: String?

    @Option(
        help: """
            How to print: text, json, sarif, or cyclonedx (an SBOM of each wheel and bare file, one \
            a line).
            """)
    var format: Format = .text

    @Flag(help: "Tell every file, also of many wheels.")
    var details = false

    @Option(help: "Exit with 1 where a wheel or file has a lower grade than this.")
    var failUnder: Grade?

    @Option(help: "A YAML file with fail-under, refuse and allow, as docs/NATIVE.md says.")
    var policy: String?

    @Flag(help: "Inspect the index's own wheels again whose reports are by older rules.")
    var stored = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        if stored {
            let count = try await options.withIndex { try await $0.inspectOutdatedFiles() }
            Terminal.say("\(count.counted("file")) to be inspected by the running server")
            if paths.isEmpty, environment.isEmpty, requirements.isEmpty { return }
        }
        guard !paths.isEmpty || !environment.isEmpty || !requirements.isEmpty else {
            throw CommandFailed(
                "name something to look at: a wheel, a folder, --environment, -r or --stored.")
        }
        let policy = try AuditPolicy(failUnder: failUnder, file: policy)
        let downloads = try requirements.map {
            try RequirementsDownload(file: $0, indexURL: indexURL, allowsSources: allowSdists)
        }
        defer { downloads.forEach { $0.remove() } }
        let folders = downloads.map(\.folder)
        let targets =
            AuditTarget.all(paths, by: AuditTarget.found(at:))
            + AuditTarget.all(environment, by: AuditTarget.installed(in:))
            + AuditTarget.all(folders, by: AuditTarget.found(at:))

        let report = await AuditRun(targets: targets, temporaryFolders: folders).report()
        let text = try printed(report)
        if !text.isEmpty { Terminal.say(text) }
        let violations = policy.violations(in: report)
        for violation in violations {
            Terminal.complain("refused: \(violation.printable)")
        }
        if report.summary.errors > 0 {
            throw CommandFailed("\(report.summary.errors.counted("file")) could not be read.")
        }
        if !violations.isEmpty { throw AnswerIsNo() }
    }

    private func printed(_ report: AuditReport) throws -> String {
        switch format {
        case .text: AuditText(report: report, ink: .forStandardOutput, isDetailed: details).text
        case .json: String(decoding: try report.encoded(), as: UTF8.self)
        case .sarif: try SARIFReport(report).encoded()
        case .cyclonedx:
            try bills(of: report).map {
                String(decoding: try $0.encoded(pretty: false), as: UTF8.self)
            }.joined(separator: "\n")
        }
    }

    private func bills(of report: AuditReport) -> [CycloneDXDocument] {
        report.wheels.map { CycloneDXDocument($0) } + report.files.map { CycloneDXDocument($0) }
    }
}

extension Grade: ExpressibleByArgument {}
