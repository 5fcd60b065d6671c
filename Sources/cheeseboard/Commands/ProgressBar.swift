import Foundation
import Synchronization

/// A line on the terminal that says how far something is; nothing where nobody looks.
final class ProgressBar: Sendable {
    private static let width = 30
    private let isVisible = Terminal.isInteractive
    private let shown = Mutex(-1)

    func show(_ done: Int, of total: Int, _ name: String) {
        guard isVisible, total > 0 else { return }
        let step = done * 200 / total
        let isNew = shown.withLock { shown in
            guard shown != step else { return false }
            shown = step
            return true
        }
        guard isNew else { return }
        let filled = done * Self.width / total
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.width - filled)
        write("\r\u{1B}[K\(bar) \(done)/\(total) \(name.printable.prefix(40))")
    }

    /// Says what is done where nobody knows how far it is.
    func show(_ text: String) {
        if isVisible { write("\r\u{1B}[K\(text.printable.prefix(70))") }
    }

    func clear() {
        if isVisible { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
