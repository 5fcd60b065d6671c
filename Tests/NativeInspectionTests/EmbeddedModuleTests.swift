import NativeInspection
import Synchronization
import Testing

@Suite struct `WebAssembly inside of a file` {
    @Test func `is read in few pieces, however many sections it has`() throws {
        var file = ELFFixture()
        // Custom sections of one byte each, by the binary format of WebAssembly.
        let module: [UInt8] =
            [0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0]
            + (0..<5000).flatMap { _ in [0x00, 0x01, 0x00] as [UInt8] }
        let text = Array("/rustc/0123456789012345678901234567890123456789/library\u{0}".utf8)
        file.sections = [.init(name: ".rodata", type: 1, flags: 2, bytes: module + text)]
        let source = CallCounter(file.bytes)
        let slice = try #require(try NativeFile(source)?.slices.first)
        #expect(source.calls < 100)
        #expect(slice.languages.contains { $0.name == "rust" })
    }
}

/// A source that counts how often it is read.
private final class CallCounter: NativeSource {
    private let source: MemoryNativeSource
    private let count = Mutex(0)

    init(_ bytes: [UInt8]) {
        source = MemoryNativeSource(bytes)
    }

    var byteCount: Int { source.byteCount }
    var calls: Int { count.withLock(\.self) }

    func read(at offset: Int, count wanted: Int) throws -> [UInt8] {
        count.withLock { $0 += 1 }
        return try source.read(at: offset, count: wanted)
    }
}
