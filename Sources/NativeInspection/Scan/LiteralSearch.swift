/// Finds many literals in one pass over bytes, looking at two of every few bytes.
///
/// Each literal has a window of `stride + 1` bytes; wherever the literal stands, exactly one of the
/// window's pairs of bytes stands at a multiple of `stride`. So it is enough to look up the pair at each
/// multiple, and to compare only where the pair belongs to a literal. The look-ups do not depend on each
/// other, which is what makes the search faster than one whose next step hangs on the last.
struct LiteralSearch: Sendable {
    /// A literal that was found.
    struct Match {
        /// Its place among the literals of the search.
        let literal: Int
        /// Where it begins.
        let start: Int
    }

    private struct Candidate {
        let literal: Int
        /// How far the pair stands behind the literal's beginning.
        let distance: Int
    }

    /// How far the looked-at pairs stand from each other.
    let stride: Int
    private let literals: [[UInt8]]
    /// For each pair of bytes, the list of candidates, of which the first is empty.
    private let lists: [UInt16]
    private let candidates: [[Candidate]]

    /// A search for literals, each of at least `stride + 1` bytes; shorter ones are not found.
    init(_ literals: [[UInt8]], stride: Int) {
        self.stride = stride
        self.literals = literals
        var lists = [UInt16](repeating: 0, count: 1 << 16)
        var candidates: [[Candidate]] = [[]]
        for (literal, bytes) in literals.enumerated() where bytes.count > stride {
            let window = Self.rarestWindow(of: bytes, pairs: stride)
            for distance in window..<window + stride {
                let pair = Int(bytes[distance]) << 8 | Int(bytes[distance + 1])
                if lists[pair] == 0 {
                    lists[pair] = UInt16(truncatingIfNeeded: candidates.count)
                    candidates.append([])
                }
                candidates[Int(lists[pair])].append(
                    Candidate(literal: literal, distance: distance))
            }
        }
        self.lists = lists
        self.candidates = candidates
    }

    /// The next literal that is found through a pair at `position`, `position + stride` … before `end`.
    ///
    /// `position` goes on to the pair behind. Of two literals at one pair the longer is told. Literals
    /// must lie wholly within `bytes`, which may begin before `position` and go on behind `end`.
    func next(in bytes: Span<UInt8>, from position: inout Int, to end: Int) -> Match? {
        let last = min(end, bytes.count - 1)
        guard position >= 0 else { return nil }
        let lists = lists.span
        while position < last {
            let pair = Int(bytes[position]) << 8 | Int(bytes[position + 1])
            let list = lists[pair]
            if list != 0, let match = match(in: bytes, at: position, list: Int(list)) {
                position += stride
                return match
            }
            position += stride
        }
        return nil
    }

    @inline(never)
    private func match(in bytes: Span<UInt8>, at position: Int, list: Int) -> Match? {
        var longest: Match?
        for candidate in candidates[list] {
            let start = position - candidate.distance
            guard start >= 0, isLiteral(candidate.literal, at: start, of: bytes) else { continue }
            if let longest, literals[longest.literal].count >= literals[candidate.literal].count {
                continue
            }
            longest = Match(literal: candidate.literal, start: start)
        }
        return longest
    }

    private func isLiteral(_ number: Int, at start: Int, of bytes: Span<UInt8>) -> Bool {
        let literal = literals[number]
        guard literal.count <= bytes.count - start else { return false }
        for index in 0..<literal.count where bytes[start + index] != literal[index] {
            return false
        }
        return true
    }

    /// Where the pairs begin that are the least common in programs.
    private static func rarestWindow(of literal: [UInt8], pairs: Int) -> Int {
        let costs = (0..<literal.count - 1).map { cost(of: literal[$0], literal[$0 + 1]) }
        let windows = 0...(costs.count - pairs)
        return windows.min {
            costs[$0..<$0 + pairs].reduce(0, +) < costs[$1..<$1 + pairs].reduce(0, +)
        } ?? 0
    }

    /// How common a pair is, roughly: zeros fill programs, and small letters fill their strings.
    private static func cost(of first: UInt8, _ second: UInt8) -> Int {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let zeros = (first == 0 ? 1 : 0) + (second == 0 ? 1 : 0)
        let small = (letters.contains(first) ? 1 : 0) + (letters.contains(second) ? 1 : 0)
        return 1 + 100 * zeros * zeros + 2 * small * small
    }
}
