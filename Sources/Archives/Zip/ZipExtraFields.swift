/// The extra fields of a local or central header that change how the header is read (APPNOTE 4.5).
struct ZipExtraFields {
    /// The value of a 32-bit field that says "see the ZIP64 field".
    static let sentinel = UInt32.max

    /// The content of the ZIP64 field 0x0001.
    private(set) var zip64: ZipRecord?
    /// The name in the Unicode path field 0x7075.
    private(set) var unicodePath: ArraySlice<UInt8>?

    init(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ArchiveError) {
        var rest = bytes
        while !rest.isEmpty {
            guard rest.count >= 4 else { throw Self.malformed("a field is cut off", at: offset) }
            let header = ZipRecord(bytes: rest)
            let identifier = header.uint16(at: 0)
            let length = Int(header.uint16(at: 2))
            guard rest.count - 4 >= length else {
                throw Self.malformed("a field is longer than all of them together", at: offset)
            }
            let content = rest.dropFirst(4).prefix(length)
            switch identifier {
            case 0x0001:
                guard zip64 == nil else {
                    throw Self.malformed("the ZIP64 field is there twice", at: offset)
                }
                guard [0, 8, 16, 24, 28].contains(length) else {
                    throw Self.malformed("the ZIP64 field has a length of \(length)", at: offset)
                }
                zip64 = ZipRecord(bytes: content)
            case 0x7075:
                guard unicodePath == nil else {
                    throw Self.malformed("the Unicode path field is there twice", at: offset)
                }
                guard length >= 5 else {
                    throw Self.malformed("the Unicode path field is cut off", at: offset)
                }
                unicodePath = content.dropFirst(5)
            default: break
            }
            rest = rest.dropFirst(4 + length)
        }
    }

    /// The true values of the header's 32-bit fields, in the order in which the ZIP64 field has
    /// them.
    ///
    /// The standard puts only those into the ZIP64 field that the header leaves to it. Some writers
    /// put all: then the others must agree with the header, and by the strict rules stand behind
    /// those that are left to it. For most programs take the values one after the other for what the
    /// header leaves out, and some take the first for the size in any case.
    func resolve(
        _ fields: [UInt32], _ rules: ArchiveRules, at offset: Int
    ) throws(ArchiveError) -> [Int] {
        let deferred = fields.count { $0 == Self.sentinel }
        guard let zip64, !zip64.bytes.isEmpty else {
            guard deferred == 0 else {
                throw Self.malformed(
                    "a size is left to a ZIP64 field that is not there", at: offset)
            }
            return fields.map { Int($0) }
        }
        let hasOnlyDeferred = deferred * 8 == zip64.bytes.count
        if rules == .strict, !hasOnlyDeferred {
            let isRepetition =
                fields.prefix(deferred).allSatisfy { $0 == Self.sentinel }
                && zip64.bytes.count <= fields.count * 8
            guard isRepetition else {
                throw .refused(
                    .mismatch,
                    "the ZIP64 field of a member holds more than its header leaves to it: programs would disagree about what each number is",
                    at: offset)
            }
        }
        var values: [Int] = []
        var position = 0
        for field in fields {
            guard field == Self.sentinel || (!hasOnlyDeferred && position + 8 <= zip64.bytes.count)
            else {
                values.append(Int(field))
                continue
            }
            guard position + 8 <= zip64.bytes.count,
                let value = Int(exactly: zip64.uint64(at: position))
            else {
                throw Self.malformed(
                    "the ZIP64 field does not hold the sizes it should", at: offset)
            }
            guard field == Self.sentinel || value == Int(field) else {
                throw .refused(
                    .mismatch, "the ZIP64 field contradicts the header that it extends", at: offset)
            }
            values.append(value)
            position += 8
        }
        return values
    }

    /// Refuses a Unicode path that is another name than the header's: programs would disagree which
    /// to take.
    func checkUnicodePath(is name: ArraySlice<UInt8>, at offset: Int) throws(ArchiveError) {
        guard let unicodePath, unicodePath != name else { return }
        throw .refused(
            .mismatch,
            "the member \(quoted(name)) is called \(quoted(unicodePath)) in its Unicode path field",
            at: offset)
    }

    private static func malformed(_ what: String, at offset: Int) -> ArchiveError {
        .refused(.malformed, "the extra fields of a member are malformed: \(what)", at: offset)
    }
}
