import NativeInspection
import Testing

/// Entries of a table can share one long name: what a report lists is bounded by its bytes as well.
@Suite struct `Lists of names` {
    private func slice(_ bytes: [UInt8], listBytes: Int) throws -> NativeSlice {
        var limits = InspectionLimits.standard
        limits.listBytes = listBytes
        let file = try NativeFile(MemoryNativeSource(bytes), limits: limits)
        return try #require(file?.slices.first)
    }

    @Test func `of needed libraries that are too long together leave the fact undecidable`() throws
    {
        var file = ELFFixture()
        file.needed = Array(repeating: "libcheese.so", count: 20)
        let slice = try slice(file.bytes, listBytes: 100)
        #expect(slice.facts[.needed].value == .undecidable)
        #expect(slice.needed.count == 8)
        #expect(try self.slice(file.bytes, listBytes: 240).needed.count == 20)
    }

    @Test func `of versions that are too long together are undecidable`() throws {
        var file = ELFFixture()
        file.versionNeeds = [("libc.so.6", ["GLIBC_2.17", "GLIBC_2.18", "GLIBC_2.28"])]
        #expect(try slice(file.bytes, listBytes: 30).facts[.versionNeeds].value == .undecidable)
        #expect(try slice(file.bytes, listBytes: 39).versionNeeds.first?.versions.count == 3)
    }

    @Test func `of a PE file's libraries that are too long together are undecidable`() throws {
        var file = PEFixture()
        file.addImports([("KERNEL32.dll", ["Sleep"]), ("USER32.dll", ["BeginPaint"])])
        file.addDelayImports([("ole32.dll", ["CoInitialize"])])
        #expect(try slice(file.bytes, listBytes: 30).facts[.needed].value == .undecidable)
        #expect(try slice(file.bytes, listBytes: 31).needed.count == 3)
    }

    @Test func `of a Mach-O file's libraries that are too long together refuse the file`() throws {
        var file = MachOFixture()
        file.addLibrary("/usr/lib/libSystem.B.dylib")
        file.addSearchPath("@loader_path")
        #expect(try slice(file.bytes, listBytes: 38).needed.count == 1)
        #expect(throws: NativeInspectionError.self) { try slice(file.bytes, listBytes: 37) }
    }

    private var importing: ELFFixture {
        var file = ELFFixture()
        file.symbols = (0..<10).map { ELFFixture.Symbol(name: "other\($0)", isDefined: false) }
        file.symbols += ["PyList_New", "_Py_Dealloc", "printf", "__memcpy_chk"].map {
            ELFFixture.Symbol(name: $0, isDefined: false)
        }
        return file
    }

    @Test func `of imports keep what rules ask for, and tell that others are missing`() throws {
        var limits = InspectionLimits.standard
        limits.listEntries = 4
        let source = MemoryNativeSource(importing.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect(slice.symbolProblem != nil)
        #expect(slice.pythonProblem == nil)
        #expect(slice.imports.filter { $0.hasPrefix("other") }.count == 4)
        #expect(Set(["PyList_New", "_Py_Dealloc", "printf"]).isSubset(of: slice.imports))
        #expect(slice.imports.contains("__memcpy_chk"))
    }

    @Test func `of imports that are whole have no problem`() throws {
        let slice = try importing.slice()
        #expect(slice.symbolProblem == nil && slice.pythonProblem == nil)
        #expect(slice.imports.count == 14)
    }

    @Test func `of imports that lack Python's own say so`() throws {
        var limits = InspectionLimits.standard
        limits.listEntries = 1
        let source = MemoryNativeSource(importing.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect(slice.imports == ["other0", "PyList_New"])
        #expect(slice.pythonProblem != nil && slice.pythonProblem == slice.symbolProblem)
    }

    @Test func `of imports that cannot be read to their end may lack Python's own`() throws {
        var file = importing
        file.patches = [(".dynsym", 24, 4, 0x00FF_FFFF)]
        let slice = try file.slice()
        #expect(slice.pythonProblem != nil && slice.pythonProblem == slice.symbolProblem)
    }

    @Test(arguments: ["__strlen_chk", "__write_chk", "__strncpy_chk2"])
    func `of imports keep Android's checking variants beyond the limit`(name: String) throws {
        var file = importing
        file.needed = ["libc.so", "liblog.so"]
        file.symbols.removeLast()
        file.symbols.append(.init(name: name, isDefined: false))
        var limits = InspectionLimits.standard
        limits.listEntries = 4
        let source = MemoryNativeSource(file.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect(slice.symbolProblem != nil)
        #expect(slice.facts[.fortify].value == .present)
        #expect(slice.facts[.fortify].names["fortified"] == [name])
    }

    @Test func `of imports that are not whole show no missing fortification`() throws {
        var file = importing
        file.needed = ["libc.so.6"]
        file.symbols.removeLast()
        #expect(try file.fact(.fortify).value == .absent)
        var limits = InspectionLimits.standard
        limits.listEntries = 4
        let source = MemoryNativeSource(file.bytes)
        let slice = try #require(try NativeFile(source, limits: limits)?.slices.first)
        #expect(slice.facts[.fortify].value == .undecidable)
    }
}
