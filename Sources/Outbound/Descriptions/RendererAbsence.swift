import Synchronization

/// What was missing, and until when that is believed.
///
/// Starting Python only to hear that the library is missing takes longer than an upload. One
/// renderer remembers it once for all its processes: what one lacks, the others lack as well.
final class RendererAbsence: Sendable {
    private let time: Duration
    private let found = Mutex<(reason: RendererMissing, until: ContinuousClock.Instant)?>(nil)

    /// One that believes for so long what it was told.
    init(for time: Duration) {
        self.time = time
    }

    /// - Throws: What was missing, while that is believed.
    func check() throws {
        let missing = found.withLock { $0 }
        if let missing, .now < missing.until { throw missing.reason }
    }

    func note(_ reason: RendererMissing) {
        found.withLock { $0 = (reason, .now + time) }
    }

    func forget() {
        found.withLock { $0 = nil }
    }
}
