/// The strings of the dynamic section, read one by one.
///
/// Their table can be larger than anything that is held in memory, and the loader asks for a few
/// names of it alone.
struct ELFDynamicStrings<Source: NativeSource> {
    private let reader: ELFReader<Source>
    private let layout: ELFLayout
    /// Where the table stands in the file.
    private let range: Range<Int>

    private static var part: String { "the dynamic strings" }
    private static var windowBytes: Int { 256 }

    /// The table that the dynamic section names.
    ///
    /// - Throws: `invalid` where it names none, or one outside of what is loaded.
    init(
        _ dynamic: ELFDynamic, _ addresses: ELFAddressMap, _ reader: ELFReader<Source>,
        layout: ELFLayout
    ) throws(NativeInspectionError) {
        guard let address = dynamic[.stringTable], let size = dynamic[.stringBytes] else {
            throw .invalid(
                "the dynamic section at \(hexadecimal(dynamic.offset)) names no string table")
        }
        let rest = try addresses.range(of: Self.part, from: address)
        guard size <= UInt64(rest.count) else {
            throw .invalid(
                "\(Self.part) at \(hexadecimal(rest.lowerBound)) (\(size) bytes) run beyond their segment"
            )
        }
        self.reader = reader
        self.layout = layout
        range = rest.lowerBound..<rest.lowerBound + Int(size)
    }

    /// The text at an offset without its zero; `nil` where it begins or ends outside of the table.
    ///
    /// - Throws: `invalid` where it is longer than names are kept: the loader would read on.
    func string(at offset: UInt64) throws(NativeInspectionError) -> String? {
        guard offset < UInt64(range.count) else { return nil }
        let limit = reader.limits.nameBytes
        let start = range.lowerBound + Int(offset)
        var position = start
        var text: [UInt8] = []
        while position < range.upperBound {
            let count = min(Self.windowBytes, range.upperBound - position)
            let window = try reader.read(
                Self.part, at: UInt64(position), count: UInt64(count), layout: layout
            ).bytes
            let end = window.firstIndex(of: 0)
            text += window[..<(end ?? window.endIndex)]
            guard text.count <= limit else {
                throw .invalid("the name at \(hexadecimal(start)) is longer than \(limit) bytes")
            }
            if end != nil { return String(decoding: text, as: UTF8.self) }
            position += count
        }
        return nil
    }

    /// The whole table, for the names of symbols.
    func all() throws(NativeInspectionError) -> ELFStrings {
        ELFStrings(
            try reader.read(
                Self.part, at: UInt64(range.lowerBound), count: UInt64(range.count), layout: layout)
        )
    }
}
