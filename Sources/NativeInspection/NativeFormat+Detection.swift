extension NativeFormat {
    /// The format that a file's first bytes tell; `nil` where they are no native format's.
    ///
    /// `CAFEBABE` begins fat Mach-O files and Java classes alike. What follows is the number of slices
    /// there, of which no file has more than a few, and the version here, which begins at 45. Where the
    /// slices are static libraries, so is the file.
    ///
    /// - Throws: ``NativeInspectionError/source(_:)`` where the source cannot be read.
    public init?(of source: some NativeSource) throws(NativeInspectionError) {
        let start = try Self.bytes(of: source, at: 0, count: 64)
        switch start.prefix(4) {
        case [0x7F, 0x45, 0x4C, 0x46]: self = .elf
        case [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE],
            [0xCF, 0xFA, 0xED, 0xFE]:
            self = .machO
        case [0xCA, 0xFE, 0xBA, 0xBF]:
            self = try Self.holdsLibraries(source) ? .staticLibrary : .machO
        case [0xCA, 0xFE, 0xBA, 0xBE]:
            let count = start.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | Int($1) }
            self =
                if count > InspectionLimits.standard.slices {
                    .javaClass
                } else {
                    try Self.holdsLibraries(source) ? .staticLibrary : .machO
                }
        case [0x00, 0x61, 0x73, 0x6D]: self = .webAssembly
        default:
            if start.starts(with: Self.archiveMagic) {
                self = .staticLibrary
            } else if start.starts(with: [0x4D, 0x5A]), start.count == 64 {
                // An MZ program of DOS has no such second header.
                let header = start[60...].reversed().reduce(0) { $0 << 8 | Int($1) }
                guard try Self.bytes(of: source, at: header, count: 4) == [0x50, 0x45, 0, 0] else {
                    return nil
                }
                self = .pe
            } else {
                return nil
            }
        }
    }

    private static let archiveMagic = Array("!<arch>\n".utf8)

    /// Whether every slice of a fat file is a static library; one that is not may be loaded.
    private static func holdsLibraries(
        _ source: some NativeSource
    ) throws(NativeInspectionError) -> Bool {
        let header = try FilePart { () throws(NativeInspectionError) in
            try FatHeader(source, limits: .standard)
        }
        guard case .read(let fat?) = header else { return false }
        for slice in fat.slices {
            let count = min(archiveMagic.count, slice.count)
            guard try bytes(of: source, at: slice.lowerBound, count: count) == archiveMagic else {
                return false
            }
        }
        return true
    }

    private static func bytes(of source: some NativeSource, at offset: Int, count: Int)
        throws(NativeInspectionError) -> [UInt8]
    {
        do {
            return try source.read(at: offset, count: count)
        } catch {
            throw .source(error)
        }
    }
}
