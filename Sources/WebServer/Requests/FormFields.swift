import Hummingbird
import NIOCore
import PackageIndex

/// The fields of a small form that a browser sent as `application/x-www-form-urlencoded`, or of a
/// query.
package struct FormFields: Sendable {
    private static let largestBytes = 256 << 10
    private let fields: [String: [String]]

    /// No fields.
    package init() {
        fields = [:]
    }

    /// The fields in a request's query; none where it is broken.
    package init(query: String?) {
        self.init(PercentEncoding.formFields((query ?? "").utf8) ?? [])
    }

    /// The fields in a request's body; refused where it is no form, or too large for one.
    init(_ request: Request) async throws {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.largestBytes)
        } catch {
            throw Refusal(.requestMalformed, "The form is too large or was cut off.")
        }
        guard let fields = PercentEncoding.formFields(body.readableBytesView) else {
            throw Refusal(.requestMalformed, "The form cannot be read.")
        }
        self.init(fields)
    }

    private init(_ pairs: [(name: String, value: String)]) {
        // No database stores a NUL, and no field needs one.
        fields = Dictionary(grouping: pairs, by: \.name)
            .mapValues { $0.map { $0.value.replacing("\0", with: "\u{FFFD}") } }
    }

    /// The last value of a field, empty where there is none.
    package subscript(name: String) -> String { fields[name]?.last ?? "" }

    /// Every value of a field, as boxes that were ticked send them.
    package func all(_ name: String) -> [String] { fields[name] ?? [] }

    /// Whether a box was ticked, or a field sent at all.
    package func has(_ name: String) -> Bool { fields[name] != nil }

    /// The fields as a query with its question mark, one of them with this value instead: it comes
    /// last, the others by their names.
    package func query(_ name: String, _ value: String) -> String {
        let others: [(String, String)] = fields.filter { $0.key != name }
            .sorted { $0.key < $1.key }
            .flatMap { field in field.value.map { (field.key, $0) } }
        let pairs = (others + [(name, value)]).map { name, value in
            "\(PercentEncoding.field(name))=\(PercentEncoding.field(value))"
        }
        return "?" + pairs.joined(separator: "&")
    }
}
