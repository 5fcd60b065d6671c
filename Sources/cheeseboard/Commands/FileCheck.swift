import Archives
import Foundation
import PackageIndex

/// What the rules say of one file on disk.
struct FileCheck {
    let path: String
    let refusals: [Refusal]
    let warnings: [UploadWarning]

    init(path: String, settings: IndexSettings) throws {
        self.path = path
        let source: LocalFile
        do {
            source = try LocalFile(path)
        } catch {
            throw CommandFailed("\(path): \(error.localizedDescription)")
        }
        let examination = UploadExamination(
            filename: URL(fileURLWithPath: path).lastPathComponent, source: source,
            settings: settings, now: SystemWallClock().now())
        refusals = try examination.allRefusals()
        warnings = examination.warnings
    }

    var text: String {
        var lines = ["\(refusals.isEmpty ? "ok      " : "refused ") \(path.printable)"]
        for refusal in refusals {
            lines.append("  \(refusal.code.rawValue): \(refusal.message.printable)")
            lines.append("    \(refusal.help.printable)")
        }
        for warning in warnings {
            lines.append("  warning \(warning.code.rawValue): \(warning.message.printable)")
        }
        return lines.joined(separator: "\n")
    }

    static func json(_ checks: [FileCheck]) -> String {
        let files = checks.map { check in
            let refusals = check.refusals.map {
                #"{"code":\#(JSONText.quoted($0.code.rawValue)),"#
                    + #""message":\#(JSONText.quoted($0.message)),"#
                    + #""help":\#(JSONText.quoted($0.help))}"#
            }
            let warnings = check.warnings.map {
                #"{"code":\#(JSONText.quoted($0.code.rawValue)),"#
                    + #""message":\#(JSONText.quoted($0.message))}"#
            }
            return #"{"path":\#(JSONText.quoted(check.path)),"ok":\#(check.refusals.isEmpty),"#
                + #""refusals":[\#(refusals.joined(separator: ","))],"#
                + #""warnings":[\#(warnings.joined(separator: ","))]}"#
        }
        return #"{"schema":1,"files":[\#(files.joined(separator: ","))]}"#
    }
}
