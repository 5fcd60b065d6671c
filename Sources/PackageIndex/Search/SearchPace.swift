import Synchronization

/// How often one network may search: so many times a second, and a few times more at once.
///
/// Each server counts for itself, in memory: counting in the database would cost more than a search.
/// What there is no room to remember has its tries anew.
final class SearchPace: Sendable {
    private struct Purse {
        var tries: Double
        var at: Timestamp
    }

    private let perSecond: Double
    private let purses: Mutex<BoundedCache<String, Purse>>

    /// Whoever types fast asks this many seconds' worth at once.
    private static let secondsAtOnce = 4.0
    private static let mostCallers = 20_000

    init(perSecond: Int) {
        self.perSecond = Double(perSecond)
        purses = Mutex(BoundedCache(capacity: Self.mostCallers))
    }

    /// Takes one of a caller's tries, or refuses.
    func take(_ caller: String, at now: Timestamp) throws(Refusal) {
        let most = perSecond * Self.secondsAtOnce
        let isAllowed = purses.withLock { purses in
            var purse = purses.value(for: caller) ?? Purse(tries: most, at: now)
            let passed = Double(max(0, now.microseconds - purse.at.microseconds)) / 1_000_000
            purse.tries = min(most, purse.tries + passed * perSecond)
            purse.at = now
            let isAllowed = purse.tries >= 1
            if isAllowed { purse.tries -= 1 }
            purses.keep(purse, for: caller)
            return isAllowed
        }
        guard isAllowed else {
            throw Refusal(
                .tooManyTries, "Too many searches came from your network just now.",
                help: "Search again in a second.", retryAfter: 1)
        }
    }
}
