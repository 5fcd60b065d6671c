/// Finds where a WebAssembly module ends that stands somewhere inside another file.
///
/// A module is its eight bytes of magic and version and then sections, each a number and a size. A
/// program that merely knows the magic (a WebAssembly engine) has no sections behind it.
enum WebAssemblyModule {
    private static let mostSections = 10_000

    /// The place in the order of sections for each number; custom sections (0) may stand anywhere.
    /// [WebAssembly, Binary Format, Modules](https://webassembly.github.io/spec/core/binary/modules.html)
    private static let places = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6]

    /// Where the module that begins at `start` ends; `nil` where no section follows its version.
    static func end(
        of start: Int, in source: some NativeSource, limit: Int
    ) throws(NativeInspectionError) -> Int? {
        var position = start + 8
        var place = 0
        for _ in 0..<mostSections {
            let head = try source.bytes(at: position, count: 6)
            guard let number = head.first.map({ Int($0) }), number < places.count,
                let (size, width) = size(in: head)
            else { break }
            guard size > 0, size <= limit - position - 1 - width else { break }
            if number != 0 {
                guard places[number] > place else { break }
                place = places[number]
            }
            position += 1 + width + size
        }
        return position > start + 8 ? position : nil
    }

    /// The number behind the first byte (LEB128, at most 32 bits) and the bytes it takes.
    private static func size(in head: [UInt8]) -> (size: Int, width: Int)? {
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
