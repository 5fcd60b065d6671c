/// Random numbers that are the same on each run: SplitMix64.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The sequence of a seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next number of the sequence.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// As many random bytes as asked for.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }

    /// The bytes with one to four of them changed, removed, doubled or exchanged for a telling value.
    package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var mutant = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            guard !mutant.isEmpty else { return mutant }
            let index = Int.random(in: mutant.indices, using: &self)
            switch Int.random(in: 0..<6, using: &self) {
            case 0: mutant[index] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1: mutant[index] = UInt8.random(in: .min ... .max, using: &self)
            case 2: mutant[index] = [0x00, 0x7F, 0x80, 0xFF].randomElement(using: &self) ?? 0
            case 3: mutant.remove(at: index)
            case 4: mutant.insert(mutant[index], at: index)
            default:
                let end = min(mutant.count, index + Int.random(in: 1...8, using: &self))
                mutant.replaceSubrange(index..<end, with: repeatElement(0xFF, count: end - index))
            }
        }
        return mutant
    }
}
