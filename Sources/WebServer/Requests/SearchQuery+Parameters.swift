package import HummingbirdCore
package import PackageIndex

extension SearchQuery {
    /// The query in an address: `q`, `page`, `order`, `days`, and as often as wanted
    /// `classifier`, `license`, `python`, `native` and `language`; `o` and `c` stand for order
    /// and classifier, as on PyPI.
    ///
    /// Empty values are as good as none, unknown parameters are passed over.
    ///
    /// - Throws: A ``Refusal`` for a page or an order that there is not, and for a broken encoding.
    package init(_ uri: URI) throws {
        guard let fields = PercentEncoding.formFields((uri.query ?? "").utf8) else {
            throw Refusal(.queryInvalid, "The address has a query that cannot be read.")
        }
        var text = ""
        var filters: [SearchFacet: [String]] = [:]
        var days: Int?
        var order = Order.relevance
        var page = 1
        for (name, value) in fields where !value.isEmpty {
            switch name {
            case "q": text = value
            case "page": page = try Self.number(value, "page")
            case "days": days = try Self.number(value, "days")
            case "order", "o": order = try Self.order(value)
            case "c": filters[.classifier, default: []].append(value)
            default:
                guard let facet = SearchFacet(rawValue: name) else { continue }
                filters[facet, default: []].append(value)
            }
        }
        try self.init(text, filters: filters, days: days, order: order, page: page)
    }

    private static func number(_ text: String, _ name: String) throws -> Int {
        guard let number = Int(text) else {
            throw Refusal(.queryInvalid, "'\(name)' is a number, not '\(Shown.short(text))'.")
        }
        return number
    }

    private static func order(_ text: String) throws -> Order {
        // PyPI's word for the newest first.
        if text == "-created" { return .newest }
        guard let order = Order(rawValue: text) else {
            throw Refusal(.queryInvalid, "There is no order '\(Shown.short(text))'.")
        }
        return order
    }
}
