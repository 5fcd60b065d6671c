/// An ELF file whose header and program headers are sound, with its parts as far as they can be read.
struct ELFImage<Source: NativeSource> {
    let reader: ELFReader<Source>
    let header: ELFHeader
    let segments: [ELFSegment]
    /// Where the loader maps the file.
    let addresses: ELFAddressMap
    let sections: FilePart<[ELFSection]>
    /// The dynamic section; `nil` where the file is linked statically.
    let dynamic: FilePart<ELFDynamic?>
    /// The strings of the dynamic section; `nil` where the file is linked statically.
    let dynamicStrings: FilePart<ELFDynamicStrings<Source>?>

    init(_ reader: ELFReader<Source>) throws(NativeInspectionError) {
        let header = try ELFHeader(reader)
        let segments = try ELFSegment.all(header, reader)
        let map = ELFAddressMap(segments, byteCount: reader.byteCount)
        self.reader = reader
        self.header = header
        self.segments = segments
        addresses = map
        sections = try FilePart { () throws(NativeInspectionError) in
            try ELFSection.all(header, reader)
        }
        let dynamic = try FilePart { () throws(NativeInspectionError) in
            try Self.readDynamic(header, segments, map, reader)
        }
        self.dynamic = dynamic
        dynamicStrings = try FilePart { () throws(NativeInspectionError) in
            guard let dynamic = try dynamic.required() else { return nil }
            return try ELFDynamicStrings(dynamic, map, reader, layout: header.layout)
        }
    }

    /// The sections, none where their table is missing or broken.
    var knownSections: [ELFSection] { sections.value ?? [] }

    func section(named name: String) -> ELFSection? {
        knownSections.first { $0.name == name }
    }

    /// The last program header of a kind, which is the one that loaders obey.
    func segment(_ kind: ELFSegment.Kind) -> ELFSegment? {
        segments.last { $0.kind == kind }
    }

    /// Reads a section that must lie within the file.
    func bytes(of section: ELFSection) throws(NativeInspectionError) -> ELFBytes {
        guard section.hasBytes else { throw .invalid("\(section.name) has no bytes in the file") }
        return try reader.read(
            section.name, at: section.offset, count: section.size, layout: header.layout)
    }

    private static func readDynamic(
        _ header: ELFHeader, _ segments: [ELFSegment], _ map: ELFAddressMap,
        _ reader: ELFReader<Source>
    ) throws(NativeInspectionError) -> ELFDynamic? {
        guard let segment = segments.last(where: { $0.kind == .dynamic }) else { return nil }
        // The loader goes by the address; a file offset that says something else is a decoy.
        let place = map.fileRange(from: segment.address)
        let offset = place.map { UInt64($0.lowerBound) } ?? segment.offset
        let count = place.map { min(UInt64($0.count), segment.fileSize) } ?? segment.fileSize
        let table = try reader.read(
            "the dynamic section", at: offset, count: count, layout: header.layout)
        return try ELFDynamic(table, limits: reader.limits)
    }
}
