import NativeInspection
import Testing

/// Assembles an ELF file by the generic ABI, in any layout, so that a test can bend any one field.
///
/// The whole file is one readable segment, mapped 0x10000 above its offset, so that a reader that
/// mistakes addresses for offsets is found out; `.text` is an executable segment of its own.
struct ELFFixture: Sendable {
    struct Segment: Sendable {
        var type: UInt64
        var flags: UInt64
        /// The part that it covers; without one it covers nothing and is only a mark.
        var part: String?
        var alignment: UInt64 = 8
    }

    struct Section: Sendable {
        var name: String
        var type: UInt64
        var flags: UInt64 = 0
        var bytes: [UInt8]
        /// The section with the strings of a symbol table.
        var link: String?
        var alignment: UInt64 = 4
    }

    struct Symbol: Sendable {
        var name: String
        var isDefined = true
        /// 0 local, 1 global, 2 weak.
        var binding: UInt8 = 1
        /// 0 default, 2 hidden.
        var visibility: UInt8 = 0
        var type: UInt8 = 2
    }

    /// How the number of dynamic symbols can be found.
    enum Hash: Sendable { case sysv, gnu, gnuWithoutExports, none }

    static let base: UInt64 = 0x10000

    var is64 = true
    var isBigEndian = false
    var type: UInt64 = 3
    var machine: UInt64 = 62
    var hasDynamic = true
    var hasSections = true
    var usesExtendedCounts = false
    var hash = Hash.gnu
    var segments: [Segment] = []
    var sections: [Section] = []
    var needed: [String] = []
    /// Tags whose value is a string: 14 soname, 15 rpath, 29 runpath.
    var named: [(tag: UInt64, text: String)] = []
    var flags: [(tag: UInt64, value: UInt64)] = []
    var versionNeeds: [(library: String, versions: [String])] = []
    var symbols: [Symbol] = []
    /// Indices of symbols that a relocation names.
    var relocated: [UInt64] = []
    var text: [UInt8] = [0xC3, 0x90, 0x90, 0x90]
    /// Values to write over a part after it was laid out, as (part, position, size, value).
    var patches: [(part: String, position: Int, size: Int, value: UInt64)] = []

    var wordSize: Int { is64 ? 8 : 4 }

    func number(_ value: UInt64, size: Int) -> [UInt8] {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
        return isBigEndian ? bytes.reversed() : bytes
    }

    func word(_ value: UInt64) -> [UInt8] { number(value, size: wordSize) }
    func number32(_ value: UInt64) -> [UInt8] { number(value, size: 4) }

    /// A note with its paddings.
    func note(_ owner: String, _ type: UInt64, _ description: [UInt8], padding: Int = 4) -> [UInt8]
    {
        let name = Array(owner.utf8) + [0]
        let head =
            number32(UInt64(name.count)) + number32(UInt64(description.count)) + number32(type)
        return Self.padded(Self.padded(head + name, to: padding) + description, to: padding)
    }

    /// A note with GNU properties of four bytes each.
    func properties(_ properties: [(type: UInt64, value: UInt64)]) -> [UInt8] {
        let description = properties.flatMap {
            Self.padded(
                number32($0.type) + number32(4) + number32($0.value), to: wordSize)
        }
        return note("GNU", 5, description, padding: wordSize)
    }

    static func padded(_ bytes: [UInt8], to alignment: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (alignment - bytes.count % alignment) % alignment)
    }

    /// Adds loaded notes: their section and their segment.
    mutating func addNotes(_ bytes: [UInt8], name: String, segment: UInt64 = 4) {
        let alignment: UInt64 = name == ".note.gnu.property" ? UInt64(wordSize) : 4
        sections.append(
            Section(name: name, type: 7, flags: 2, bytes: bytes, alignment: alignment))
        segments.append(Segment(type: segment, flags: 4, part: name, alignment: alignment))
    }

    var bytes: [UInt8] {
        var writer = ELFWriter(self)
        return writer.write()
    }

    /// Inspects the file.
    func slice() throws -> NativeSlice {
        try #require(try NativeFile(MemoryNativeSource(bytes))?.slices.first)
    }

    func fact(_ name: FactName) throws -> Fact {
        try slice().facts[name]
    }

    /// The four layouts of the class and the byte order.
    static let layouts: [ELFFixture] = [(true, false), (true, true), (false, false), (false, true)]
        .map { ELFFixture(is64: $0, isBigEndian: $1) }
}
