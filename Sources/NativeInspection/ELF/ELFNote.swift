/// An entry of a note segment or section.
struct ELFNote {
    let type: Int
    let name: ArraySlice<UInt8>
    /// Where the description stands in the piece that was read.
    let description: Range<Int>
    /// Where the note stands in the file.
    let offset: Int

    /// Whether the owner is the given one: its name with a zero byte at the end.
    func isOwned(by owner: String) -> Bool {
        name.count == owner.utf8.count + 1 && name.last == 0 && name.starts(with: owner.utf8)
    }
}

/// Reads the notes of a segment or section one after the other.
struct ELFNoteReader {
    let bytes: ELFBytes
    /// Whether a note claimed more bytes than there are; nothing after it can be found.
    private(set) var isCutOff = false
    private let alignment: Int
    private var position = 0

    /// A reader of notes that are padded to the alignment, which is eight bytes or else four.
    init(_ bytes: ELFBytes, alignment: UInt64) {
        self.bytes = bytes
        self.alignment = alignment == 8 ? 8 : 4
    }

    mutating func next() -> ELFNote? {
        guard !isCutOff, position < bytes.count else { return nil }
        guard let nameCount = bytes.number32(at: position),
            let descriptionCount = bytes.number32(at: position + 4),
            let type = bytes.number32(at: position + 8)
        else {
            isCutOff = bytes.bytes[position...].contains { $0 != 0 }
            position = bytes.count
            return nil
        }
        let start = position
        let name = start + 12
        let description = aligned(name + nameCount)
        let end = description + descriptionCount
        guard end <= bytes.count else {
            isCutOff = true
            return nil
        }
        position = aligned(end)
        return ELFNote(
            type: type, name: bytes.bytes[name..<name + nameCount],
            description: description..<end, offset: bytes.offset + start)
    }

    private func aligned(_ value: Int) -> Int {
        (value + alignment - 1) & ~(alignment - 1)
    }
}
