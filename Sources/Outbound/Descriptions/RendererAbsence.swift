import Synchronization

/// Why nothing can be rendered, and until when that is believed.
///
/// Starting Python only to hear that the library is missing takes longer than an upload, and waiting
/// for one that hangs much longer. One renderer remembers it once for all its processes: what one
/// lacks, the others lack as well.
final class RendererAbsence: Sendable {
    private let found = Mutex<(reason: any Error, until: ContinuousClock.Instant)?>(nil)

    /// - Throws: Why nothing can be rendered, while that is believed.
    func check() throws {
        let absent = found.withLock { $0 }
        if let absent, .now < absent.until { throw absent.reason }
    }

    func note(_ reason: any Error, for time: Duration) {
        found.withLock { $0 = (reason, .now + time) }
    }

    func forget() {
        found.withLock { $0 = nil }
    }
}
