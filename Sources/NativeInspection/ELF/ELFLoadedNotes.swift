/// The notes that are part of the running program, as far as facts ask for them.
///
/// Section headers may call anything a note; what counts is what a loader sees, so a note must stand
/// in a note segment or in a section that is loaded.
struct ELFLoadedNotes {
    private(set) var buildIdentifier: (value: [UInt8], offset: Int)?
    private(set) var package: (value: String, offset: Int)?
    private(set) var properties: ELFProperties?
    /// Why notes may be missing: a part of them that could not be read.
    private(set) var problem: String?

    private static let buildIdentifierType = 3
    private static let propertyType = 5
    private static let packageType = 0xCAFE_1A7E

    init(_ image: ELFImage<some NativeSource>) throws(NativeInspectionError) {
        // Many headers can claim the same bytes: all notes together stay below one table's limit.
        var budget = UInt64(image.reader.limits.tableBytes)
        for place in Self.places(in: image) {
            guard place.count > 0 else { continue }
            guard place.count <= budget else {
                problem = "the notes are larger than \(image.reader.limits.tableBytes) bytes"
                return
            }
            budget -= place.count
            let part = try FilePart { () throws(NativeInspectionError) in
                try image.reader.read(
                    "the notes", at: place.offset, count: place.count, layout: image.header.layout)
            }
            switch part {
            case .read(let bytes): collect(bytes, place.alignment, image.reader.limits)
            case .broken(let reason): problem = problem ?? reason
            }
        }
    }

    private static func places(
        in image: ELFImage<some NativeSource>
    ) -> [(offset: UInt64, count: UInt64, alignment: UInt64)] {
        // In a debug companion the segments describe the file that the code was left in.
        let segments = image.isDebugCompanion ? [] : image.segments
        return segments.filter { $0.kind == .property }
            .map { ($0.offset, $0.fileSize, $0.alignment) }
            + segments.filter { $0.kind == .note }.map { ($0.offset, $0.fileSize, $0.alignment) }
            + image.knownSections.filter { $0.type == 7 && $0.isLoaded }
            .map { ($0.offset, $0.size, $0.alignment) }
    }

    private mutating func collect(
        _ bytes: ELFBytes, _ alignment: UInt64, _ limits: InspectionLimits
    ) {
        var notes = ELFNoteReader(bytes, alignment: alignment)
        while let note = notes.next() {
            if note.isOwned(by: "GNU") {
                if note.type == Self.buildIdentifierType, buildIdentifier == nil {
                    let identifier = bytes.bytes[note.description].prefix(limits.nameBytes)
                    buildIdentifier = (Array(identifier), note.offset)
                } else if note.type == Self.propertyType, properties == nil {
                    let found = ELFProperties(note, in: bytes)
                    properties = found
                    if found.isCutOff {
                        problem = "GNU properties at \(hexadecimal(note.offset)) are cut off"
                    }
                }
            } else if note.isOwned(by: "FDO"), note.type == Self.packageType, package == nil {
                let text = bytes.bytes[note.description].prefix { $0 != 0 }.prefix(limits.nameBytes)
                package = (String(decoding: text, as: UTF8.self), note.offset)
            }
        }
        if notes.isCutOff, problem == nil {
            problem = "the notes at \(hexadecimal(bytes.offset)) are cut off"
        }
    }
}
