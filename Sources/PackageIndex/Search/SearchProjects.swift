import Database
import Synchronization

extension ProjectSearch {
    /// Finds projects, and counts what they can be narrowed down by.
    ///
    /// Whoever may not see a private project gets, byte for byte and in the same time, what they
    /// would get without it: it is kept apart, and read only for its own people.
    ///
    /// - Throws: A refusal where the client's network searches too often.
    package func search(
        _ query: SearchQuery, for principal: Principal?, from client: ClientTrace,
        isCounted: Bool = true
    ) async throws -> SearchAnswer {
        try pace?.take(client.rateKey, at: index.clock.now())
        let own = try await index.privateProjects(of: principal)
        let now = index.clock.now()
        let answer = try await read { connection in
            let state = try SearchState.read(connection)
            let confidential = try ConfidentialDocument.read(own, connection)
            let filter = try SearchFilter(query, at: now, connection)
            let finding = SearchFinding(
                SearchText(query.text), filter, confidential, connection)
            let limit = SearchQuery.mostResults
            let all = try finding.results(limit: limit + 1)
            let found = try SearchResultQueries.sort(
                Array(all.prefix(limit)), by: query.order, confidential, connection)
            let first = (query.page - 1) * SearchQuery.pageSize
            let ids = Array(found.dropFirst(first).prefix(SearchQuery.pageSize))
            let counts: (facets: [SearchFacetCount], stretches: [SearchStretchCount]) =
                isCounted
                ? try SearchResultQueries.counts(
                    found, within: query.days, confidential, at: now, connection)
                : (facets: [], stretches: [])
            return SearchAnswer(
                query: query, hits: try SearchResultQueries.hits(ids, confidential, connection),
                total: found.count, isCapped: all.count > limit, facets: counts.facets,
                stretches: counts.stretches, isComplete: state?.isComplete ?? false)
        }
        guard let answer else {
            return SearchAnswer(
                query: query, hits: [], total: 0, isCapped: false, facets: [], stretches: [],
                isComplete: false)
        }
        return answer.showing(try await index.stillShown(answer.hits))
    }

    /// The names that go best with what was typed so far.
    ///
    /// - Throws: A refusal where the client's network searches too often.
    package func suggestions(
        _ text: String, for principal: Principal?, from client: ClientTrace, limit: Int = 10
    ) async throws -> [SearchHit] {
        try pace?.take(client.rateKey, at: index.clock.now())
        let query = try SearchQuery(text)
        let own = try await index.privateProjects(of: principal)
        let now = index.clock.now()
        let hits = try await read { connection in
            let confidential = try ConfidentialDocument.read(own, connection)
            let filter = try SearchFilter(query, at: now, connection)
            let ids = try SearchFinding(
                SearchText(text), filter, confidential, connection
            ).names(limit: limit)
            return try SearchResultQueries.hits(ids, confidential, connection)
        }
        return try await index.stillShown(hits ?? [])
    }

    /// Reads the file; nil where there is none yet.
    ///
    /// A file that was put in the place of another one while this began is asked again. One that is
    /// found damaged is made anew; until then it finds nothing.
    private func read<T: Sendable>(
        _ body: @Sendable @escaping (any SQLConnection) throws -> T
    ) async throws -> T? {
        for isLast in [false, true] {
            let (file, isDamaged) = current.withLock { ($0.file, $0.isDamaged) }
            guard let file, !isDamaged else { return nil }
            do {
                return try await file.driver.read(body)
            } catch let error as DatabaseError where error.kind == .unavailable && !isLast {
                continue
            } catch let error as DatabaseError where error.isDamage {
                noteDamage(error)
                return nil
            }
        }
        return nil
    }
}

extension SearchAnswer {
    /// The same answer with other results on its page.
    func showing(_ hits: [SearchHit]) -> SearchAnswer {
        SearchAnswer(
            query: query, hits: hits, total: total, isCapped: isCapped, facets: facets,
            stretches: stretches, isComplete: isComplete)
    }
}

extension Index {
    /// The private projects that search may tell this caller of, by their rows' numbers.
    func privateProjects(of principal: Principal?) async throws -> [Int64] {
        guard let user = principal?.privateReader(at: clock.now()) else { return [] }
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT projects.id FROM roles JOIN projects ON projects.id = roles.project_id
                WHERE roles.user_id = $1 AND projects.visibility <> 'public'
                  AND projects.deleted_at IS NULL AND projects.status <> 'quarantined'
                """, user
            ).map { try $0.get("id") }
        }
    }

    /// The results without those that were hidden or deleted since search last looked at the journal.
    func stillShown(_ hits: [SearchHit]) async throws -> [SearchHit] {
        let names = hits.filter { $0.isHeld && !$0.isPrivate }.map(\.normalizedName)
        guard !names.isEmpty else { return hits }
        let places = (1...names.count).map { "$\($0)" }.joined(separator: ", ")
        let shown: Set<String> = try await database.read { connection in
            var shown: Set<String> = []
            try connection.forEachRow(
                """
                SELECT normalized_name FROM projects WHERE normalized_name IN (\(places))
                  AND visibility = 'public' AND status <> 'quarantined' AND deleted_at IS NULL
                """, arguments: names.map { .text($0) }
            ) { shown.insert(try $0.get("normalized_name")) }
            return shown
        }
        return hits.filter { !$0.isHeld || $0.isPrivate || shown.contains($0.normalizedName) }
    }
}
