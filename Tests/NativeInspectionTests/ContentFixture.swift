import NativeInspection

/// What a test of content puts into a file; the format around it is the least that holds it.
struct ContentFixture: Sendable {
    /// The processor, by the number of ELF: 62 x86-64, 183 ARM64, 3 i386.
    var machine: UInt64 = 62
    var code: [UInt8] = [0xC3]
    /// Strings of the file, each behind a NUL and before one.
    var strings: [String] = []
    /// Bytes of the file as they are.
    var data: [UInt8] = []
    var imports: [String] = []
    var exports: [String] = []
    /// Symbols of the full table that nobody else sees.
    var locals: [String] = []
    var needed: [String] = []
    var comments: [String] = []
    /// Further sections, by name.
    var sections: [(name: String, bytes: [UInt8])] = []
    /// Properties of GNU's note, as `0xC0000000` for ARM64's BTI and PAC.
    var properties: [(type: UInt64, value: UInt64)] = []

    static let amd64 = ContentFixture()
    static let arm64 = ContentFixture(machine: 183)

    /// Words of ARM64 code.
    static func words(_ words: [UInt32]) -> [UInt8] {
        words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    }

    var elf: ELFFixture {
        var fixture = ELFFixture(is64: machine != 3)
        fixture.machine = machine
        fixture.text = code
        fixture.needed = needed
        fixture.symbols =
            imports.map { ELFFixture.Symbol(name: $0, isDefined: false) }
            + exports.map { ELFFixture.Symbol(name: $0) }
        let texts = strings.flatMap { text -> [UInt8] in [0] + Array(text.utf8) + [0] }
        fixture.sections.append(.init(name: ".rodata", type: 1, flags: 2, bytes: texts))
        fixture.sections.append(
            .init(name: ".data", type: 1, flags: 3, bytes: data, alignment: 16))
        if !comments.isEmpty {
            let bytes = comments.flatMap { text -> [UInt8] in Array(text.utf8) + [0] }
            fixture.sections.append(.init(name: ".comment", type: 1, bytes: bytes))
        }
        fixture.sections += sections.map { .init(name: $0.name, type: 1, bytes: $0.bytes) }
        if !locals.isEmpty { addLocals(to: &fixture) }
        if !properties.isEmpty {
            fixture.addNotes(
                fixture.properties(properties), name: ".note.gnu.property", segment: 0x6474_E553)
        }
        return fixture
    }

    private func addLocals(to fixture: inout ELFFixture) {
        var names: [UInt8] = [0]
        var rows = [UInt8](repeating: 0, count: 24)
        for name in locals {
            rows += fixture.number32(UInt64(names.count)) + [2, 0]
            rows += fixture.number(1, size: 2) + [UInt8](repeating: 0, count: 16)
            names += Array(name.utf8) + [0]
        }
        fixture.sections.append(.init(name: ".strtab", type: 3, bytes: names))
        fixture.sections.append(.init(name: ".symtab", type: 2, bytes: rows, link: ".strtab"))
    }

    func slice() throws -> NativeSlice { try elf.slice() }

    func fact(_ name: FactName) throws -> Fact { try slice().facts[name] }

    func language(_ name: String) throws -> Finding? {
        try slice().languages.first { $0.name == name }
    }

    func binding(_ name: String) throws -> Finding? {
        try slice().bindings.first { $0.name == name }
    }
}
