import ArgumentParser
import Foundation
import PackageIndex

/// Says what an upload would say, without uploading.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what an upload would say, without uploading.",
        discussion: """
            Every rule about a file and its content is checked; rules about what an index holds \
            already are not, since no index is asked. Limits, profile and what is asked of native \
            code are those of the settings, in DIR/cheeseboard.yaml and the environment.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "Wheels and source distributions.") var files: [String]
    @OptionGroup var options: DataOptions
    @Option(help: "Whose rules: private or pypi; as the settings say if not given.")
    var profile: Profile?
    @Option(help: "How to print: text or json.") var format: Format = .text

    func run() async throws {
        guard !files.isEmpty else { throw CommandFailed("name at least one file.") }
        var settings = try options.settings().index
        if let profile { settings.profile = profile }
        let checks = try files.map { try FileCheck(path: $0, settings: settings) }
        switch format {
        case .text: Terminal.say(checks.map(\.text).joined(separator: "\n"))
        case .json: Terminal.say(FileCheck.json(checks))
        }
        if checks.contains(where: { !$0.refusals.isEmpty }) { throw AnswerIsNo() }
    }
}

extension Profile: ExpressibleByArgument {}
