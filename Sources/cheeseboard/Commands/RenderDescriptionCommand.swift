import ArgumentParser
import Foundation
import Outbound
import PackageIndex

/// Shows what a page would show of a description.
struct RenderDescriptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Render a description as a page would show it.")

    @OptionGroup var options: DataOptions

    @Option(help: "Its Description-Content-Type; reStructuredText if none is named.")
    var type: String?

    @Argument(help: "The file with the description.")
    var file: String

    func run() async throws {
        let settings = try options.settings()
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)),
            let text = String(validating: data, as: UTF8.self)
        else { throw CommandFailed("\(file) cannot be read as UTF-8 text.") }
        let renderer = DescriptionRenderer(python: settings.python(folder: options.folder))
        let outcome: DescriptionOutcome
        do {
            outcome = try await DescriptionOutcome(of: text, contentType: type, by: renderer)
            await renderer.close()
        } catch {
            await renderer.close()
            throw CommandFailed("\(error)")
        }
        guard let html = outcome.html else {
            Terminal.complain("cheeseboard: \(outcome.problem ?? "the description is empty")")
            throw AnswerIsNo()
        }
        Terminal.say(try SafeHTML(checking: html).text(images: settings.index.descriptionImages))
    }
}
