/// The one pass over all bytes of a slice, which finds telling strings, and patterns in its code.
struct ContentScan: Sendable {
    /// The bytes that are looked at at once; a multiple of the strides of the searches.
    private static let window = 1 << 20
    /// The bytes before and behind a window that a string may reach into.
    private static let before = 512
    private static let behind = 1024

    /// The strings.
    private(set) var texts: Sightings
    /// The patterns of code.
    private(set) var opcodes = OpcodeCounts()

    /// Where the last embedded WebAssembly module ends; strings before that are its own.
    private var foreignEnd = 0
    private var modules: WebAssemblyModules

    /// Scans the whole slice.
    init(
        _ source: some NativeSource, _ contents: SliceContents, limits: InspectionLimits
    ) throws(NativeInspectionError) {
        texts = Sightings(limits: limits)
        let range = contents.range
        modules = WebAssemblyModules(in: range)
        // Windows begin at multiples of four, as the pairs that are looked at do.
        var start = range.lowerBound & ~3
        while start < range.upperBound {
            let from = max(range.lowerBound, start - Self.before)
            let to = min(range.upperBound, start + Self.window + Self.behind)
            let bytes = try source.bytes(at: from, count: to - from)
            let end = min(start + Self.window, from + bytes.count)
            guard end > start else { return }
            let first = max(start, range.lowerBound)
            try scanTexts(bytes.span, in: first - from..<end - from, offset: from, source, range)
            scanCode(bytes.span, in: first..<end, offset: from, contents)
            start += Self.window
        }
    }

    private mutating func scanTexts(
        _ bytes: Span<UInt8>, in range: Range<Int>, offset: Int, _ source: some NativeSource,
        _ slice: Range<Int>
    ) throws(NativeInspectionError) {
        let search = TextMarker.search
        var position = range.lowerBound + ((4 - (range.lowerBound + offset) & 3) & 3)
        while let match = search.next(in: bytes, from: &position, to: range.upperBound) {
            let literal = TextMarker.literals[match.literal]
            let place = offset + match.start
            guard place >= foreignEnd, !texts.isFull(literal.marker) else { continue }
            guard let text = literal.text(in: bytes, at: match.start) else { continue }
            if literal.marker == .webAssembly {
                let end = try modules.end(of: place, in: source, limit: slice.upperBound)
                guard let end else { continue }
                foreignEnd = end
            }
            texts.note(text, of: literal.marker, at: place)
        }
    }

    private mutating func scanCode(
        _ bytes: Span<UInt8>, in range: Range<Int>, offset: Int, _ contents: SliceContents
    ) {
        guard OpcodeCounts.covers(contents.machine) else { return }
        for code in contents.codeRanges where code.overlaps(range) {
            let part = code.clamped(to: range)
            opcodes.look(
                at: bytes, in: part.lowerBound - offset..<part.upperBound - offset, offset: offset,
                machine: contents.machine)
        }
    }
}
