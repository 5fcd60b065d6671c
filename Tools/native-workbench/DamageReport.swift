import CheeseboardTesting
import NativeInspection

/// What came of damaged copies of a file: each was inspected or refused, or the program is dead.
struct DamageReport: Encodable {
    private(set) var truncations = 0
    private(set) var mutations = 0
    /// How many were no native file of any kind any more, or a broken one.
    private(set) var refused = 0
    /// The longest that one copy took.
    private(set) var slowestMilliseconds = 0.0

    /// Cuts the file off at every byte, then changes it in seeded ways.
    init(file: [UInt8], mutations: Int) throws {
        for count in file.indices {
            try inspect(Array(file.prefix(count)))
            truncations += 1
        }
        var random = SeededRandom(seed: UInt64(file.count))
        for _ in 0..<mutations {
            try inspect(random.mutate(file))
            self.mutations += 1
        }
    }

    /// Cuts the file off at seeded places: every other one among its headers, the rest anywhere.
    init(file: [UInt8], truncations: Int) throws {
        var random = SeededRandom(seed: UInt64(file.count))
        for number in 0..<truncations {
            let end = number.isMultiple(of: 2) ? min(file.count, Self.headerBytes) : file.count
            let count = Int.random(in: 0..<max(end, 1), using: &random)
            try inspect(Array(file.prefix(count)))
            self.truncations += 1
        }
    }

    /// Where the headers of most files end.
    private static let headerBytes = 4096

    /// Inspects a copy; anything else that is thrown than the one refusal ends the program.
    private mutating func inspect(_ bytes: [UInt8]) throws {
        let start = ContinuousClock.now
        do throws(NativeInspectionError) {
            let file = try NativeFile(MemoryNativeSource(bytes))
            for slice in file?.slices ?? [] {
                precondition(slice.range.upperBound <= bytes.count)
                for name in FactName.allCases { _ = slice.facts[name] }
            }
        } catch {
            guard case .invalid(let reason) = error, !reason.isEmpty else { throw error }
            refused += 1
        }
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        slowestMilliseconds = max(slowestMilliseconds, time)
    }

    var json: String { get throws { try NativeWorkbench.json(self) } }
}
