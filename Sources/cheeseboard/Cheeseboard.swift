import ArgumentParser
import BlobStorage
import PackageIndex

/// The program: one command line in, one exit code out.
@main
struct Cheeseboard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cheeseboard",
        abstract: "A Python package index that anyone can run.",
        discussion: """
            Start with `cheeseboard serve`: it makes its folder, prints a link for the first \
            administrator and serves pip, uv and twine.

            Every command works on the same folder, also while the server runs. Exit codes: \
            0 done, 1 the answer is no, 2 could not.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, UserCommand.self, TokenCommand.self, ProjectCommand.self,
            NameCommand.self, CheckCommand.self, AuditCommand.self, ImportCommand.self,
            VerifyCommand.self, BackupCommand.self, RestoreCommand.self, JobsCommand.self,
            MailCommand.self, DescriptionsCommand.self, CatalogCommand.self, ConformCommand.self,
        ])

    static func main() async {
        CreatedFiles.keepFromOthers()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            Terminal.complain("cheeseboard: \(refusal.message)\n\(refusal.help)")
            exit(withError: ExitCode(1))
        } catch is AnswerIsNo {
            exit(withError: ExitCode(1))
        } catch  where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            let isUsage = exitCode(for: error) == .validationFailure
            Terminal.complain(isUsage ? fullMessage(for: error) : "cheeseboard: \(error)")
            exit(withError: ExitCode(2))
        }
    }
}
