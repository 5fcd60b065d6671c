import ArgumentParser
import Foundation
import Outbound

/// What descriptions are rendered with.
struct DescriptionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "descriptions",
        abstract: "See and install what descriptions are rendered with.",
        subcommands: [Show.self, Install.self, RenderDescriptionCommand.self],
        defaultSubcommand: Show.self)

    /// Asks a renderer what it is.
    static func identity(of python: String) async throws -> RendererIdentity {
        let renderer = DescriptionRenderer(python: python)
        do {
            let identity = try await renderer.identity()
            await renderer.close()
            return identity
        } catch {
            await renderer.close()
            throw error
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what descriptions are rendered with.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let python = try options.settings().python(folder: options.folder)
            do {
                let identity = try await DescriptionsCommand.identity(of: python)
                Terminal.say(
                    "\(identity.renderer), by \(python)"
                        + (identity.isIsolated ? "" : ", not kept from the network")
                        + (identity.hasMarkdown ? "" : ", without Markdown"))
            } catch let missing as RendererMissing {
                Terminal.complain("cheeseboard: \(missing)")
                throw AnswerIsNo()
            }
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Install readme_renderer into a Python environment of the index's own.",
            discussion: """
                Does nothing where descriptions can be rendered already. It needs python3 with its \
                venv module, and the package index that pip is set up for.
                """)

        @OptionGroup var options: DataOptions

        @Flag(help: "Install the newest version even where one is there.")
        var upgrade = false

        func run() async throws {
            let python = try options.settings().python(folder: options.folder)
            if !upgrade, let identity = try? await DescriptionsCommand.identity(of: python),
                identity.hasMarkdown
            {
                Terminal.say(identity.renderer)
                return
            }
            let target = ServeSettings.rendererFolder(options.folder)
            try FileManager.default.createDirectory(
                atPath: options.folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
            for words in [
                ["python3", "-m", "venv", target],
                [
                    "\(target)/bin/python", "-m", "pip", "install", "--quiet", "--upgrade",
                    "--disable-pip-version-check", "readme_renderer[md]",
                ],
            ] {
                guard try await Self.run(words) else {
                    throw CommandFailed(
                        "'\(words.joined(separator: " "))' failed. Until it succeeds, descriptions "
                            + "are shown as plain text.")
                }
            }
            let identity = try await DescriptionsCommand.identity(
                of: URL(fileURLWithPath: "\(target)/bin/python").path)
            Terminal.say(identity.renderer)
        }

        /// Runs a program; its output goes to standard error.
        private static func run(_ words: [String]) async throws -> Bool {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = words
            process.standardOutput = FileHandle.standardError
            return try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { ended in
                    continuation.resume(returning: ended.terminationStatus == 0)
                }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
