/// What the bytes of one native file tell.
public struct NativeFile: Sendable {
    /// The format, by the first bytes.
    public let format: NativeFormat
    /// The machines' parts: one for ELF and PE, one or more for Mach-O, none for what is only named.
    public let slices: [NativeSlice]

    /// Inspects a file; `nil` where its first bytes are no native format's.
    ///
    /// - Parameters:
    ///   - source: The bytes, read from any position.
    ///   - limits: How much of a hostile file is looked at.
    /// - Throws: ``NativeInspectionError`` where the bytes begin as a format and then are not it, or
    ///   cannot be read.
    public init?(
        _ source: some NativeSource, limits: InspectionLimits = .standard
    ) throws(NativeInspectionError) {
        guard let format = try NativeFormat(of: source) else { return nil }
        self.format = format
        slices =
            switch format {
            case .elf: try ELFInspector(source, limits: limits).slices()
            case .machO: try MachOInspector(source, limits: limits).slices()
            case .pe: try PEInspector(source, limits: limits).slices()
            case .webAssembly, .staticLibrary, .javaClass: []
            }
    }
}
