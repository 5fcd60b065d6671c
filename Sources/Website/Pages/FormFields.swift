import Foundation
import Hummingbird
import NIOCore
import PackageIndex

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
        var fields: [String: String] = [:]
        for pair in body.readableBytesView.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = Self.decode(halves[0]),
                let value = Self.decode(halves[1])
            else { throw Refusal(.requestMalformed, "The form cannot be read.") }
            fields[name] = value
        }
        self.fields = fields
    }

    subscript(name: String) -> String { fields[name] ?? "" }

    private static func decode(_ bytes: some Collection<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).replacing("+", with: " ")
        return text.removingPercentEncoding
    }
}
