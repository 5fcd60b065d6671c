import NativeInspection
import Synchronization
import Testing

@Suite struct `PE imports` {
    @Test(arguments: [true, false])
    func `tell libraries in their order and spelling, and functions by name`(isWide: Bool) throws {
        var file = PEFixture(isWide: isWide)
        file.addImports([
            ("python312.dll", ["PyList_New", "_Py_Dealloc"]),
            ("KERNEL32.dll", ["Sleep", "#17", "HeapAlloc"]),
            ("api-ms-win-crt-heap-l1-1-0.dll", ["malloc"]),
        ])
        let slice = try file.slice
        let libraries = ["python312.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"]
        #expect(slice.needed == libraries)
        #expect(slice.facts[.needed].value == .list(libraries))
        #expect(slice.imports == ["PyList_New", "_Py_Dealloc", "Sleep", "HeapAlloc", "malloc"])
        #expect(slice.facts[.needed].names == ["python312.dll": ["PyList_New", "_Py_Dealloc"]])
    }

    @Test func `are read from the address table where there is no other`() throws {
        var file = PEFixture()
        file.addImports([("python3.dll", ["PyList_New"])], withLookupTable: false)
        #expect(try file.slice.imports == ["PyList_New"])
    }

    @Test(arguments: [0, PEFixture.base])
    func `count those that are loaded late`(base: Int) throws {
        var file = PEFixture(isWide: base == 0)
        file.addImports([("KERNEL32.dll", ["Sleep"])])
        file.addDelayImports([("ole32.dll", ["CoInitialize"])], base: base)
        let slice = try file.slice
        #expect(slice.needed == ["KERNEL32.dll", "ole32.dll"])
        #expect(slice.imports == ["Sleep", "CoInitialize"])
        #expect(slice.facts[.needed].names["delayed"] == ["ole32.dll"])
    }

    @Test(arguments: [Int.min, .min + 1, .max])
    func `loaded late by addresses from any base are read or undecidable`(base: Int) throws {
        var file = PEFixture()
        file.imageBase = base
        file.addImports([("KERNEL32.dll", ["Sleep"])])
        file.addDelayImports([("ole32.dll", ["CoInitialize"])], base: 1 << 40)
        let slice = try file.slice
        #expect(slice.facts[.needed].value == .undecidable)
        #expect(slice.imports == ["Sleep"])
    }

    @Test func `that lie outside leave the libraries undecidable`() throws {
        var file = PEFixture()
        file.setDirectory(1, address: 0x90_0000, size: 40)
        let facts = try file.slice.facts
        #expect(facts[.needed].value == .undecidable)
        #expect(facts[.nxCompat].value == .present)
    }

    @Test func `of a module are whole though its exports lie outside`() throws {
        var file = PEFixture()
        file.addImports([("python3.dll", ["PyList_New"])])
        file.setDirectory(0, address: 0x90_0000, size: 40)
        let slice = try file.slice
        #expect(slice.imports == ["PyList_New"])
        #expect(slice.symbolProblem != nil)
        #expect(slice.pythonProblem == nil)
    }

    /// More COFF symbols than the limit stand for any table of them that cannot be read.
    @Test(arguments: [true, false])
    func
        `are whole though the COFF symbols cannot be read, which count where there is no other name`(
            hasImports: Bool
        ) throws
    {
        var file = PEFixture()
        if hasImports { file.addImports([("python3.dll", ["PyList_New"])]) }
        file.symbols = (0..<9).map { .init(name: "local\($0)") }
        var limits = InspectionLimits.standard
        limits.symbols = 5
        let source = MemoryNativeSource(file.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect((slice.symbolProblem == nil) == hasImports)
        #expect(slice.pythonProblem == nil)
    }

    @Test func `that lie outside may lack Python's own`() throws {
        var file = PEFixture()
        file.setDirectory(1, address: 0x90_0000, size: 40)
        let slice = try file.slice
        #expect(slice.pythonProblem != nil && slice.pythonProblem == slice.symbolProblem)
    }

    @Test func `are found though the pointer to a section is not a whole sector`() throws {
        var file = PEFixture()
        file.addImports([("KERNEL32.dll", ["Sleep"])])
        file.pointerSkew = 0x10
        #expect(try file.slice.imports == ["Sleep"])
    }

    @Test func `do not make the file be read many times over`() throws {
        var file = PEFixture()
        let near = (0..<500).map { "near\($0)" }
        file.addImports([("a.dll", near)])
        _ = file.add([UInt8](repeating: 1, count: 200_000))
        let source = CountingSource(file.bytes)
        _ = try NativeFile(source)
        #expect(source.bytesRead < 8 * source.byteCount)
    }
}

@Suite struct `PE exports` {
    @Test func `initialise a module`() throws {
        var file = PEFixture()
        file.addExports(["PyInit_module", "helper"])
        #expect(try file.slice.moduleInitializers == ["PyInit_module"])
    }

    @Test func `are no COFF symbols`() throws {
        var file = PEFixture()
        file.symbols = [.init(name: "PyInit_module")]
        #expect(try file.slice.moduleInitializers == [])
    }
}

/// A source that counts what is read of it.
private final class CountingSource: NativeSource {
    private let bytes: [UInt8]
    private let read = Mutex(0)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var byteCount: Int { bytes.count }
    var bytesRead: Int { read.withLock(\.self) }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        read.withLock { $0 += count }
        return Array(bytes[offset..<min(offset + count, bytes.count)])
    }
}
