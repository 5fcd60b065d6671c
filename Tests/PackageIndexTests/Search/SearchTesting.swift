import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging

/// A search over a test's own index.
struct SearchTesting {
    let test: TestIndex
    let search: ProjectSearch

    /// Runs a test with an index and a search over it.
    static func with(
        _ driver: TestDriver = .sqlite, settings: IndexSettings = IndexSettings(),
        _ body: (SearchTesting) async throws -> Void
    ) async throws {
        try await TestIndex.with(driver, settings: settings) { test in
            let search = ProjectSearch(test.index, folder: test.folder.path + "/search")
            try await body(SearchTesting(test: test, search: search))
            await search.close()
        }
    }

    /// Publishes a wheel with a summary and further fields of METADATA.
    func publish(
        _ name: String, _ version: String = "1.0", summary: String? = nil,
        python: String? = nil, fields: [(String, String)] = [], description: String? = nil,
        by user: User? = nil
    ) async throws {
        var wheel = WheelBuilder(name: name, version: version)
        wheel.metadata.summary = summary
        wheel.metadata.requiresPython = python
        wheel.metadata.fields = fields.map { (name: $0.0, value: $0.1) }
        wheel.metadata.description = description
        try await test.publish(wheel.make(), by: user.map { Principal(user: $0) })
    }

    /// Loads a catalogue of these lines.
    @discardableResult
    func load(_ lines: [String]) async throws -> CatalogueReport {
        var rest: [UInt8]? = Array((lines.joined(separator: "\n") + "\n").utf8)
        return try await test.index.loadCatalogue {
            defer { rest = nil }
            return rest
        }
    }

    /// Makes a project private.
    func hide(_ name: String) async throws {
        try await test.index.changeVisibility(
            of: try ProjectName(name), to: .private, by: .machineOwner)
    }

    /// Everything that an answer says.
    func answer(
        _ text: String, filters: [SearchFacet: [String]] = [:], days: Int? = nil,
        order: SearchQuery.Order = .relevance, page: Int = 1, for principal: Principal? = nil
    ) async throws -> SearchAnswer {
        try await search.refresh()
        return try await search.search(
            SearchQuery(text, filters: filters, days: days, order: order, page: page),
            for: principal, from: .local)
    }

    /// The names that a query finds, best first.
    func names(
        _ text: String, filters: [SearchFacet: [String]] = [:], days: Int? = nil,
        order: SearchQuery.Order = .relevance, for principal: Principal? = nil
    ) async throws -> [String] {
        try await answer(text, filters: filters, days: days, order: order, for: principal)
            .hits.map(\.name)
    }

    /// A line of a catalogue.
    static func line(_ name: String, _ summary: String = "", rank: Int? = nil) -> String {
        #"{"name":"\#(name)","version":"1.0","summary":"\#(summary)","rank":\#(rank.map(String.init) ?? "null")}"#
    }
}
