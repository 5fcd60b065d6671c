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

    /// The values in a query; refused where one is unknown or unfit, or there twice and no list.
    static func query(_ text: String, _ members: [Shape.Member]) throws -> JSONValue {
        guard let fields = PercentEncoding.formFields(text.utf8) else {
            throw Refusal(.parameterInvalid, "The query cannot be read.")
        }
        let texts = Dictionary(grouping: fields, by: \.name).mapValues { $0.map(\.value) }
        for name in texts.keys.sorted() where !members.contains(where: { $0.name == name }) {
            throw Refusal(
                .parameterInvalid, "There is no parameter '\(Shown.short(name))' here.")
        }
        return .object(
            try members.compactMap { member in
                guard let texts = texts[member.name] else { return nil }
                return JSONValue.Member(member.name, try value(texts, of: member))
            })
    }

    private static func value(
        _ texts: [String], of member: Shape.Member
    ) throws -> JSONValue {
        let value: JSONValue
        if case .list = member.shape {
            value = .strings(texts)
        } else {
            guard texts.count == 1, let text = texts.first else {
                throw Refusal(
                    .parameterInvalid, "The parameter '\(member.name)' is there twice.")
            }
            value = member.shape.isNumber ? number(text) : .string(text)
        }
        do {
            try member.shape.check(value)
        } catch let refusal as Refusal {
            let reason = refusal.message.replacing("The body: ", with: "")
            throw Refusal(.parameterInvalid, "The parameter '\(member.name)': \(reason)")
        }
        return value
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
