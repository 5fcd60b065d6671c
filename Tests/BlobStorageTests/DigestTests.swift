import BlobStorage
import CheeseboardTesting
import Testing

@Suite struct `Digests of a file` {
    @Test(arguments: digestVectors)
    func `the three digests are those of Python's hashlib`(_ vector: DigestVector) {
        let bytes = (0..<vector.byteCount).map {
            UInt8(truncatingIfNeeded: $0 * 7 + vector.byteCount)
        }
        var hasher = FileHasher()
        hasher.update(bytes.span)
        #expect(hasher.finalize().sha256.hex == vector.sha256)
        #expect(hasher.finalize().blake2b == vector.blake2b)
        #expect(hasher.finalize().md5 == vector.md5)
    }

    @Test(arguments: digestVectors, [1, 2, 3, 7, 64, 127, 128, 129, 1000])
    func `the size of the pieces changes no digest`(_ vector: DigestVector, _ size: Int) {
        let bytes = (0..<vector.byteCount).map {
            UInt8(truncatingIfNeeded: $0 * 7 + vector.byteCount)
        }
        var hasher = FileHasher()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            hasher.update(piece.span)
            rest = rest.dropFirst(size)
        }
        #expect(hasher.finalize().sha256.hex == vector.sha256)
        #expect(hasher.finalize().blake2b == vector.blake2b)
        #expect(hasher.finalize().md5 == vector.md5)
    }

    @Test func `random pieces change no digest`() {
        var random = SeededRandom(seed: 1)
        let bytes = (0..<5000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        var whole = FileHasher()
        whole.update(bytes.span)
        for _ in 0..<50 {
            var hasher = FileHasher()
            var rest = bytes[...]
            while !rest.isEmpty {
                let size = Int.random(in: 0...400, using: &random)
                let piece = rest.prefix(size)
                hasher.update(piece.span)
                rest = rest.dropFirst(size)
            }
            #expect(hasher.finalize() == whole.finalize())
        }
    }

    @Test func `BLAKE2b gives the digest that its authors publish`() {
        // b2sum -l 256 of "abc"; RFC 7693 has the same for 512 bits.
        var hasher = FileHasher()
        let abc = Array("abc".utf8)
        hasher.update(abc.span)
        #expect(
            hasher.finalize().blake2b
                == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    }
}

struct DigestVector: Sendable, CustomTestStringConvertible {
    var byteCount: Int
    var sha256: String
    var blake2b: String
    var md5: String

    var testDescription: String { "\(byteCount) bytes" }
}

/// Made with hashlib of Python 3.11.
///
/// `hashlib.sha256(d)`, `hashlib.blake2b(d, digest_size=32)` and `hashlib.md5(d)` for
/// `d = bytes((i * 7 + n) & 255 for i in range(n))`.
private let digestVectors: [DigestVector] = [
    DigestVector(
        byteCount: 0,
        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        blake2b: "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
        md5: "d41d8cd98f00b204e9800998ecf8427e"),
    DigestVector(
        byteCount: 1,
        sha256: "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",
        blake2b: "ee155ace9c40292074cb6aff8c9ccdd273c81648ff1149ef36bcea6ebb8a3e25",
        md5: "55a54008ad1ba589aa210d2629c1df41"),
    DigestVector(
        byteCount: 3,
        sha256: "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35",
        blake2b: "9facd640130c81e7f318a8d5c660bc1b0f5d03861ffbd4cc1358e0e904593c28",
        md5: "c9aee4810523ef8658121b8d492c6b41"),
    DigestVector(
        byteCount: 63,
        sha256: "733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e",
        blake2b: "c309be22ad3da961bed089dc7d738a1c7c0c10e4b5a4230c55c1de34d3d27456",
        md5: "dd785945d1d6b87eca0d276dbb8756fd"),
    DigestVector(
        byteCount: 64,
        sha256: "79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8",
        blake2b: "bb447dddb2721745b8e7c3b373d844b8f6e070ca7d5a7993e631ab94f364caab",
        md5: "e3ab394ce4eb7da020a27d2e2443143c"),
    DigestVector(
        byteCount: 65,
        sha256: "d85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720",
        blake2b: "4fd6cb44010121ba856aa5ee147c5e16c2dceea65993d696bcdf7b20fa170650",
        md5: "28a6b0f918d9aea03e979a1657d8d0f6"),
    DigestVector(
        byteCount: 111,
        sha256: "b41ae5233b9ec35d8576a032034d2857b667a618c7038714d727d4dae3aa2525",
        blake2b: "8562e2fcda3b2b88ef83326f45e625f474dc2485c332e78ae3e58c1b40138ac9",
        md5: "d54c1b85b05a0800af2c6d01394f0421"),
    DigestVector(
        byteCount: 112,
        sha256: "0949563bc78e5ccd85603fa20368a33ed3d2da0141c8284a3b1515fe4683cdd7",
        blake2b: "bdb8c2c17a741cd0be4e2234504e7225220bebc721d66d43648ac24eae8e3c08",
        md5: "80ddd4569b593235048eb5e2cdc38c8d"),
    DigestVector(
        byteCount: 127,
        sha256: "68f6ff710276900c0ffbbc57426f67e00c2e01f0750c7edc25ac06b8ce7a8095",
        blake2b: "f609ab2904b340cd075920018e0e3c6f6a90a3dae3edf03d3cccc0634a81ffe3",
        md5: "36d03458e8a745e61afcf02257826e12"),
    DigestVector(
        byteCount: 128,
        sha256: "489d55fea9a73af36b6dd0be7b4117d8e5683386d39544e8a44c99a87f368707",
        blake2b: "0702c64922fb7635a1b799668a7e89ba9c5fe55ed7bd2fdecb001544073afad9",
        md5: "52cc29caecfd9380a2261a80c58e6787"),
    DigestVector(
        byteCount: 129,
        sha256: "4e1556b2e9a50a3cc9478f3254727b01065f9ac5d2c3a8b4cd538ae7240bb87d",
        blake2b: "490091b32bad7b3380c9e593d341bce9b73ff9d4ebcf0091ff932bdff7279897",
        md5: "0fa5eac15b498f879494809c74939fc7"),
    DigestVector(
        byteCount: 255,
        sha256: "a00e7f00e2acf6905080c3b78319b8a4f159b5974f853484e1486c157151299a",
        blake2b: "b579b3e762db9a4a9def50ea22419ca669a4875f015a167f52baa86547df7554",
        md5: "ec39521defd0267bf4104a9f491ed6d8"),
    DigestVector(
        byteCount: 256,
        sha256: "cd0f337ab3e6f7b4f9a40b8278670d102c8101075f064e9960dd29729702712e",
        blake2b: "3d0cb2693dfbac42af5a6cc960953fea8714aa39c4bcd054ef61d6b5e98ade4a",
        md5: "4335b1197cb589ecc218fd1ed8e39874"),
    DigestVector(
        byteCount: 257,
        sha256: "c90f53f7abf7394633cf42731c7656bdd7e7f84404ef3289904132ee5ea05199",
        blake2b: "080f7f2ee61cc8ffcf2ad907f7a9824a8445c5e4b194a0106c65f9b9c1ea6787",
        md5: "e2c80cc6a8a6690ae013d4b1973f44d2"),
    DigestVector(
        byteCount: 1000,
        sha256: "6b0df76627243d095b0c4400cb658b7e804dd03461cc03aee8fc8fe0bcada168",
        blake2b: "a2ae1ecc90361e0bb07dab9789a4b0a724ee3cf05623ac6cefa1e6af3da4aae8",
        md5: "c3b2968d34e038455d14c8827156e193"),
    DigestVector(
        byteCount: 10000,
        sha256: "c16a10b2b5b0322c2b2746c094125be2e50d92f9a1b34f500c0344217fd09cdd",
        blake2b: "064b731c76928536d4502211d9ef5e8693ee944249a51b66a1af994c8e466239",
        md5: "407323d0ff79e0481ef9b7396043d7c6"),
    DigestVector(
        byteCount: 100000,
        sha256: "7591069642d2e63f5e1589cef92226875b8a3fec16eb4bef7cf030c78ed51fdc",
        blake2b: "c1b67b4642e8371b8a40ce231af00a785060c9d92363a04232bdaf19e10587a5",
        md5: "80d41b8d55fa276de3c16b1806cca7f1"),
]
