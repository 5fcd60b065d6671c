import Foundation

/// The wheels that a requirements file resolves to, downloaded by pip into a folder of its own.
///
/// pip resolves and downloads as it is set up on this machine, so that an audit looks at what an
/// installation here would install. Only wheels are taken unless sources are allowed: to learn what a
/// source distribution needs, pip runs its build backend.
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
                ["download", "--quiet", "--dest", folder, "--requirement", file]
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

    private static func pip(_ arguments: [String], hint: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-m", "pip"] + arguments
        process.standardOutput = FileHandle.standardError
        do {
            try process.run()
        } catch {
            throw CommandFailed("pip cannot be started: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailed(
                "pip could not download the requirements (it ended with "
                    + "\(process.terminationStatus)); `python3 -m pip` has to be there\(hint).")
        }
    }
}
