import Foundation

/// The wheels that a requirements file resolves to, downloaded by pip into a folder of its own.
///
/// pip resolves and downloads as it is set up on this machine, so that an audit looks at what an
/// installation here would install. What it says is shown in one line, where somebody looks. Only
/// wheels are taken unless sources are allowed: to learn what a source distribution needs, pip runs
/// its build backend.
struct RequirementsDownload {
    let folder: String

    init(file: String, indexURL: String?, allowsSources: Bool) throws {
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("cheeseboard-audit-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        do {
            try Self.pip(
                ["download", "--dest", folder, "--requirement", file]
                    + (Terminal.isInteractive ? [] : ["--quiet"])
                    + (allowsSources ? ["--prefer-binary"] : ["--only-binary", ":all:"])
                    + (indexURL.map { ["--index-url", $0] } ?? []),
                hint: allowsSources
                    ? "" : "; what has no wheel is only taken with --allow-sdists")
        } catch {
            remove()
            throw error
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Shows the newest line of what a program says, until it says no more.
    private static func showLines(of output: FileHandle) {
        let progress = ProgressBar()
        var data = output.availableData
        while !data.isEmpty {
            let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            if let newest = lines.last { progress.show(String(newest)) }
            data = output.availableData
        }
        progress.clear()
    }

    private static func pip(_ arguments: [String], hint: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-m", "pip", "--disable-pip-version-check"] + arguments
        let output = Pipe()
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw CommandFailed("pip cannot be started: \(error.localizedDescription)")
        }
        showLines(of: output.fileHandleForReading)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailed(
                "pip could not download the requirements (it ended with "
                    + "\(process.terminationStatus)); `python3 -m pip` has to be there\(hint).")
        }
    }
}
