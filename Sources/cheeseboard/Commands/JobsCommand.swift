import ArgumentParser
import PackageIndex

/// Work that waits.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List and retry the work that waits.",
        subcommands: [List.self, Retry.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List jobs that are not done.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                let rows = try await index.jobs().map { job in
                    [
                        String(job.id), job.kind?.rawValue ?? "unknown", job.state.rawValue,
                        "\(job.attempts) tries", job.runAfter.iso8601Seconds, job.lastError ?? "",
                    ]
                }
                if !rows.isEmpty { Terminal.say(TextTable(rows).text) }
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a job due again, also one that was given up.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The job's number.") var id: Int64

        func run() async throws {
            try await options.withIndex { try await $0.retryJob(id) }
        }
    }
}
