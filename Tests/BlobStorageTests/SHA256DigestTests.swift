import BlobStorage
import Testing

@Suite struct `A SHA-256 digest` {
    private let text = "00ff0123456789abcdef" + String(repeating: "7c", count: 22)

    @Test func `hexadecimal text of either case is the same digest`() throws {
        let digest = try #require(SHA256Digest(hex: text))
        #expect(SHA256Digest(hex: text.uppercased()) == digest)
        #expect(digest.hex == text)
        #expect("\(digest)" == text)
    }

    @Test func `bytes make the same digest as their text`() throws {
        let digest = try #require(SHA256Digest(hex: text))
        #expect(digest.bytes.count == 32)
        #expect(digest.bytes.prefix(4) == [0, 0xff, 1, 0x23])
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
    }

    @Test(arguments: [0, 1, 62, 63, 65, 66, 128])
    func `text of another length is no digest`(_ count: Int) {
        #expect(SHA256Digest(hex: String(repeating: "a", count: count)) == nil)
    }

    @Test(arguments: [0, 31, 33, 64])
    func `another number of bytes is no digest`(_ count: Int) {
        #expect(SHA256Digest(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test(arguments: ["g", "G", " ", "-", "/", ":", "@", "`", "\0", "é", "٣"])
    func `text with anything but digits is no digest`(_ character: String) {
        let rest = String(repeating: "a", count: 64 - character.utf8.count)
        #expect(SHA256Digest(hex: character + rest) == nil)
        #expect(SHA256Digest(hex: rest + character) == nil)
    }

    @Test func `digests are ordered as their text`() throws {
        let texts = ["0", "1", "9", "a", "f"].flatMap { first in
            ["0", "8", "f"].map { last in first + String(repeating: "5", count: 62) + last }
        }
        let digests = try texts.map { try #require(SHA256Digest(hex: $0)) }
        #expect(digests.shuffled().sorted() == digests)
        #expect(Set(digests).count == texts.count)
    }
}
