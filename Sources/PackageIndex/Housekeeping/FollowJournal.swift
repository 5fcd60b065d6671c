import Logging

/// Tells others that the index has changed, also when a command in another process changed it.
package struct JournalFollower: Sendable {
    private let index: Index
    private let pause: Duration

    /// A follower that looks after each pause.
    package init(_ index: Index, pause: Duration = .milliseconds(250)) {
        self.index = index
        self.pause = pause
    }

    /// Hands over the changes since `serial` as they come, until cancelled: the projects whose pages
    /// tell of them.
    ///
    /// Where so many came at once that they cannot be told one by one, `nil` stands for all.
    package func run(
        from serial: Int64,
        _ changed: @Sendable (_ projects: Set<String>?, _ serial: Int64) -> Void
    ) async {
        var serial = serial
        while !Task.isCancelled {
            do {
                let entries = try await index.journal(after: serial, limit: 1_000)
                if let last = entries.last {
                    let touched =
                        entries.count < 1_000 ? try await index.projectsTouched(by: entries) : nil
                    serial = last.serial
                    changed(touched, serial)
                    continue
                }
            } catch {
                index.logger.debug("the journal cannot be read just now: \(error)")
            }
            try? await Task.sleep(for: pause)
        }
    }
}
