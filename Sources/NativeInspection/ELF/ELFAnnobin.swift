/// What the notes of `.gnu.build.attributes` tell of how the code was compiled.
///
/// A compiler's plugin (annobin) writes them for ranges of code; assemblers and linkers fill gaps with
/// notes that hold nothing but a version, which say nothing about protections.
struct ELFAnnobin {
    /// Whether a compiler's plugin wrote notes.
    private(set) var hasCompilerNotes = false
    private(set) var noteCount = 0
    /// Why notes may be missing.
    private(set) var problem: String?
    /// The ranges of code that a compiler's notes speak for.
    private var compiled: Set<Range<UInt64>> = []
    /// The bytes of code that each value of each attribute speaks for.
    private var coverage: [String: [String: UInt64]] = [:]
    private var valueCount = 0
    /// The range of the last note that had one, by the type of note: those without share it.
    private var ranges: [Int: Range<UInt64>] = [:]
    private let limits: InspectionLimits

    private static let noteTypes = 0x100...0x101
    /// The producers in a version note that are no compiler: assembler and linker.
    private static let gapFillers: [UInt8] = [UInt8(ascii: "a"), UInt8(ascii: "l")]

    init(limits: InspectionLimits) {
        self.limits = limits
    }

    /// Takes the notes of a section.
    mutating func read(_ bytes: ELFBytes) {
        var notes = ELFNoteReader(bytes, alignment: 4)
        while let note = notes.next() {
            guard Self.noteTypes.contains(note.type), note.name.starts(with: "GA".utf8) else {
                continue
            }
            noteCount += 1
            let words = bytes.words(at: note.description.lowerBound, count: 2)
            if note.description.count == 2 * bytes.layout.wordSize, let words {
                ranges[note.type] = words[0]..<max(words[0], words[1])
            }
            let range = ranges[note.type] ?? 0..<0
            guard let attribute = ELFBuildAttribute(note.name.dropFirst(2)) else { continue }
            if attribute.name != ELFBuildAttribute.version {
                hasCompilerNotes = true
                add(attribute, covering: range.upperBound - range.lowerBound)
            } else if !Self.gapFillers.contains(attribute.producer ?? 0) {
                hasCompilerNotes = true
                if compiled.count < limits.listEntries { compiled.insert(range) }
            }
        }
        if notes.isCutOff { problem = "the notes at \(hexadecimal(bytes.offset)) are cut off" }
    }

    /// The bytes of code that a compiler's notes speak for, each once: notes of functions lie within
    /// those of their files.
    var compiledBytes: UInt64 {
        var total: UInt64 = 0
        var end: UInt64 = 0
        for range in compiled.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound > end {
            total += range.upperBound - max(range.lowerBound, end)
            end = range.upperBound
        }
        return total
    }

    /// The values of each attribute, that of most code first.
    var values: [String: [String]] {
        coverage.mapValues { values in
            values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        }
    }

    private mutating func add(_ attribute: ELFBuildAttribute, covering size: UInt64) {
        if coverage[attribute.name]?[attribute.value] == nil {
            guard valueCount < limits.listEntries else { return }
            valueCount += 1
        }
        coverage[attribute.name, default: [:]][attribute.value, default: 0] &+= size
    }
}
