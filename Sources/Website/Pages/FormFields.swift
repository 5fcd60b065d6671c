import Hummingbird
import NIOCore
import PackageIndex
import WebServer

/// The fields of a small form that a browser sent as `application/x-www-form-urlencoded`.
struct FormFields {
    private static let largestBytes = 64 << 10
    private let fields: [String: String]

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
        self.fields = Dictionary(fields.map { ($0.name, $0.value) }) { $1 }
    }

    subscript(name: String) -> String { fields[name] ?? "" }
}
