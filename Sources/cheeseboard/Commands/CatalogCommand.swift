import ArgumentParser
import Foundation
import PackageIndex

/// The catalogue of another index, which search knows besides what is held here.
struct CatalogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "Let search find projects that are not held here.",
        subcommands: [Load.self, Show.self, Clear.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load a catalogue in the place of the one there is.",
            discussion: """
                Each line is a JSON object with `name`, and where known `version`, `summary` and \
                `rank` (1 is the most used). A line that cannot be used is told and passed over. The \
                old catalogue answers until the new one is whole.
                """)

        @OptionGroup var options: DataOptions
        @Argument(help: "A file of JSON Lines, or - for standard input.") var file: String

        func run() async throws {
            let input = try open()
            try await options.withIndex { index in
                let progress = ProgressBar()
                let total = input.total
                let report = try await index.loadCatalogue(
                    progress: { progress.show($0 >> 10, of: total >> 10, "KiB") },
                    {
                        let data = try input.handle.read(upToCount: 1 << 20) ?? Data()
                        return data.isEmpty ? nil : [UInt8](data)
                    })
                progress.clear()
                for line in report.badLines {
                    Terminal.complain("line \(line.number): \(line.reason)")
                }
                let untold = report.badLineCount - report.badLines.count
                if untold > 0 { Terminal.complain("and \(untold) more such lines") }
                Terminal.say(
                    "\(report.entries) projects loaded, \(report.badLineCount) lines passed over")
                if report.badLineCount > 0 { throw AnswerIsNo() }
            }
        }

        private func open() throws -> (handle: FileHandle, total: Int) {
            guard file != "-" else { return (.standardInput, 0) }
            do {
                let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
                let total = try handle.seekToEnd()
                try handle.seek(toOffset: 0)
                return (handle, Int(total))
            } catch {
                throw CommandFailed("\(file) cannot be read: \(error.localizedDescription)")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which catalogue there is.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                guard let catalogue = try await index.catalogue() else {
                    Terminal.say("no catalogue")
                    return
                }
                Terminal.say(
                    "\(catalogue.entries) projects, loaded \(catalogue.loadedAt.iso8601Seconds), "
                        + "sha256 \(catalogue.sha256)")
            }
        }
    }

    struct Clear: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget the catalogue: search finds only what is held here.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            try await options.withIndex { index in
                Terminal.say(
                    try await index.clearCatalogue() ? "catalogue cleared" : "no catalogue")
            }
        }
    }
}
