import PackageIndex
import WebServer

/// Addresses of the search page: a query in the words of the address, changed in one place.
struct SearchAddress {
    let query: SearchQuery
    let prefix: String

    /// The address of a query.
    static func address(of query: SearchQuery, _ prefix: String) -> String {
        let fields = fields(of: query, withText: true)
        let path = Route.searchPage.path(prefix: prefix)
        guard !fields.isEmpty else { return path }
        return path + "?"
            + fields.map { "\($0.name)=\(PercentEncoding.field($0.value))" }
            .joined(separator: "&")
    }

    /// The fields of a query, in the names that the address has; the first page has none.
    static func fields(
        of query: SearchQuery, withText: Bool
    ) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        if withText, !query.text.isEmpty { fields.append(("q", query.text)) }
        if query.order != .relevance { fields.append(("o", query.order.rawValue)) }
        for facet in SearchFacet.allCases {
            let name = facet == .classifier ? "c" : facet.rawValue
            fields += (query.filters[facet] ?? []).map { (name, $0) }
        }
        if let days = query.days { fields.append(("days", "\(days)")) }
        if withText, query.page > 1 { fields.append(("page", "\(query.page)")) }
        return fields
    }

    /// The address on another page of the same results.
    func onPage(_ page: Int) -> String { changed { $0.page = page } }

    /// The address in another order.
    func ordered(by order: SearchQuery.Order) -> String {
        changed {
            $0.order = order
            $0.page = 1
        }
    }

    /// The address with a filter that was not there, or without one that was.
    func switching(_ facet: SearchFacet, _ value: String) -> String {
        changed { query in
            query.page = 1
            var values = query.filters[facet] ?? []
            if let place = values.firstIndex(of: value) {
                values.remove(at: place)
            } else {
                values.append(value)
            }
            query.filters[facet] = values.isEmpty ? nil : values
        }
    }

    /// The address for releases of so many days, or of any time.
    func within(_ days: Int?) -> String {
        changed {
            $0.days = days
            $0.page = 1
        }
    }

    /// The address without any filter.
    var unfiltered: String {
        changed {
            $0.filters = [:]
            $0.days = nil
            $0.page = 1
        }
    }

    private func changed(_ change: (inout SearchQuery) -> Void) -> String {
        var query = query
        change(&query)
        return Self.address(of: query, prefix)
    }
}
