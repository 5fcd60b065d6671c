/// A stretch of the order of normalised names.
struct NameStretch: Sendable {
    /// The least name that it may hold.
    let lower: String
    /// The least name that is beyond it.
    let upper: String

    /// Behind every name in the order of UTF-8 bytes, which both databases keep here.
    private static let end = "\u{10FFFF}"

    /// The stretch between two names; without a second one, all from the first on.
    init(from lower: String, to upper: String?) {
        self.lower = lower
        self.upper = upper ?? Self.end
    }

    /// Every name.
    static let all = NameStretch(from: "", to: nil)
}

/// Where the order of normalised names is cut into stretches, numbered from 0.
package struct NameCuts: Sendable, Equatable {
    private let names: [String]

    /// Cuts before each of these names, which must be in order; without any, one stretch is all.
    package init(before names: [String] = []) {
        self.names = names
    }

    /// How many stretches there are, at least one.
    package var stretchCount: Int { names.count + 1 }

    /// The number of the stretch that a name falls into.
    package func stretch(of name: String) -> Int {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if name.utf8.lexicographicallyPrecedes(names[middle].utf8) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    subscript(number: Int) -> NameStretch {
        NameStretch(
            from: number > 0 ? names[number - 1] : "",
            to: number < names.count ? names[number] : nil)
    }
}
