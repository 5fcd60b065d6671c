package import HTTPTypes
package import PackageIndex

/// One address that the server answers: a row of the table behind routing, access and links.
///
/// The rows stand by subject in the files beside this one; earlier rows win over later ones where both
/// fit.
package struct Route: Sendable, Hashable, CustomStringConvertible {
    /// Its name in this program, by which metrics count it.
    package let name: String
    /// The methods that it takes; HEAD comes with GET.
    package let methods: [HTTPRequest.Method]
    /// The address.
    package let pattern: PathPattern
    /// What is done there, and so who may.
    package let operation: Operation
    /// The form in which it says no, and so how callers say who they are: by a session on pages,
    /// by the field `Authorization` elsewhere.
    package let refusalForm: RefusalForm

    package var description: String { name }

    package static func == (left: Route, right: Route) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// A row that reads.
    static func get(
        _ name: String, _ address: String, _ operation: Operation, _ form: RefusalForm
    ) -> Route {
        Route(
            name: name, methods: [.get, .head], pattern: PathPattern(address),
            operation: operation, refusalForm: form)
    }

    /// A row that changes something, by POST unless it says otherwise.
    static func change(
        _ name: String, by method: HTTPRequest.Method = .post, _ address: String,
        _ operation: Operation, _ form: RefusalForm
    ) -> Route {
        Route(
            name: name, methods: [method], pattern: PathPattern(address), operation: operation,
            refusalForm: form)
    }

    /// The whole table.
    package static let all: [Route] = tools + api + search + site + account + ownAccount + manage

    /// The table by the first step of the address, so that a request looks at few rows.
    static let byFirstStep: [PathPattern.Step?: [Route]] = Dictionary(grouping: all) {
        $0.pattern.steps.first
    }

    /// The address with its values filled in and escaped, under the path where the server stands.
    package func path(_ values: [String: String] = [:], prefix: String = "") -> String {
        var path = prefix
        for step in pattern.steps {
            path += "/"
            switch step {
            case .literal(let text): path += text
            case .value(let name): path += PercentEncoding.step(values[name] ?? "")
            }
        }
        return pattern.end == .slash || pattern.steps.isEmpty ? path + "/" : path
    }
}
