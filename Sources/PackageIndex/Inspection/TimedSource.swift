import Archives
import NativeInspection

/// A native file that gives no more bytes once the time for its wheel is used up.
///
/// Whatever looks into a file reads it piece by piece, so that no file outlasts its wheel's time.
struct TimedSource: NativeSource {
    let source: any NativeSource
    let limits: ArchiveLimits

    var byteCount: Int { source.byteCount }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try limits.requireTime()
        return try source.read(at: offset, count: count)
    }
}

extension ArchiveLimits {
    /// Ends what looks into a wheel when its time is used up.
    func requireTime() throws(ArchiveError) {
        guard !isOutOfTime() else {
            throw .invalid(
                ArchiveInvalid(reason: .outOfTime, message: "the wheel takes too long to inspect"))
        }
    }
}
