/// Names as search compares them: lower case, without separators, so that `Flask_SQLAlchemy`,
/// `flask sqlalchemy` and `flasksqlalchemy` are one.
enum NameKey {
    /// Longer names are found exactly, by their beginning and by their words, not with a typing error.
    static let longestWithErrors = 64
    /// Shorter queries are a typing error away from too much.
    static let shortestWithErrors = 3

    /// The letters and digits of a name or of what was typed for one; nil where it has characters
    /// that no name has, or nothing else.
    static func squashed(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "): break
            default: return nil
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Hashes of a squashed name and of every name that is one letter shorter.
    ///
    /// Two names that are one insertion, deletion, change or swap of neighbours apart have one of
    /// these in common; some others have too, so that ``editCost(typed:name:)`` decides. 31 bits.
    static func variantHashes(of squashed: some Collection<UInt8>) -> Set<Int64> {
        let bytes = Array(squashed)
        var hashes: Set<Int64> = [hash(bytes, without: bytes.count)]
        for place in bytes.indices { hashes.insert(hash(bytes, without: place)) }
        return hashes
    }

    /// FNV-1a of the bytes except one.
    @inline(__always)
    static func hash(_ bytes: some Collection<UInt8>, without place: Int) -> Int64 {
        var hash: UInt32 = 2_166_136_261
        var index = 0
        for byte in bytes {
            if index != place { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
            index += 1
        }
        return Int64(hash & 0x7FFF_FFFF)
    }

    /// What the one typing error costs that lies between two squashed names: 0 for none, nil for
    /// more than one.
    ///
    /// A letter doubled or single where it should be the other, and two letters swapped, are what
    /// fingers do most; then a letter missing, a neighbour on the keyboard, any other letter, and a
    /// letter too many.
    static func editCost(typed: [UInt8], name: [UInt8]) -> Double? {
        if typed == name { return 0 }
        let shorter = min(typed.count, name.count)
        guard max(typed.count, name.count) - shorter <= 1 else { return nil }
        var start = 0
        while start < shorter, typed[start] == name[start] { start += 1 }
        var end = 0
        while end < shorter - start,
            typed[typed.count - 1 - end] == name[name.count - 1 - end]
        {
            end += 1
        }
        let extra = typed[start..<(typed.count - end)]
        let lacking = name[start..<(name.count - end)]
        switch (extra.count, lacking.count) {
        case (1, 0): return isDoubled(typed, at: start) ? 1.0 : 1.6
        case (0, 1): return isDoubled(name, at: start) ? 1.0 : 1.2
        case (1, 1):
            guard let one = extra.first, let other = lacking.first else { return nil }
            return Keyboard.areNeighbours(one, other) ? 1.3 : 1.5
        case (2, 2): return extra.elementsEqual(lacking.reversed()) ? 1.1 : nil
        default: return nil
        }
    }

    private static func isDoubled(_ bytes: [UInt8], at place: Int) -> Bool {
        (place > 0 && bytes[place - 1] == bytes[place])
            || (place + 1 < bytes.count && bytes[place + 1] == bytes[place])
    }
}

/// Which keys lie beside each other on the keyboard that most people use.
enum Keyboard {
    private static let rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]

    /// Row and place of each key, in tenths of a key: each row begins a little further right.
    private static let places: [UInt8: (row: Int, place: Int)] = {
        var places: [UInt8: (row: Int, place: Int)] = [:]
        for (row, keys) in rows.enumerated() {
            for (column, key) in keys.utf8.enumerated() {
                places[key] = (row, column * 10 + row * 4)
            }
        }
        return places
    }()

    /// Whether a finger that misses one key may hit the other.
    static func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
        guard let one = places[one], let other = places[other] else { return false }
        return abs(one.row - other.row) <= 1 && abs(one.place - other.place) <= 15
    }
}
