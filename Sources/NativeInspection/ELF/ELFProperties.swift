/// The GNU properties of a file (`NT_GNU_PROPERTY_TYPE_0`): what all of its code can do or needs.
struct ELFProperties {
    /// The `pr_type` values that mean something here; their meaning depends on the machine.
    enum Kind: Int {
        case armFeatures = 0xC000_0000
        /// GNU_PROPERTY_AARCH64_FEATURE_PAUTH: two numbers of 64 bits.
        case armPointerSigning = 0xC000_0001
        case x86Features = 0xC000_0002
        case x86LevelNeeded = 0xC000_8002
    }

    /// Where the note stands in the file.
    let offset: Int
    /// Whether a property claimed more bytes than the note has.
    private(set) var isCutOff = false
    /// Who defines how pointers are signed, and in which version; the numbers are theirs.
    private(set) var pointerSigning: (platform: UInt64, version: UInt64)?
    private var values: [Kind: Int] = [:]

    subscript(kind: Kind) -> Int? { values[kind] }

    init(_ note: ELFNote, in bytes: ELFBytes) {
        offset = note.offset
        let word = bytes.layout.wordSize
        var position = note.description.lowerBound
        while position + 8 <= note.description.upperBound {
            guard let type = bytes.number32(at: position),
                let size = bytes.number32(at: position + 4),
                size <= note.description.upperBound - position - 8
            else {
                isCutOff = true
                return
            }
            if let kind = Kind(rawValue: type), size == 4 {
                values[kind] = bytes.number32(at: position + 8)
            } else if type == Kind.armPointerSigning.rawValue, size == 16,
                let platform = bytes.number(at: position + 8, size: 8),
                let version = bytes.number(at: position + 16, size: 8)
            {
                pointerSigning = (platform, version)
            }
            position += 8 + (size + word - 1) / word * word
        }
    }
}
