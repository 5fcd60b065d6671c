/// Lays out the parts of a fixture and writes the tables that point to them.
struct ELFWriter {
    private let fixture: ELFFixture
    private var bytes: [UInt8] = []
    private var places: [String: Range<Int>] = [:]
    private var strings: [UInt8] = [0]

    init(_ fixture: ELFFixture) {
        self.fixture = fixture
    }

    private var word: Int { fixture.wordSize }
    private var headerSize: Int { 40 + 3 * word }
    private var segmentSize: Int { fixture.is64 ? 56 : 32 }

    private var allSegments: [ELFFixture.Segment] {
        var segments = [
            ELFFixture.Segment(type: 1, flags: 4, part: "file"),
            ELFFixture.Segment(type: 1, flags: 5, part: ".text"),
        ]
        if fixture.hasDynamic {
            segments.append(ELFFixture.Segment(type: 2, flags: 6, part: ".dynamic"))
        }
        return segments + fixture.segments
    }

    mutating func write() -> [UInt8] {
        bytes = [UInt8](repeating: 0, count: headerSize + allSegments.count * segmentSize)
        add(".text", fixture.text)
        for section in fixture.sections { add(section.name, section.bytes) }
        if fixture.hasDynamic { addDynamicParts() }
        places["file"] = 0..<bytes.count
        let (sectionTable, sectionCount) = fixture.hasSections ? addSections() : (0, 0)
        writeSegments()
        writeHeader(sectionTable: sectionTable, sectionCount: sectionCount)
        for patch in fixture.patches {
            let start = (places[patch.part]?.lowerBound ?? 0) + patch.position
            replace(at: start, fixture.number(patch.value, size: patch.size))
        }
        return bytes
    }

    private mutating func add(_ name: String, _ content: [UInt8]) {
        bytes = ELFFixture.padded(bytes, to: 8)
        places[name] = bytes.count..<bytes.count + content.count
        bytes += content
    }

    private mutating func replace(at position: Int, _ content: [UInt8]) {
        guard position + content.count <= bytes.count else { return }
        bytes.replaceSubrange(position..<position + content.count, with: content)
    }

    private func address(_ part: String) -> UInt64 {
        ELFFixture.base + UInt64(places[part]?.lowerBound ?? 0)
    }

    private mutating func string(_ text: String) -> UInt64 {
        defer { strings += Array(text.utf8) + [0] }
        return UInt64(strings.count)
    }

    // MARK: - What the loader reads

    private mutating func addDynamicParts() {
        var entries: [(UInt64, UInt64)] = []
        for library in fixture.needed { entries.append((1, string(library))) }
        for (tag, text) in fixture.named { entries.append((tag, string(text))) }
        if !fixture.versionNeeds.isEmpty {
            add(".gnu.version_r", versionNeeds())
            entries.append((0x6FFF_FFFE, address(".gnu.version_r")))
            entries.append((0x6FFF_FFFF, UInt64(fixture.versionNeeds.count)))
        }
        let table = fixture.symbols.map { symbol in (symbol, string(symbol.name)) }
        add(".dynsym", symbolTable(table))
        entries += [(6, address(".dynsym")), (11, fixture.is64 ? 24 : 16)]
        if let (tag, content) = hashTable() {
            add(".hash", content)
            entries.append((tag, address(".hash")))
        }
        if !fixture.relocated.isEmpty {
            let shift: UInt64 = fixture.is64 ? 32 : 8
            let content = fixture.relocated.flatMap {
                fixture.word(0) + fixture.word($0 << shift | 6) + fixture.word(0)
            }
            add(".rela.dyn", content)
            entries += [(7, address(".rela.dyn")), (8, UInt64(content.count))]
        }
        add(".dynstr", strings)
        entries += [(5, address(".dynstr")), (10, UInt64(strings.count))]
        entries += fixture.flags.map { ($0.tag, $0.value) }
        add(
            ".dynamic", (entries + [(0, 0)]).flatMap { fixture.word($0.0) + fixture.word($0.1) })
    }

    private func symbolTable(_ symbols: [(ELFFixture.Symbol, UInt64)]) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: fixture.is64 ? 24 : 16)
        for (symbol, name) in symbols {
            let kind =
                [symbol.binding << 4 | symbol.type, symbol.visibility]
                + fixture.number(symbol.isDefined ? 1 : 0, size: 2)
            let value = [UInt8](repeating: 0, count: 2 * word)
            table += fixture.number32(name) + (fixture.is64 ? kind + value : value + kind)
        }
        return table
    }

    private func hashTable() -> (tag: UInt64, content: [UInt8])? {
        let count = UInt64(fixture.symbols.count + 1)
        let imported = UInt64(fixture.symbols.prefix { !$0.isDefined }.count)
        switch fixture.hash {
        case .none: return nil
        case .sysv:
            // nbucket, nchain, one bucket, the chains: eight bytes each on 64-bit s390.
            let size = fixture.machine == 22 && fixture.is64 ? 8 : 4
            let numbers = [1, count, 0] + [UInt64](repeating: 0, count: Int(count))
            return (4, numbers.flatMap { fixture.number($0, size: size) })
        case .gnuWithoutExports:
            let head = [1, 1, 1, 0].flatMap { fixture.number32($0) }
            return (0x6FFF_FEF5, head + fixture.word(0) + fixture.number32(0))
        case .gnu:
            // One bucket whose chain holds all symbols after the imports; the lowest bit ends it.
            let first = imported + 1
            let chain = (first..<count).map { $0 == count - 1 ? UInt64(0x11) : 0x10 }
            let head = [1, first, 1, 0].flatMap { fixture.number32($0) } + fixture.word(0)
            return (
                0x6FFF_FEF5,
                head + fixture.number32(chain.isEmpty ? 0 : first)
                    + chain.flatMap { fixture.number32($0) }
            )
        }
    }

    private mutating func versionNeeds() -> [UInt8] {
        var table: [UInt8] = []
        for (index, need) in fixture.versionNeeds.enumerated() {
            let isLast = index == fixture.versionNeeds.count - 1
            let step = 16 + 16 * need.versions.count
            table +=
                fixture.number(1, size: 2) + fixture.number(UInt64(need.versions.count), size: 2)
            table += fixture.number32(string(need.library)) + fixture.number32(16)
            table += fixture.number32(isLast ? 0 : UInt64(step))
            for (position, version) in need.versions.enumerated() {
                table += fixture.number32(0) + fixture.number32(0)
                table += fixture.number32(string(version))
                table += fixture.number32(position == need.versions.count - 1 ? 0 : 16)
            }
        }
        return table
    }

    // MARK: - The tables of headers

    private mutating func addSections() -> (offset: Int, count: Int) {
        var list = [ELFFixture.Section(name: ".text", type: 1, flags: 6, bytes: fixture.text)]
        list += fixture.sections
        if fixture.hasDynamic {
            list.append(ELFFixture.Section(name: ".dynstr", type: 3, flags: 2, bytes: []))
            list.append(
                ELFFixture.Section(name: ".dynsym", type: 11, flags: 2, bytes: [], link: ".dynstr"))
        }
        list.append(ELFFixture.Section(name: ".shstrtab", type: 3, bytes: []))
        var names: [UInt8] = [0]
        var nameOffsets: [UInt64] = []
        for section in list {
            nameOffsets.append(UInt64(names.count))
            names += Array(section.name.utf8) + [0]
        }
        add(".shstrtab", names)

        var table = [UInt8](repeating: 0, count: fixture.is64 ? 64 : 40)
        if fixture.usesExtendedCounts {
            // The first header keeps what does not fit: sections, names' index, program headers.
            table =
                [UInt8](repeating: 0, count: 8 + 3 * word) + fixture.word(UInt64(list.count + 1))
                + fixture.number32(UInt64(list.count)) + fixture.number32(UInt64(allSegments.count))
                + [UInt8](repeating: 0, count: 2 * word)
        }
        for (section, name) in zip(list, nameOffsets) {
            let place = places[section.name] ?? 0..<0
            let link = list.firstIndex { $0.name == section.link }.map { UInt64($0 + 1) } ?? 0
            table += fixture.number32(name) + fixture.number32(section.type)
            for value in [
                section.flags, section.flags & 2 == 0 ? 0 : address(section.name),
                UInt64(place.lowerBound), UInt64(place.count),
            ] { table += fixture.word(value) }
            table += fixture.number32(link) + fixture.number32(0)
            table += fixture.word(section.alignment) + fixture.word(0)
        }
        add("sections", table)
        return (places["sections"]?.lowerBound ?? 0, list.count + 1)
    }

    private mutating func writeSegments() {
        var position = headerSize
        for segment in allSegments {
            let place = segment.part.flatMap { places[$0] } ?? 0..<0
            let address = segment.part == nil ? 0 : ELFFixture.base + UInt64(place.lowerBound)
            let size = UInt64(place.count)
            let words = [UInt64(place.lowerBound), address, address, size, max(size, 8)]
                .flatMap { fixture.word($0) }
            let flags = fixture.number32(segment.flags)
            let header =
                fixture.number32(segment.type) + (fixture.is64 ? flags + words : words + flags)
                + fixture.word(segment.alignment)
            replace(at: position, header)
            position += segmentSize
        }
        places["segments"] = headerSize..<position
    }

    private mutating func writeHeader(sectionTable: Int, sectionCount: Int) {
        let extended = fixture.usesExtendedCounts
        var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
        header += [fixture.is64 ? 2 : 1, fixture.isBigEndian ? 2 : 1, 1]
        header += [UInt8](repeating: 0, count: 9)
        header += fixture.number(fixture.type, size: 2) + fixture.number(fixture.machine, size: 2)
        header += fixture.number32(1) + fixture.word(0)
        header += fixture.word(UInt64(headerSize)) + fixture.word(UInt64(sectionTable))
        header += fixture.number32(0)
        for count in [
            headerSize, segmentSize, extended ? 0xFFFF : allSegments.count, fixture.is64 ? 64 : 40,
            extended ? 0 : sectionCount, extended ? 0xFFFF : max(sectionCount - 1, 0),
        ] { header += fixture.number(UInt64(count), size: 2) }
        replace(at: 0, header)
    }
}
