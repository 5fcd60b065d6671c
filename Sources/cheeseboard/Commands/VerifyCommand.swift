import ArgumentParser
import PackageIndex

/// Checks the database against the blobs.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that nothing is missing, damaged or left over.",
        discussion: """
            Reads every stored byte back. Missing and damaged files are losses: bring them back \
            from a backup. Orphans are left-overs of interrupted uploads; the server removes them \
            a day later.
            """)

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await options.withIndex { index in
            let progress = ProgressBar()
            let result = try await index.verifyStorage { state in
                progress.show(state.blobs, of: max(state.files, state.blobs), "blobs")
            }
            progress.clear()
            for fault in result.faults { Terminal.say("\(fault)") }
            Terminal.say(
                "\(result.blobs) blobs, \(ByteCount.text(result.bytes)), "
                    + "\(result.faults.count) \(result.faults.count == 1 ? "fault" : "faults")")
            if !result.faults.isEmpty { throw AnswerIsNo() }
        }
    }
}
