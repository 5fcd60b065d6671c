/// The exports that dyld itself uses: a prefix tree of names, which stays when the symbol table is
/// stripped of them.
struct ExportTrie {
    private let bytes: [UInt8]
    private let limits: InspectionLimits

    init(
        _ place: LoadCommands.Place, _ reader: SliceReader<some NativeSource>
    ) throws(NativeInspectionError) {
        bytes = try reader.table("the export trie", at: place.offset, count: place.size).bytes
        limits = reader.limits
    }

    /// Notes each exported name.
    ///
    /// No node is entered twice, so that neither a loop nor a shared branch multiplies the work, and
    /// the bytes of all names together are bounded.
    func note(into tally: inout SymbolTally) throws(NativeInspectionError) {
        var pending: [(node: Int, name: [UInt8])] = [(0, [])]
        var entered: Set<Int> = [0]
        var nameBytes = 0
        while let (node, name) = pending.popLast() {
            var position = node
            let terminalSize = try number(&position)
            if terminalSize > 0, !name.isEmpty {
                var names = MachONames(name, limits: limits)
                try names.note(from: 0, as: .exported, into: &tally)
            }
            guard terminalSize <= bytes.count - position else { throw Self.broken(at: position) }
            position += terminalSize
            guard position < bytes.count else { throw Self.broken(at: position) }
            let childCount = bytes[position]
            position += 1
            for _ in 0..<childCount {
                let edgeStart = position
                while position < bytes.count, bytes[position] != 0 { position += 1 }
                let childName = name + bytes[edgeStart..<position]
                position += 1
                let child = try number(&position)
                nameBytes += childName.count
                guard entered.insert(child).inserted, childName.count <= limits.nameBytes,
                    nameBytes <= limits.tableBytes
                else { throw Self.broken(at: position) }
                pending.append((child, childName))
            }
        }
    }

    /// A number in base 128 (ULEB128), which must be an offset within the trie.
    private func number(_ position: inout Int) throws(NativeInspectionError) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard position < bytes.count else { break }
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                guard value < bytes.count else { break }
                return value
            }
        }
        throw Self.broken(at: position)
    }

    private static func broken(at position: Int) -> NativeInspectionError {
        .invalid("the export trie is broken at its byte \(hexadecimal(position))")
    }
}
