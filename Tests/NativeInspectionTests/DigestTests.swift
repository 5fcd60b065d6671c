import Crypto
import NativeInspection
import Testing

/// Against the examples of FIPS 180-4 (NIST's "Secure Hash Standard" example values) and another
/// implementation.
@Suite struct `Digests of signed bytes` {
    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        (
            "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "a9993e364706816aba3e25717850c26c9cd0d89d"
        ),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
        (
            "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709"
        ),
    ])
    func `are those of the standard's examples`(text: String, sha256: String, sha1: String) {
        let bytes = Array(text.utf8)
        #expect(Self.hexadecimal(Digester<SHA256Function>.digest(of: bytes.span)) == sha256)
        #expect(Self.hexadecimal(Digester<SHA1Function>.digest(of: bytes.span)) == sha1)
    }

    @Test func `are those of another implementation, whatever the length`() {
        for count in 0..<260 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            let sha256 = Digester<SHA256Function>.digest(of: bytes.span)
            let sha1 = Digester<SHA1Function>.digest(of: bytes.span)
            #expect(sha256 == Array(SHA256.hash(data: bytes)))
            #expect(sha1 == Array(Insecure.SHA1.hash(data: bytes)))
        }
    }

    @Test(arguments: [1, 7, 63, 64, 65, 200])
    func `do not depend on the pieces that bytes come in`(length: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var digester = Digester<SHA256Function>()
        for start in stride(from: 0, to: bytes.count, by: length) {
            let piece = Array(bytes[start..<min(start + length, bytes.count)])
            digester.take(piece.span)
        }
        #expect(digester.finish() == Array(SHA256.hash(data: bytes)))
    }
}
