import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Typing errors` {
    private enum Kind: CaseIterable {
        case missing, doubled, swapped, wrong
    }

    @Test func `in names of a catalogue leave nineteen of twenty among the first five`()
        async throws
    {
        try await SearchTesting.with { testing in
            var random = SeededRandom(seed: 4)
            let names = Self.names(3_000, &random)
            try await testing.load(
                names.enumerated().map { number, name in
                    SearchTesting.line(name, rank: number < 300 ? number + 1 : nil)
                })
            try await testing.search.refresh()
            for kind in Kind.allCases {
                var found = 0
                let sample = (0..<60).compactMap { _ in names.randomElement(using: &random) }
                for name in sample {
                    let typed = Self.spoil(name, kind, &random)
                    let hits = try await testing.search.search(
                        SearchQuery(typed), for: nil, from: .local
                    ).hits
                    if hits.prefix(5).contains(where: { $0.name == name }) { found += 1 }
                }
                #expect(found * 20 >= sample.count * 19, "\(kind): \(found) of \(sample.count)")
            }
            for name in names.prefix(200) {
                let hits = try await testing.search.search(
                    SearchQuery(name), for: nil, from: .local
                ).hits
                #expect(hits.first?.name == name)
            }
        }
    }

    /// Names of five letters and more, some with a separator.
    private static func names(_ count: Int, _ random: inout SeededRandom) -> [String] {
        let parts = ["ba", "ke", "ri", "to", "lu", "men", "sa", "der", "py", "fo", "gra", "nix"]
        var names: Set<String> = []
        while names.count < count {
            var name = ""
            for place in 0..<Int.random(in: 3...6, using: &random) {
                if place > 1, Int.random(in: 0..<5, using: &random) == 0 { name += "-" }
                name += parts.randomElement(using: &random) ?? ""
            }
            names.insert(name)
        }
        return names.sorted()
    }

    private static func spoil(
        _ name: String, _ kind: Kind, _ random: inout SeededRandom
    ) -> String {
        var letters = Array(name)
        let places = letters.indices.dropLast().filter {
            letters[$0] != "-" && letters[$0 + 1] != "-" && letters[$0] != letters[$0 + 1]
        }
        let place = places.randomElement(using: &random) ?? 0
        switch kind {
        case .missing: letters.remove(at: place)
        case .doubled: letters.insert(letters[place], at: place)
        case .swapped: letters.swapAt(place, place + 1)
        case .wrong:
            let others = "abcdefghijklmnopqrstuvwxyz".filter { $0 != letters[place] }
            letters[place] = others.randomElement(using: &random) ?? "q"
        }
        return String(letters)
    }
}
