import HTTPTypes
import Hummingbird
import NIOCore
import PackageIndex
import WebServer

extension APICall {
    /// The largest body that is read, in bytes.
    private static let largestBody = 64 << 10

    /// Reads a request to the API, and refuses what its contract does not promise to take.
    init(
        _ request: Request, _ context: IndexRequestContext, by contract: Contract, _ index: Index
    ) async throws {
        self.index = index
        route = contract.route
        self.context = context
        query = try Self.query(request.uri.query ?? "", contract.query)
        body = try await Self.body(request, contract.body)
    }

    private static func query(_ text: String, _ members: [Shape.Member]) throws -> JSONValue {
        guard let fields = PercentEncoding.formFields(text.utf8) else {
            throw Refusal(.parameterInvalid, "The query cannot be read.")
        }
        var values: [JSONValue.Member] = []
        for (name, text) in fields {
            let shown = Shown.short(name)
            guard let member = members.first(where: { $0.name == name }) else {
                throw Refusal(.parameterInvalid, "There is no parameter '\(shown)' here.")
            }
            guard !values.contains(where: { $0.name == name }) else {
                throw Refusal(.parameterInvalid, "The parameter '\(shown)' is there twice.")
            }
            let value = member.shape.isNumber ? number(text) : .string(text)
            do {
                try member.shape.check(value)
            } catch let refusal as Refusal {
                let reason = refusal.message.replacing("The body: ", with: "")
                throw Refusal(.parameterInvalid, "The parameter '\(shown)': \(reason)")
            }
            values.append(JSONValue.Member(name, value))
        }
        return .object(values)
    }

    private static func number(_ text: String) -> JSONValue {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isPlain ? Int(text).map { .integer($0) } ?? .string(text) : .string(text)
    }

    private static func body(_ request: Request, _ shape: Shape?) async throws -> JSONValue {
        guard let shape else { return .null }
        guard isJSON(request.headers[.contentType]) else {
            throw Refusal(.mediaTypeUnsupported, "The body has to be `application/json`.")
        }
        let bytes: [UInt8]
        do {
            bytes = Array(
                try await request.body.collect(upTo: largestBody).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal(.bodyTooLarge, "The body has more than \(largestBody) bytes.")
        }
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            throw Refusal(
                .bodyMalformed,
                "The body is not JSON at byte \(error.offset): \(error.reason.rawValue).")
        }
        try shape.check(value)
        return value
    }

    /// Whether a media type is JSON's; parameters do not matter.
    private static func isJSON(_ field: String?) -> Bool {
        let type = (field ?? "").split(separator: ";", maxSplits: 1).first ?? ""
        return type.trimmingSpaces.lowercased() == "application/json"
    }
}
