import Archives

extension ArchiveLimits {
    /// The limits of an upload whose reading begins now and has so much time.
    static func upload(within time: Duration) -> ArchiveLimits {
        let end = SuspendingClock.now + time
        return ArchiveLimits(isOutOfTime: { SuspendingClock.now >= end })
    }
}
