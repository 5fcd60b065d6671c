import CheeseboardTesting
import Foundation
import PackageIndex
import Testing

@Suite struct `The text of a token` {
    @Test(arguments: try TokenVectors.all().macaroons)
    func `a macaroon of pymacaroons is read`(_ vector: TokenVector) throws {
        let macaroon = try Macaroon(text: vector.text)
        #expect(macaroon.location == Array(vector.location.utf8))
        #expect(macaroon.identifierText == vector.identifier)
        #expect(macaroon.caveats == vector.caveats.map { Array($0.utf8) })
        #expect(macaroon.isSigned(with: vector.key))
        #expect(!macaroon.isSigned(with: vector.key + [1]))
        #expect(macaroon.text == vector.text)
    }

    @Test(arguments: try TokenVectors.all().macaroons)
    func `a macaroon is made as pymacaroons makes it`(_ vector: TokenVector) {
        let caveats = vector.caveats.map { Array($0.utf8) }
        let minted = Macaroon.mint(
            location: vector.location, identifier: vector.identifier, rootKey: vector.key,
            caveats: caveats)
        #expect(minted.text == vector.text)

        let bare = Macaroon.mint(
            location: vector.location, identifier: vector.identifier, rootKey: vector.key)
        #expect(caveats.reduce(bare) { $0.appending($1) }.text == vector.text)
    }

    @Test func `a token without a location is read`() throws {
        let vector = try #require(try TokenVectors.all().macaroons.first)
        var bytes = try binary(of: vector.text)
        bytes.removeSubrange(1..<3 + vector.location.utf8.count)
        let macaroon = try Macaroon(text: text(of: bytes))
        #expect(macaroon.location.isEmpty)
        // The location is not signed.
        #expect(macaroon.isSigned(with: vector.key))
    }

    @Test func `every truncation is refused`() throws {
        for vector in try TokenVectors.all().macaroons.prefix(5) {
            for length in 0..<vector.text.utf8.count {
                #expect(throws: Macaroon.Invalid.self) {
                    try Macaroon(text: String(vector.text.prefix(length)))
                }
            }
            let bytes = try binary(of: vector.text)
            for length in 0..<bytes.count {
                #expect(throws: Macaroon.Invalid.self) {
                    try Macaroon(text: text(of: Array(bytes.prefix(length))))
                }
            }
        }
    }

    @Test func `a changed byte is refused or fails the signature`() throws {
        for vector in try TokenVectors.all().macaroons.prefix(3) {
            let bytes = try binary(of: vector.text)
            // The location, which nobody signs, comes first.
            for index in bytes.indices.dropFirst(3 + vector.location.utf8.count) {
                for change: UInt8 in [1, 0x80, 0xff] {
                    var changed = bytes
                    changed[index] ^= change
                    let macaroon = try? Macaroon(text: text(of: changed))
                    #expect(macaroon?.isSigned(with: vector.key) != true)
                }
            }
        }
    }

    @Test func `a changed character is refused or fails the signature`() throws {
        let vector = try #require(try TokenVectors.all().macaroons.first)
        let characters = Array(vector.text.utf8)
        let unsigned = 12 + (3 + vector.location.utf8.count) * 4 / 3 + 1
        for index in characters.indices.dropFirst(unsigned) {
            for character in "AZaz09-_=+/ \0é".utf8 where character != characters[index] {
                var changed = characters
                changed[index] = character
                let text = String(decoding: changed, as: UTF8.self)
                #expect((try? Macaroon(text: text))?.isSigned(with: vector.key) != true)
            }
        }
    }

    @Test func `a caveat cannot be left out`() throws {
        let vector = try #require(try TokenVectors.all().macaroons.first { $0.caveats.count == 3 })
        for index in vector.caveats.indices {
            var caveats = vector.caveats
            caveats.remove(at: index)
            var bytes = try binary(of: vector.text)
            let fewer = Macaroon.mint(
                location: vector.location, identifier: vector.identifier, rootKey: [0],
                caveats: caveats.map { Array($0.utf8) })
            bytes = try binary(of: fewer.text).dropLast(32) + bytes.suffix(32)
            #expect(try !Macaroon(text: text(of: bytes)).isSigned(with: vector.key))
        }
    }

    @Test func `ten thousand mutations are read or refused, and none is signed`() throws {
        var random = SeededRandom(seed: 9)
        let vectors = try TokenVectors.all().macaroons
        for round in 0..<10_000 {
            let vector = vectors[round % vectors.count]
            let original = try Macaroon(text: vector.text)
            var bytes = try binary(of: vector.text)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = .random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: index)
                case 2:
                    bytes.insert(
                        [0, 1, 2, 4, 6, 0x80].randomElement(using: &random) ?? 0, at: index)
                default: bytes.insert(contentsOf: bytes[index...].prefix(9), at: index)
                }
            }
            guard let macaroon = try? Macaroon(text: text(of: bytes)) else { continue }
            #expect(try binary(of: macaroon.text).count <= bytes.count)
            if macaroon.isSigned(with: vector.key) {
                #expect(macaroon.identifier == original.identifier)
                #expect(macaroon.caveats == original.caveats)
            }
        }
    }

    @Test(arguments: [
        ("", "begins with"), ("pypi-AgEI", "begins with"), ("cheeseboard", "begins with"),
        ("Cheeseboard-AgEI", "begins with"), ("cheeseboard-", "version 2"),
        ("cheeseboard-A", "base64url"), ("cheeseboard-AgEI=", "base64url"),
        ("cheeseboard-Ag+/", "base64url"), ("cheeseboard-AgE\n", "base64url"),
        ("cheeseboard-AgB", "base64url"), ("cheeseboard-AAAA", "version 2"),
    ])
    func `a text that is no token is refused`(_ text: String, _ reason: String) {
        let error = #expect(throws: Macaroon.Invalid.self) { try Macaroon(text: text) }
        #expect(error?.description.contains(reason) == true)
    }

    @Test(
        arguments: [
            ([2, 0], "first section"), ([2, 1, 1, 65, 0], "first section"),
            ([2, 2, 1, 65, 4, 1, 65, 0], "first section"), ([2, 2, 0, 0], "identifier"),
            ([2, 2, 1, 0x20, 0], "identifier"), ([2, 2, 1, 0xff, 0], "identifier"),
            ([2, 2, 101] + [UInt8](repeating: 65, count: 101) + [0], "identifier"),
            ([2, 2, 1, 65, 1, 1, 65, 0], "broken"), ([2, 2, 1, 65, 2, 1, 65, 0], "broken"),
            ([2, 3, 1, 65, 0], "broken"), ([2, 2, 0x81, 0x00, 65, 0], "broken"),
            ([2, 2, 0xff, 0xff, 0xff, 0xff, 0x0f], "broken"), ([2, 2, 2, 65], "broken"),
            ([2, 2, 1, 65, 6, 1, 65, 0], "among its caveats"),
            ([2, 2, 1, 65, 0, 1, 1, 65, 0], "no content"),
            ([2, 2, 1, 65, 0, 4, 1, 65, 0], "no content"),
            ([2, 2, 1, 65, 0, 1, 1, 65, 2, 1, 65, 0], "third-party"),
            ([2, 2, 1, 65, 0, 2, 1, 65, 4, 1, 65, 0], "third-party"),
            ([2, 2, 1, 65, 0, 0], "signature"), ([2, 2, 1, 65, 0, 0, 6, 1, 65], "signature"),
            ([2, 2, 1, 65, 0, 0, 2, 32] + [UInt8](repeating: 65, count: 32), "signature"),
            ([2, 2, 1, 65, 0, 0, 6, 32] + [UInt8](repeating: 65, count: 33), "signature"),
        ] as [([UInt8], String)])
    func `bytes that are no macaroon are refused`(_ bytes: [UInt8], _ reason: String) {
        let error = #expect(throws: Macaroon.Invalid.self) { try Macaroon(text: text(of: bytes)) }
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `a token has a largest size and a largest number of caveats`() {
        let many = Macaroon.mint(
            location: "", identifier: "1", rootKey: [1],
            caveats: Array(repeating: [1], count: Macaroon.mostCaveats + 1))
        let error = #expect(throws: Macaroon.Invalid.self) { try Macaroon(text: many.text) }
        #expect(error?.message.contains("64 caveats") == true)

        let long = Macaroon.mint(
            location: "", identifier: "1", rootKey: [1], caveats: [.init(repeating: 1, count: 6200)]
        )
        #expect(throws: Macaroon.Invalid.self) { try Macaroon(text: long.text) }
    }

    @Test func `a token printed in a log is not given away`() throws {
        let vector = try #require(try TokenVectors.all().macaroons.first)
        let macaroon = try Macaroon(text: vector.text)
        #expect("\(macaroon)" == "token \(vector.identifier)")
        #expect(String(reflecting: macaroon) == "token \(vector.identifier)")
    }

    private func binary(of text: String) throws -> [UInt8] {
        let encoded = text.dropFirst(Macaroon.prefix.count)
            .replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - encoded.count % 4) % 4)
        return Array(try #require(Data(base64Encoded: encoded + padding)))
    }

    private func text(of bytes: [UInt8]) -> String {
        Macaroon.prefix
            + Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
