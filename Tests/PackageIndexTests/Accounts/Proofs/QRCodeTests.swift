import Crypto
import PackageIndex
import Testing

@Suite struct `QR codes` {
    struct Vector: Sendable, CustomTestStringConvertible {
        let length: Int
        let mask: Int
        let digest: String
        var testDescription: String { "\(length) bytes, mask \(mask)" }

        static let all = qrCodeVectors.split(separator: "\n").compactMap { line -> Vector? in
            let parts = line.split(separator: " ")
            guard parts.count == 3, let length = Int(parts[0]), let mask = Int(parts[1]) else {
                return nil
            }
            return Vector(length: length, mask: mask, digest: String(parts[2]))
        }

        var bytes: [UInt8] { (0..<length).map { UInt8(97 + (7 * $0 + length) % 26) } }
    }

    @Test(arguments: Vector.all)
    func `every size and every mask is drawn as another encoder draws it`(
        _ vector: Vector
    ) throws {
        let code = try #require(QRCode(vector.bytes, mask: vector.mask))
        #expect(Self.digest(code) == vector.digest)
    }

    @Test func `the forty sizes are all there`() {
        #expect(Set(Vector.all.compactMap { QRCode($0.bytes, mask: 0)?.size }).count == 40)
    }

    @Test func `of the eight masks the one with the least penalty is taken`() throws {
        for text in ["otpauth://totp/index.example:alice?secret=GEZDGNBV", "a", "0000000000000000"]
        {
            let code = try #require(QRCode(text))
            let penalties = (0..<8).compactMap { QRCode(Array(text.utf8), mask: $0)?.penalty }
            #expect(penalties.count == 8 && code.penalty == penalties.min())
            #expect(penalties[code.mask] == code.penalty)
        }
    }

    @Test func `what does not fit has no code`() {
        #expect(QRCode(Array(repeating: 0, count: 2331)) != nil)
        #expect(QRCode(Array(repeating: 0, count: 2332)) == nil)
    }

    @Test func `the picture has a quiet zone and says what it is`() throws {
        let code = try #require(QRCode("cheese"))
        let svg = code.svg(label: "<\"&")
        #expect(svg.contains("viewBox=\"0 0 29 29\"") && svg.contains("d=\"M4 4h7v1h-7z"))
        #expect(svg.contains("aria-label=\"&lt;&quot;&amp;\"") && svg.contains("role=\"img\""))
    }

    static func digest(_ code: QRCode) -> String {
        var text = ""
        for row in 0..<code.size {
            for column in 0..<code.size {
                text += code.isDark(column: column, row: row) ? "1" : "0"
            }
        }
        let hex = SHA256.hash(data: Array(text.utf8)).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }
        return String(hex.joined().prefix(16))
    }
}
