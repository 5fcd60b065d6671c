/// Finds where WebAssembly modules end that stand somewhere inside another file.
///
/// A module is its eight bytes of magic and version and then sections, each a number and a size. A
/// program that merely knows the magic (a WebAssembly engine) has no sections behind it.
///
/// Sections can be as small as two bytes: their heads are read in large pieces, and of all pieces no
/// more than twice the slice.
struct WebAssemblyModules: Sendable {
    private static let mostSections = 10_000
    private static let pieceBytes = 64 << 10

    /// The place in the order of sections for each number; custom sections (0) may stand anywhere.
    /// [WebAssembly, Binary Format, Modules](https://webassembly.github.io/spec/core/binary/modules.html)
    private static let places = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6]

    private var piece: [UInt8] = []
    private var pieceOffset = 0
    private var budget: Int

    /// The modules of a slice.
    init(in slice: Range<Int>) {
        budget = 2 * slice.count + Self.pieceBytes
    }

    /// Where the module that begins at `start` ends; `nil` where no section follows its version.
    mutating func end(
        of start: Int, in source: some NativeSource, limit: Int
    ) throws(NativeInspectionError) -> Int? {
        var position = start + 8
        var place = 0
        for _ in 0..<Self.mostSections {
            let head = try head(at: position, in: source, limit: limit)
            guard let number = head.first.map({ Int($0) }), number < Self.places.count,
                let (size, width) = Self.size(in: head)
            else { break }
            guard size > 0, size <= limit - position - 1 - width else { break }
            if number != 0 {
                guard Self.places[number] > place else { break }
                place = Self.places[number]
            }
            position += 1 + width + size
        }
        return position > start + 8 ? position : nil
    }

    /// The first bytes of a section, at most six; none where the slice or the budget ends.
    private mutating func head(
        at position: Int, in source: some NativeSource, limit: Int
    ) throws(NativeInspectionError) -> ArraySlice<UInt8> {
        let wanted = min(6, limit - position)
        guard wanted > 0 else { return [] }
        if position < pieceOffset || position + wanted > pieceOffset + piece.count {
            let count = min(Self.pieceBytes, limit - position)
            budget -= count
            guard budget >= 0 else { return [] }
            piece = try source.bytes(at: position, count: count)
            pieceOffset = position
        }
        return piece.dropFirst(position - pieceOffset).prefix(wanted)
    }

    /// The number behind the first byte (LEB128, at most 32 bits) and the bytes it takes.
    private static func size(in head: ArraySlice<UInt8>) -> (size: Int, width: Int)? {
        var size = 0
        for (index, byte) in head.dropFirst().prefix(5).enumerated() {
            size |= Int(byte & 0x7F) << (7 * index)
            if byte < 0x80 {
                return size <= Int(UInt32.max) ? (size, index + 1) : nil
            }
        }
        return nil
    }
}

extension NativeSource {
    /// The bytes at an offset, with what reading failed with as the inspection's own error.
    func bytes(at offset: Int, count: Int) throws(NativeInspectionError) -> [UInt8] {
        do {
            return try read(at: offset, count: count)
        } catch {
            throw .source(error)
        }
    }
}
