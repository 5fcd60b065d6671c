/// The two choices that decide how every number of an ELF file is written.
struct ELFLayout: Equatable {
    let is64: Bool
    let isBigEndian: Bool

    /// The bytes of an address, an offset or a dynamic value.
    var wordSize: Int { is64 ? 8 : 4 }
}

/// A piece of an ELF file, read as numbers; a position outside of it gives `nil`.
struct ELFBytes {
    let table: NativeTable
    let layout: ELFLayout

    var bytes: [UInt8] { table.bytes }
    var count: Int { table.count }
    /// Where the piece begins in the file.
    var offset: Int { table.offset }

    func byte(at position: Int) -> Int? {
        bytes.indices.contains(position) ? Int(bytes[position]) : nil
    }

    func half(at position: Int) -> Int? {
        number(at: position, size: 2).map(Int.init(truncatingIfNeeded:))
    }

    func number32(at position: Int) -> Int? {
        number(at: position, size: 4).map(Int.init(truncatingIfNeeded:))
    }

    /// An address, an offset or a size: four or eight bytes, by the layout.
    func word(at position: Int) -> UInt64? {
        number(at: position, size: layout.wordSize)
    }

    /// So many words that stand one after the other, or `nil` where one lies outside.
    func words(at position: Int, count: Int) -> [UInt64]? {
        var words: [UInt64] = []
        for index in 0..<count {
            guard let word = word(at: position + index * layout.wordSize) else { return nil }
            words.append(word)
        }
        return words
    }

    func number(at position: Int, size: Int) -> UInt64? {
        guard position >= 0, position <= count - size else { return nil }
        return try? table.integer(at: position, bytes: size)
    }
}
