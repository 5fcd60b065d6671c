import Database

/// One search in one search file: every step on one snapshot of it.
struct SearchFinding {
    let text: SearchText
    let queries: SearchQueries
    let confidential: [ConfidentialDocument]

    /// Fewer results than these are eked out with what fits less well.
    private static let few = 20

    init(
        _ text: SearchText, _ filter: SearchFilter, _ confidential: [ConfidentialDocument],
        _ connection: any SQLConnection
    ) {
        self.text = text
        self.confidential = confidential
        queries = SearchQueries(connection: connection, filter: filter)
    }

    /// The numbers of all results, best first, at most so many.
    func results(limit: Int) throws -> [Int64] {
        let shadowed = try queries.catalogueNumbers(of: confidential)
        let found = try allResults(limit: limit + shadowed.count)
        guard !shadowed.isEmpty else { return found }
        return Array(found.filter { !shadowed.contains($0) }.prefix(limit))
    }

    private func allResults(limit: Int) throws -> [Int64] {
        guard !queries.filter.isImpossible else { return [] }
        guard !text.isEmpty else {
            // A text without a single word asks for nothing; none at all asks for everything.
            guard text.written.isEmpty else { return [] }
            let own = confidentialCandidates(isNameKnown: false).map(\.candidate.id)
            return Array((own + (try queries.all(limit: limit))).prefix(limit))
        }
        var (candidates, isNameKnown) = try named()
        for result in confidentialCandidates(isNameKnown: isNameKnown) {
            candidates.add(result.candidate, cost: result.cost)
        }
        for found in try queries.matching(text.expression(lastIsPrefix: false)) {
            candidates.add(found, cost: SearchRanking.text(rank: found.rank))
        }
        let rest = try queries.allMatching(text.expression(lastIsPrefix: false), limit: limit)
        if candidates.count + rest.count < Self.few { try addWhatFitsLess(to: &candidates) }
        let best = candidates.ordered
        return Array((best + rest.filter { !candidates.contains($0) }).prefix(limit))
    }

    /// The best names alone, for completing what is being typed.
    func names(limit: Int) throws -> [Int64] {
        guard !text.isEmpty else { return [] }
        var (candidates, isNameKnown) = try named()
        for result in confidentialCandidates(isNameKnown: isNameKnown) {
            candidates.add(result.candidate, cost: result.cost)
        }
        let shadowed = try queries.catalogueNumbers(of: confidential)
        return Array(candidates.ordered.filter { !shadowed.contains($0) }.prefix(limit))
    }

    /// What fits by its name: exactly, by its beginning, with a typing error, or by all its words.
    private func named() throws -> (SearchCandidates, isNameKnown: Bool) {
        var candidates = SearchCandidates()
        var isNameKnown = false
        if let typed = text.squashed, typed.utf8.count <= 300 {
            for found in try queries.exact(typed) {
                isNameKnown = true
                candidates.add(
                    found,
                    cost: found.key == text.written
                        ? SearchRanking.exactName : SearchRanking.sameLetters)
            }
            let length = typed.utf8.count
            for found in try queries.prefixed(typed) where found.squashed != typed {
                candidates.add(
                    found,
                    cost: SearchRanking.prefix(
                        typed: length, name: found.squashed.utf8.count, rank: found.rank))
            }
            if (NameKey.shortestWithErrors...NameKey.longestWithErrors).contains(length) {
                let bytes = Array(typed.utf8)
                for found in try queries.similar(typed) where found.squashed != typed {
                    guard
                        let edit = NameKey.editCost(
                            typed: bytes, name: Array(found.squashed.utf8))
                    else { continue }
                    candidates.add(
                        found,
                        cost: SearchRanking.error(
                            edit, isNameKnown: isNameKnown, rank: found.rank))
                }
            }
        }
        let words = text.expression(lastIsPrefix: text.words.last.map { $0.count > 2 } ?? false)
        for found in try queries.matching("name : (\(words))") {
            candidates.add(found, cost: SearchRanking.nameWords(rank: found.rank))
        }
        return (candidates, isNameKnown)
    }

    private func addWhatFitsLess(to candidates: inout SearchCandidates) throws {
        if text.isLastOpen {
            for found in try queries.matching(text.expression(lastIsPrefix: true)) {
                candidates.add(found, cost: SearchRanking.text(rank: found.rank))
            }
        }
        if let typed = text.squashed, (3...100).contains(typed.utf8.count) {
            for found in try queries.pieces(typed) {
                candidates.add(found, cost: SearchRanking.piece(rank: found.rank))
            }
        }
    }

    private func confidentialCandidates(
        isNameKnown: Bool
    ) -> [(candidate: SearchCandidate, cost: Double)] {
        confidential.compactMap { document in
            let candidate = SearchCandidate(document)
            guard queries.filter.passes(candidate),
                let cost = document.cost(of: text, isNameKnown: isNameKnown)
            else { return nil }
            return (candidate, cost)
        }
    }
}
