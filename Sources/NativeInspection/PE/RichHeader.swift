/// The undocumented list that Microsoft's linker hides between the DOS program and the PE header: the
/// tools that made the objects, as pairs of product and build, masked with a checksum.
struct RichHeader {
    struct Tool: Hashable {
        let product: Int
        let build: Int
        let objects: Int
    }

    let tools: [Tool]

    /// The newest build of any tool: that of the linker or compiler which was used.
    var newestBuild: Int { tools.map(\.build).max() ?? 0 }

    /// The header, if it stands before the PE header; no other linker writes it.
    init?(_ header: PEHeader, _ reader: SliceReader<some NativeSource>)
        throws(NativeInspectionError)
    {
        let end = min(header.offset, 4096)
        guard end >= 0x80 else { return nil }
        let table = try reader.table("the bytes before the PE header", at: 0, count: end)
        var position = (end - 8) & ~3
        while position >= 0x40, try table.word32(at: position) != 0x6863_6952 { position -= 4 }
        guard position >= 0x40 else { return nil }
        let mask = try table.word32(at: position + 4)
        var tools: [Tool] = []
        while position >= 0x48 {
            position -= 8
            let name = try table.word32(at: position) ^ mask
            let count = try table.word32(at: position + 4) ^ mask
            // "DanS" begins the list, behind it stand three empty words.
            if name == 0x536E_6144 {
                self.tools = tools.reversed()
                return
            }
            if name != 0 || count != 0 {
                tools.append(Tool(product: name >> 16, build: name & 0xFFFF, objects: count))
            }
        }
        return nil
    }
}
