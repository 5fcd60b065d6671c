import Foundation
import PackageIndex
import Testing

@Suite struct `Secrets that are shown` {
    @Test func `a secret has 256 bits, each of them by chance, and never shows`() throws {
        let secrets = (0..<64).map { _ in BearerSecret() }
        #expect(Set(secrets).count == 64)
        #expect(secrets.allSatisfy { "\($0)" == "(a secret)" })
        // What no secret has, or all have, is not left to chance.
        var some = [UInt8](repeating: 0, count: 32)
        var all = [UInt8](repeating: .max, count: 32)
        for secret in secrets {
            let base64 = secret.text.replacing("-", with: "+").replacing("_", with: "/") + "="
            let bytes = Array(try #require(Data(base64Encoded: base64)))
            try #require(bytes.count == 32)
            for place in bytes.indices {
                some[place] |= bytes[place]
                all[place] &= bytes[place]
            }
        }
        #expect(some.allSatisfy { $0 == .max } && all.allSatisfy { $0 == 0 })
    }

    @Test func `what cannot be a secret is none`() {
        let text = BearerSecret().text
        #expect(BearerSecret(text)?.text == text)
        let shorter = String(text.dropLast())
        for wrong in ["", shorter, text + "A", shorter + "=", shorter + "\0"] {
            #expect(BearerSecret(wrong) == nil)
        }
    }
}
