import NativeInspection

/// Assembles a PE file by Microsoft's specification of the format, so that a test can bend any one
/// field.
///
/// All tables stand in the section `.rdata`, at the address 0x1000 and the file offset 0x400, so that
/// a reader that mistakes the one for the other is found out.
struct PEFixture: Sendable {
    struct Section {
        var name: String
        var characteristics: Int
        var bytes: [UInt8]
    }

    struct Symbol {
        var name: String
        /// 2 external, 3 static.
        var storageClass: UInt8 = 2
    }

    static let firstAddress = 0x1000
    static let firstOffset = 0x400

    var isWide = true
    var processor = 0x8664
    var characteristics = 0x2022
    var dllCharacteristics = 0x160
    var linkerVersion: [UInt8] = [14, 44]
    var imageBase = PEFixture.base
    var sections: [Section] = []
    var symbols: [Symbol] = []
    /// The WIN_CERTIFICATE at the end of the file.
    var certificate: [UInt8] = []
    /// Where and how large the file says that the certificate is; `nil` is the truth.
    var certificatePlace: (offset: Int, size: Int)?
    /// Product, build and count of each tool.
    var richTools: [(product: Int, build: Int, objects: Int)] = []
    /// Added to the pointers to raw data, which the loader rounds down.
    var pointerSkew = 0
    private var directories: [Int: (address: Int, size: Int)] = [:]
    private var data: [UInt8] = []

    init(isWide: Bool = true) {
        self.isWide = isWide
        if !isWide { (processor, characteristics, dllCharacteristics) = (0x14C, 0x2122, 0x140) }
    }

    static func word(_ value: Int, bytes: Int = 4) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// A pointer of the format's width.
    func pointer(_ value: Int) -> [UInt8] { Self.word(value, bytes: isWide ? 8 : 4) }

    static func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

    /// Adds bytes to `.rdata` and returns their address.
    mutating func add(_ bytes: [UInt8]) -> Int {
        let address = Self.firstAddress + data.count
        data += bytes + [UInt8](repeating: 0, count: -bytes.count & 7)
        return address
    }

    static func offset(of address: Int) -> Int { address - firstAddress + firstOffset }

    mutating func setDirectory(_ index: Int, address: Int, size: Int) {
        directories[index] = (address, size)
    }

    /// Adds imports: functions by name, or `#` and the ordinal.
    mutating func addImports(
        _ libraries: [(library: String, functions: [String])], withLookupTable: Bool = true
    ) {
        var rows: [UInt8] = []
        for (library, functions) in libraries {
            let table = addFunctions(functions)
            rows += Self.word(withLookupTable ? table : 0) + Self.word(0) + Self.word(0)
            rows += Self.word(add(Self.text(library))) + Self.word(table)
        }
        rows += [UInt8](repeating: 0, count: 20)
        setDirectory(1, address: add(rows), size: rows.count)
    }

    /// Adds delay-loaded imports; `base` is added where the old form gives addresses of memory.
    mutating func addDelayImports(
        _ libraries: [(library: String, functions: [String])], base: Int = 0
    ) {
        var rows: [UInt8] = []
        for (library, functions) in libraries {
            let table = addFunctions(functions, base: base)
            rows += Self.word(base == 0 ? 1 : 0) + Self.word(add(Self.text(library)) + base)
            rows += Self.word(0) + Self.word(table + base) + Self.word(table + base)
            rows += Self.word(0) + Self.word(0) + Self.word(0)
        }
        rows += [UInt8](repeating: 0, count: 32)
        setDirectory(13, address: add(rows), size: rows.count)
    }

    private mutating func addFunctions(_ functions: [String], base: Int = 0) -> Int {
        var table: [UInt8] = []
        for function in functions {
            if function.hasPrefix("#"), let ordinal = Int(function.dropFirst()) {
                table += pointer(ordinal | (isWide ? Int.min : 1 << 31))
            } else {
                table += pointer(add([0, 0] + Self.text(function)) + base)
            }
        }
        return add(table + pointer(0))
    }

    mutating func addExports(_ names: [String]) {
        let pointers = names.map { Self.word(add(Self.text($0))) }.flatMap(\.self)
        let table = add(pointers)
        let functions = add(names.flatMap { _ in Self.word(Self.firstAddress) })
        let ordinals = add(names.indices.flatMap { Self.word($0, bytes: 2) })
        let name = add(Self.text("module.pyd"))
        let directory =
            [UInt8](repeating: 0, count: 12) + Self.word(name) + Self.word(1)
            + Self.word(names.count) + Self.word(names.count) + Self.word(functions)
            + Self.word(table) + Self.word(ordinals)
        setDirectory(0, address: add(directory), size: 40)
    }

    /// Adds a load configuration that says its size and has fields by their offsets, also such that
    /// its size does not cover.
    mutating func addConfiguration(size: Int, _ fields: [Int: Int]) {
        var bytes = Self.word(size) + [UInt8](repeating: 0, count: 0x100)
        for (offset, value) in fields {
            // The 32-bit fields stand side by side; flags are 32 bits wide in both forms.
            let width = isWide && offset != 0x90 ? 8 : 4
            bytes.replaceSubrange(offset..<offset + width, with: Self.word(value, bytes: width))
        }
        setDirectory(10, address: add(bytes), size: isWide ? 0x140 : 0x40)
    }

    mutating func addDebug(_ entries: [(type: Int, bytes: [UInt8])]) {
        var rows: [UInt8] = []
        for entry in entries {
            let address = add(entry.bytes)
            rows += Self.word(0) + Self.word(0) + Self.word(0) + Self.word(entry.type)
            rows += Self.word(entry.bytes.count) + Self.word(address)
            rows += Self.word(Self.offset(of: address))
        }
        setDirectory(6, address: add(rows), size: rows.count)
    }

    var bytes: [UInt8] {
        var start: [UInt8] = [0x4D, 0x5A] + [UInt8](repeating: 0, count: 0x3A)
        start += Self.word(0x100)
        start += [UInt8](repeating: 0x90, count: 0x40) + richHeader
        start += [UInt8](repeating: 0, count: 0x100 - start.count)

        let all = [Section(name: ".rdata", characteristics: 0x4000_0040, bytes: data)] + sections
        var rows: [UInt8] = []
        var body: [UInt8] = []
        for (index, section) in all.enumerated() {
            let padded = section.bytes + [UInt8](repeating: 0, count: -section.bytes.count & 0x1FF)
            let name = Array(section.name.utf8.prefix(8))
            rows += name + [UInt8](repeating: 0, count: 8 - name.count)
            rows += Self.word(section.bytes.count) + Self.word(Self.firstAddress + 0x10_000 * index)
            rows += Self.word(padded.count)
            rows += Self.word(Self.firstOffset + body.count + pointerSkew)
            rows += [UInt8](repeating: 0, count: 12) + Self.word(section.characteristics)
            body += padded
        }
        var strings: [UInt8] = []
        var symbolRows: [UInt8] = []
        for symbol in symbols {
            if symbol.name.utf8.count <= 8 {
                let name = Array(symbol.name.utf8)
                symbolRows += name + [UInt8](repeating: 0, count: 8 - name.count)
            } else {
                symbolRows += Self.word(0) + Self.word(4 + strings.count)
                strings += Self.text(symbol.name)
            }
            symbolRows += Self.word(0) + [1, 0, 0x20, 0, symbol.storageClass, 0]
        }
        let symbolOffset = Self.firstOffset + body.count
        if !symbols.isEmpty { body += symbolRows + Self.word(4 + strings.count) + strings }
        let certificateOffset = Self.firstOffset + body.count
        body += certificate

        var all16 = directories
        if let certificatePlace {
            all16[4] = (certificatePlace.offset, certificatePlace.size)
        } else if !certificate.isEmpty {
            all16[4] = (certificateOffset, certificate.count)
        }
        let coff =
            Self.word(processor, bytes: 2) + Self.word(all.count, bytes: 2) + Self.word(0)
            + Self.word(symbols.isEmpty ? 0 : symbolOffset) + Self.word(symbols.count)
            + Self.word(isWide ? 240 : 224, bytes: 2) + Self.word(characteristics, bytes: 2)
        let head = start + [0x50, 0x45, 0, 0] + coff + optionalHeader(all16) + rows
        return head + [UInt8](repeating: 0, count: Self.firstOffset - head.count) + body
    }

    private func optionalHeader(_ directories: [Int: (address: Int, size: Int)]) -> [UInt8] {
        var header = Self.word(isWide ? 0x20B : 0x10B, bytes: 2) + linkerVersion
        header += [UInt8](repeating: 0, count: 20)
        header += isWide ? Self.word(imageBase, bytes: 8) : Self.word(0) + Self.word(imageBase)
        header += Self.word(0x1000) + Self.word(0x200)
        header += [UInt8](repeating: 0, count: 16) + Self.word(0x8_0000) + Self.word(0x400)
        header += Self.word(0) + Self.word(2, bytes: 2) + Self.word(dllCharacteristics, bytes: 2)
        header += [UInt8](repeating: 0, count: isWide ? 32 : 16) + Self.word(0) + Self.word(16)
        for index in 0..<16 {
            let place = directories[index] ?? (0, 0)
            header += Self.word(place.address) + Self.word(place.size)
        }
        return header
    }

    static let base = 0x1000_0000

    private var richHeader: [UInt8] {
        guard !richTools.isEmpty else { return [] }
        let mask = 0x1234_5678
        var words = [0x536E_6144, 0, 0, 0]
        for tool in richTools { words += [tool.product << 16 | tool.build, tool.objects] }
        return words.flatMap { Self.word($0 ^ mask) } + Array("Rich".utf8) + Self.word(mask)
    }

    var slice: NativeSlice {
        get throws { try MachOFixture.slices(bytes)[0] }
    }
}
