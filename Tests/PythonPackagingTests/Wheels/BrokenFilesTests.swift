import Foundation
import PythonPackaging
import Testing

@Suite("files that are cut off or damaged")
struct BrokenFilesTests {
    private static let files: [String] = [
        "a.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n\"b \"\"c\"\"\",,12\n",
        "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2.py3-none-any\nBuild: 1a\n",
        "[console_scripts]\na = b.c:d [e]\n  more\n# note\n[x]\ny = z\n",
    ]

    /// Reads bytes as every kind of file; what matters is that each either returns or throws.
    private func readAsEverything(_ bytes: [UInt8]) {
        _ = try? WheelRecord(parsing: bytes)
        _ = try? WheelDescription(parsing: bytes)
        _ = try? EntryPoints(parsing: bytes)
        _ = try? CoreMetadata(bytes)
    }

    @Test(arguments: files)
    func `a file that ends anywhere is read or refused`(text: String) {
        let bytes = Array(text.utf8)
        for count in 0...bytes.count { readAsEverything(Array(bytes[..<count])) }
    }

    @Test(arguments: files)
    func `a file with any byte changed is read or refused`(text: String) {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            for damage: UInt8 in [0x00, 0x0A, 0x20, 0x22, 0x3A, 0x5B, 0x80, 0xFF] {
                var damaged = bytes
                damaged[index] = damage
                readAsEverything(damaged)
            }
        }
    }

    @Test func `metadata that ends anywhere is read or refused`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/everything", withExtension: "metadata"))
        let bytes = Array(try Data(contentsOf: url))
        for count in stride(from: 0, through: bytes.count, by: 5) {
            let raw = RawMetadata(parsing: Array(bytes[..<count]))
            #expect(raw.fields.count + raw.unparsed.count <= MetadataField.allCases.count + 1)
            _ = try? CoreMetadata(raw)
        }
    }
}
