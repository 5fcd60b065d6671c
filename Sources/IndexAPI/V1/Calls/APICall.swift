import Hummingbird
import PackageIndex
import PythonPackaging
import WebServer

/// One request to the API, read and checked against its contract.
struct APICall: Sendable {
    /// The index.
    let index: Index
    /// What is asked for.
    let route: Route
    /// What is known of the request besides its bytes.
    let context: IndexRequestContext
    /// The values in the query.
    let query: JSONValue
    /// The body; null where none is read.
    let body: JSONValue

    /// A value in the address; empty where it has none of that name.
    func value(_ name: String) -> String { context.values[name] ?? "" }

    /// A text in the body; nil where it is left out or null.
    func text(_ name: String) -> String? {
        guard case .string(let text) = body[name] else { return nil }
        return text
    }

    /// A whole number in the body; nil where it is left out or null.
    func number(_ name: String) -> Int? {
        guard case .integer(let number) = body[name] else { return nil }
        return number
    }

    /// The texts of a list in the body; nil where it is left out or null.
    func texts(_ name: String) -> [String]? {
        guard case .array(let values) = body[name] else { return nil }
        return values.compactMap { value in
            guard case .string(let text) = value else { return nil }
            return text
        }
    }

    /// The text in the query that says after what to go on; nil at the beginning of a list.
    var after: String? {
        guard case .string(let text) = query["after"] else { return nil }
        return text
    }

    /// The number in the query that says after what to go on; nil at the beginning of a list.
    var afterNumber: Int? {
        guard case .integer(let number) = query["after"] else { return nil }
        return number
    }

    /// How many items to answer with.
    var limit: Int {
        guard case .integer(let number) = query["limit"] else { return 100 }
        return number
    }

    /// The project that the address names; what cannot be a name is nobody's.
    func projectName() throws -> ProjectName {
        let text = value("name")
        guard let name = try? ProjectName(text) else {
            throw Refusal(.projectUnknown, "There is no project '\(Shown.short(text))'.")
        }
        return name
    }

    /// The version that the address names; what cannot be one is no release's.
    func version() throws -> Version {
        let text = value("version")
        guard let version = try? Version(text) else {
            throw Refusal(.releaseUnknown, "There is no release '\(Shown.short(text))'.")
        }
        return version
    }
}
