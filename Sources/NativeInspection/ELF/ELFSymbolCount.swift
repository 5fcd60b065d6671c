/// Finds how many dynamic symbols there are: the dynamic section tells where they begin, not how many.
struct ELFSymbolCount<Source: NativeSource> {
    let image: ELFImage<Source>
    let dynamic: ELFDynamic

    private var addresses: ELFAddressMap { image.addresses }
    private var layout: ELFLayout { image.header.layout }
    private var reader: ELFReader<Source> { image.reader }

    /// The number of dynamic symbols, by the best witness that the file has.
    ///
    /// A GNU hash table only knows the symbols that it offers to others: a file that exports nothing
    /// has imports beyond it, which the section headers count, or the relocations.
    func count() throws(NativeInspectionError) -> Int {
        if let address = dynamic[.hash] { return try sysv(at: address) }
        if let address = dynamic[.gnuHash], let count = try gnu(at: address) { return count }
        if let count = fromSections() { return count }
        return try fromRelocations()
    }

    /// The `nchain` of a `DT_HASH` table; its numbers have eight bytes on 64-bit s390.
    private func sysv(at address: UInt64) throws(NativeInspectionError) -> Int {
        let start = try addresses.range(of: "the symbol hash table", from: address)
        let size = image.header.machine == .s390x ? 8 : 4
        let header = try reader.read(
            "the symbol hash table", at: UInt64(start.lowerBound), count: UInt64(2 * size),
            layout: layout)
        guard let count = header.number(at: size, size: size).flatMap({ Int(exactly: $0) }) else {
            throw .invalid("the symbol hash table at \(hexadecimal(start.lowerBound)) is broken")
        }
        return count
    }

    /// The last index that the chains of a `DT_GNU_HASH` table reach, and one; `nil` if it has no chain.
    private func gnu(at address: UInt64) throws(NativeInspectionError) -> Int? {
        let part = "the GNU hash table"
        let range = try addresses.range(of: part, from: address)
        let header = try reader.read(
            part, at: UInt64(range.lowerBound), count: 16, layout: layout)
        guard let bucketCount = header.number32(at: 0), let first = header.number32(at: 4),
            let bloomCount = header.number32(at: 8)
        else { throw .invalid("\(part) at \(hexadecimal(range.lowerBound)) is cut off") }
        let buckets = UInt64(range.lowerBound + 16 + bloomCount * layout.wordSize)
        let table = try reader.read(
            part, at: buckets, count: UInt64(bucketCount) * 4, layout: layout)
        var last = 0
        for index in 0..<bucketCount {
            last = max(last, table.number32(at: 4 &* index) ?? 0)
        }
        guard last >= first, last > 0 else { return nil }
        return try endOfChain(last, first: first, at: buckets + UInt64(bucketCount) * 4) + 1
    }

    /// Follows the chain that begins at a symbol to the entry whose lowest bit is set.
    private func endOfChain(
        _ start: Int, first: Int, at chains: UInt64
    ) throws(NativeInspectionError) -> Int {
        let piece = 1024
        var index = start
        while index < reader.limits.symbols {
            let offset = chains + UInt64(index - first) * 4
            let rest = UInt64(reader.byteCount).subtractingReportingOverflow(offset)
            guard !rest.overflow, rest.partialValue >= 4 else { break }
            let count = min(piece, Int(rest.partialValue / 4))
            let entries = try reader.read(
                "the GNU hash table", at: offset, count: UInt64(count * 4), layout: layout)
            for entry in 0..<count {
                if let hash = entries.number32(at: 4 * entry), hash & 1 != 0 {
                    return index + entry
                }
            }
            index += count
        }
        throw .invalid("the chain of symbol \(start) in the GNU hash table has no end")
    }

    private func fromSections() -> Int? {
        guard let address = dynamic[.symbolTable],
            let section = image.knownSections.first(where: {
                $0.type == 11 && $0.address == address
            }),
            let range = section.fileRange(within: reader.byteCount)
        else { return nil }
        return range.count / ELFSymbolTable.entrySize(layout)
    }

    /// The highest symbol that a relocation names, and one.
    private func fromRelocations() throws(NativeInspectionError) -> Int {
        let withAddend: [(ELFDynamic.Tag, ELFDynamic.Tag, UInt64)] = [
            (.relocations, .relocationBytes, 3),
            (.relWithoutAddend, .relWithoutAddendBytes, 2),
            (.pltRelocations, .pltRelocationBytes, dynamic[.pltRelocationKind] == 7 ? 3 : 2),
        ]
        var count = 0
        for (table, bytes, words) in withAddend {
            guard let address = dynamic[table], let size = dynamic[bytes], size > 0 else {
                continue
            }
            let start = try addresses.range(of: "the relocations", from: address)
            let relocations = try reader.read(
                "the relocations", at: UInt64(start.lowerBound), count: size, layout: layout)
            let step = Int(words) * layout.wordSize
            var position = 0
            while let info = relocations.word(at: position + layout.wordSize) {
                let symbol = Int(truncatingIfNeeded: info >> (layout.is64 ? 32 : 8))
                count = max(count, symbol + 1)
                position += step
            }
        }
        return count
    }
}
