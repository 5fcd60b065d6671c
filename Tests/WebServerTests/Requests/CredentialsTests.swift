import Foundation
import HTTPTypes
import PackageIndex
import Testing
import WebServer

@Suite struct `Credentials in a request` {
    private static let fields: [(String, String?)] = [
        ("Bearer cheeseboard-abc", "token cheeseboard-abc"),
        ("bearer   cheeseboard-abc ", "token cheeseboard-abc"),
        ("token cheeseboard-abc", "token cheeseboard-abc"),
        (basic("__token__:cheeseboard-abc", as: "Basic"), "token cheeseboard-abc"),
        (basic("__token__: cheeseboard-abc ", as: "basic"), "token cheeseboard-abc"),
        (basic("alice:open sesame", as: "BASIC"), "alice / open sesame"),
        (basic("alice:a:b:", as: "Basic"), "alice / a:b:"),
        (basic("alice:", as: "Basic"), "alice / "),
        (basic(":secret", as: "Basic"), " / secret"),
        (basic("ålice:pässword", as: "Basic"), "ålice / pässword"),
        ("Basic", nil), ("Basic ", nil), ("Basic !!!", nil), (basic("alice", as: "Basic"), nil),
        ("Basic /w==", nil), ("Digest abc", nil), ("cheeseboard-abc", nil), ("", nil),
    ]

    @Test(arguments: fields)
    func `Basic, Bearer and token are read`(_ field: String, _ expected: String?) {
        #expect(Credentials([.authorization: field]).map(shown) == expected)
    }

    @Test func `a request without the field has none, and one with two fields neither`() {
        #expect(Credentials(HTTPFields()) == nil)
        var fields: HTTPFields = [.authorization: Self.basic("alice:secret")]
        fields.append(HTTPField(name: .authorization, value: Self.basic("bob:secret")))
        #expect(Credentials(fields) == nil)
    }

    private static func basic(_ text: String, as scheme: String = "Basic") -> String {
        "\(scheme) \(Data(text.utf8).base64EncodedString())"
    }

    private func shown(_ credentials: Credentials) -> String {
        switch credentials {
        case .token(let text): "token \(text)"
        case .password(let user, let password): "\(user) / \(password)"
        }
    }
}
