import Foundation
import PackageIndex

/// Colours for a person at a terminal; plain text for everybody else.
///
/// Every text is made `printable`: most come from files of strangers.
struct Ink {
    let isOn: Bool

    /// Coloured where standard output is a terminal, unless `NO_COLOR` asks for plain text.
    static var forStandardOutput: Ink {
        let asksForPlain = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        return Ink(isOn: isatty(FileHandle.standardOutput.fileDescriptor) == 1 && !asksForPlain)
    }

    func plain(_ text: String) -> String { text.printable }
    func bold(_ text: String) -> String { wrapped(text, "1") }
    func faint(_ text: String) -> String { wrapped(text, "2") }
    func good(_ text: String) -> String { wrapped(text, "32") }
    func doubtful(_ text: String) -> String { wrapped(text, "33") }
    func bad(_ text: String) -> String { wrapped(text, "31") }

    /// A grade's letter, or a dash, in its colour.
    func grade(_ grade: Grade?) -> String {
        guard let grade else { return faint("–") }
        switch grade {
        case .a, .b: return good(grade.rawValue)
        case .c: return doubtful(grade.rawValue)
        case .d, .f: return bad(grade.rawValue)
        }
    }

    /// A mark for how a check ended.
    func mark(_ outcome: CheckResult.Outcome) -> String {
        switch outcome {
        case .pass: good("✔")
        case .partial: doubtful("◐")
        case .fail, .blocking: bad("✘")
        case .undecidable: faint("?")
        case .notApplicable: faint("·")
        }
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text.printable)\u{1B}[0m" : text.printable
    }
}
