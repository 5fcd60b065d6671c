import NativeInspection

/// Assembles a Mach-O file by `<mach-o/loader.h>`, so that a test can bend any one field.
///
/// The tables that load commands point to begin at 0x400. Byte order and width are chosen first.
struct MachOFixture: Sendable {
    struct Section {
        var segment: String
        var name: String
        var flags = 0
        var bytes: [UInt8] = []
    }

    struct Symbol {
        var name: String
        /// `n_type`: 0x01 undefined, 0x0E local, 0x0F external, 0x1E private external, 0x66 `N_OSO`.
        var type: UInt8
        var value = 0
    }

    static let firstTable = 0x400

    let is64: Bool
    let isBigEndian: Bool
    var processor: Int
    var subtype = 0
    /// 1 object, 2 program, 6 library, 8 bundle, 10 dSYM.
    var fileType = 6
    var flags = 0x85
    var commands: [[UInt8]] = []
    private(set) var tables: [UInt8] = []
    var signing: Signing?

    init(is64: Bool = true, isBigEndian: Bool = false, processor: Int = 0x0100_000C) {
        self.is64 = is64
        self.isBigEndian = isBigEndian
        self.processor = processor
    }

    func word(_ value: Int, bytes: Int = 4) -> [UInt8] {
        let little = (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isBigEndian ? little.reversed() : little
    }

    static func name(_ text: String, bytes: Int = 16) -> [UInt8] {
        let name = Array(text.utf8.prefix(bytes))
        return name + [UInt8](repeating: 0, count: bytes - name.count)
    }

    /// Adds a load command and pads it.
    mutating func add(_ kind: Int, _ payload: [UInt8]) {
        let padding = [UInt8](repeating: 0, count: -payload.count & 7)
        commands.append(word(kind) + word(8 + payload.count + padding.count) + payload + padding)
    }

    /// Adds bytes behind the load commands and returns where they stand.
    mutating func addTable(_ bytes: [UInt8]) -> Int {
        let offset = Self.firstTable + tables.count
        tables += bytes + [UInt8](repeating: 0, count: -bytes.count & 7)
        return offset
    }

    mutating func addSegment(
        _ name: String, protection: Int = 5, flags: Int = 0, sections: [Section] = []
    ) {
        let width = is64 ? 8 : 4
        let offset = Self.firstTable + tables.count
        var rows: [UInt8] = []
        for section in sections {
            let start = addTable(section.bytes)
            rows += Self.name(section.name) + Self.name(section.segment)
            rows += word(0x1000, bytes: width) + word(section.bytes.count, bytes: width)
            rows += word(start) + word(0) + word(0) + word(0) + word(section.flags)
            rows += word(0) + word(0) + (is64 ? word(0) : [])
        }
        let size = max(Self.firstTable + tables.count - offset, 1)
        add(
            is64 ? 0x19 : 0x1,
            Self.name(name) + word(0x1000, bytes: width) + word(0x1000, bytes: width)
                + word(offset, bytes: width) + word(size, bytes: width) + word(7)
                + word(protection) + word(sections.count) + word(flags) + rows)
    }

    /// Adds `LC_LOAD_DYLIB` or one of its kind; `LC_ID_DYLIB` is 0xD.
    mutating func addLibrary(_ path: String, kind: Int = 0xC) {
        add(kind, word(24) + word(0) + word(0) + word(0) + Array(path.utf8) + [0])
    }

    mutating func addSearchPath(_ path: String) {
        add(0x8000_001C, word(12) + Array(path.utf8) + [0])
    }

    mutating func addBuild(platform: Int, minimum: Int, sdk: Int, tools: [(Int, Int)] = []) {
        add(
            0x32,
            word(platform) + word(minimum) + word(sdk) + word(tools.count)
                + tools.flatMap { word($0.0) + word($0.1) })
    }

    mutating func addSymbols(_ symbols: [Symbol]) {
        var names: [UInt8] = [0x20, 0]
        var rows: [UInt8] = []
        for symbol in symbols {
            rows += word(names.count) + [symbol.type, 0] + word(0, bytes: 2)
            rows += word(symbol.value, bytes: is64 ? 8 : 4)
            names += Array(symbol.name.utf8) + [0]
        }
        let start = addTable(rows)
        add(0x2, word(start) + word(symbols.count) + word(addTable(names)) + word(names.count))
    }

    /// Adds the export trie (`LC_DYLD_EXPORTS_TRIE`).
    mutating func addTrie(_ bytes: [UInt8]) {
        add(0x8000_0033, word(addTable(bytes)) + word(bytes.count))
    }

    /// A trie whose root has one edge to each name.
    static func trie(_ names: [String]) -> [UInt8] {
        let edges = names.reduce(0) { $0 + $1.utf8.count + 2 }
        var root: [UInt8] = [0, UInt8(names.count)]
        for (index, name) in names.enumerated() {
            root += Array(name.utf8) + [0, UInt8(2 + edges + 4 * index)]
        }
        // Two bytes of terminal information (flags and address), then no children.
        return root + names.flatMap { _ in [2, 0, 0, 0] as [UInt8] }
    }

    /// Adds `LC_DYLD_CHAINED_FIXUPS` with imports of the plainest format.
    mutating func addChainedFixups(_ names: [String]) {
        var pool: [UInt8] = [0]
        var rows: [UInt8] = []
        for name in names {
            rows += word(1 | pool.count << 9)
            pool += Array(name.utf8) + [0]
        }
        let header =
            word(0) + word(28) + word(28) + word(28 + rows.count) + word(names.count) + word(1)
            + word(0)
        let table = header + rows + pool
        add(0x8000_0034, word(addTable(table)) + word(table.count))
    }

    var bytes: [UInt8] {
        let magic = word(is64 ? 0xFEED_FACF : 0xFEED_FACE)
        let body = commands.flatMap(\.self)
        let header =
            magic + word(processor) + word(subtype) + word(fileType) + word(commands.count)
            + word(body.count) + word(flags) + (is64 ? word(0) : [])
        let head = header + body
        var bytes = head + [UInt8](repeating: 0, count: Self.firstTable - head.count) + tables
        sign(&bytes)
        return bytes
    }

    /// The slice of the file by itself.
    var slice: NativeSlice {
        get throws { try Self.slices(bytes)[0] }
    }

    static func slices(_ bytes: [UInt8]) throws -> [NativeSlice] {
        guard let file = try NativeFile(MemoryNativeSource(bytes)), !file.slices.isEmpty else {
            throw NativeInspectionError.invalid("the fixture is no native file")
        }
        return file.slices
    }

    /// A fat file of such files; `isWide` for the form with 64-bit offsets.
    static func fat(_ files: [MachOFixture], isWide: Bool = false) -> [UInt8] {
        let writer = MachOFixture(isBigEndian: true)
        let width = isWide ? 8 : 4
        var head = writer.word(isWide ? 0xCAFE_BABF : 0xCAFE_BABE) + writer.word(files.count)
        var offset = 0x100
        var body: [UInt8] = []
        for file in files {
            let bytes = file.bytes
            head += writer.word(file.processor) + writer.word(file.subtype)
            head += writer.word(offset, bytes: width) + writer.word(bytes.count, bytes: width)
            head += writer.word(2) + (isWide ? writer.word(0) : [])
            body += bytes
            offset += bytes.count
        }
        return head + [UInt8](repeating: 0, count: 0x100 - head.count) + body
    }
}
