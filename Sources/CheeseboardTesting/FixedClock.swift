package import PackageIndex
import Synchronization

/// A clock that stands still until a test moves it.
package final class FixedClock: WallClock {
    private let moment: Mutex<Timestamp>

    /// A clock that shows noon of 1 June 2026, or another moment.
    ///
    /// Blobs are dated by the file system: what compares their age with the clock has to start at
    /// the system's time.
    package init(_ start: Timestamp = Timestamp(seconds: 1_780_315_200)) {
        moment = Mutex(start)
    }

    /// A clock that begins at the system's time.
    package static func atSystemTime() -> FixedClock { FixedClock(SystemWallClock().now()) }

    package func now() -> Timestamp { moment.withLock(\.self) }

    /// Moves the clock forward.
    package func advance(by duration: Duration) {
        moment.withLock { $0 = $0 + duration }
    }
}
