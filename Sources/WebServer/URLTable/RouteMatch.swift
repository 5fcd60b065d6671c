package import HTTPTypes

/// What the table says of one address and method.
package enum RouteMatch: Sendable {
    /// The route, with the values in its address.
    case found(Route, values: [String: String])
    /// The address lacks its final slash.
    case lacksSlash(Route)
    /// The address exists but does not take the method.
    case otherMethods([HTTPRequest.Method], Route)
    /// Nothing has that address.
    case unknown

    /// Looks an address up, given as it stood in the request without its query.
    package static func find(_ path: String, _ method: HTTPRequest.Method) -> RouteMatch {
        guard let address = Address(path) else { return .unknown }
        var others: [HTTPRequest.Method] = []
        var other: Route?
        let first = address.steps.first
        let rows = (Route.byFirstStep[first.map { .literal($0) }] ?? [])
        for route in rows {
            guard let values = route.pattern.match(address.steps) else { continue }
            if route.pattern.end == .bare, address.endsInSlash { continue }
            guard route.methods.contains(method) else {
                others += route.methods.filter { !others.contains($0) }
                other = other ?? route
                continue
            }
            if route.pattern.end == .slash, !address.endsInSlash { return .lacksSlash(route) }
            return .found(route, values: values)
        }
        return other.map { .otherMethods(others, $0) } ?? .unknown
    }
}
