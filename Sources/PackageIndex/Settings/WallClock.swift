import Foundation

/// Where the time of day comes from: the system, or a fixed one in tests.
package protocol WallClock: Sendable {
    /// The moment of the call.
    func now() -> Timestamp
}

/// The system's clock.
package struct SystemWallClock: WallClock {
    /// The system's clock; it needs no settings.
    package init() {}

    package func now() -> Timestamp {
        Timestamp(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }
}
