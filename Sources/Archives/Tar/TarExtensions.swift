/// What extended headers say about the member that follows them: pax records or GNU's long names.
struct TarExtensions {
    private(set) var path: ArraySlice<UInt8>?
    private(set) var linkPath: ArraySlice<UInt8>?
    private(set) var size: Int?
    private(set) var isEmpty = true

    /// Takes over a GNU long name (`L`) or long link target (`K`), which ends with a zero byte.
    ///
    /// Some programs take the zero byte and some the header's size for the end of the name.
    mutating func addLongName(_ content: ArraySlice<UInt8>, type: UInt8, at offset: Int)
        throws(ArchiveError)
    {
        isEmpty = false
        let name = content.prefix { $0 != 0 }
        guard name.count + 1 == content.count else {
            throw .refused(
                .malformed, "a long name does not end with its one zero byte", at: offset)
        }
        if type == UInt8(ascii: "L") {
            try set(\.path, to: name, at: offset)
        } else {
            try set(\.linkPath, to: name, at: offset)
        }
    }

    /// Takes over the pax records (`x`) of the next member.
    mutating func addRecords(_ content: ArraySlice<UInt8>, at offset: Int) throws(ArchiveError) {
        isEmpty = false
        try PaxRecords.forEach(in: content, at: offset) { key, value throws(ArchiveError) in
            switch key {
            case "path": try set(\.path, to: value, at: offset)
            case "linkpath": try set(\.linkPath, to: value, at: offset)
            case "size":
                guard size == nil, let number = PaxRecords.number(value) else {
                    throw .refused(
                        .malformed, "the pax record \"size\" is no number or is there twice",
                        at: offset)
                }
                size = number
            default: try Self.refuseSparse(key, at: offset)
            }
        }
    }

    /// Checks the pax records (`g`) for all members that follow, which may say nothing that matters
    /// here.
    static func checkGlobalRecords(_ content: ArraySlice<UInt8>, at offset: Int)
        throws(ArchiveError)
    {
        try PaxRecords.forEach(in: content, at: offset) { key, _ throws(ArchiveError) in
            guard !["path", "linkpath", "size"].contains(key) else {
                throw .refused(
                    .malformed, "a global pax header sets the \(key) of all members", at: offset)
            }
            try refuseSparse(key, at: offset)
        }
    }

    private mutating func set(
        _ field: WritableKeyPath<TarExtensions, ArraySlice<UInt8>?>, to value: ArraySlice<UInt8>,
        at offset: Int
    ) throws(ArchiveError) {
        guard self[keyPath: field] == nil else {
            throw .refused(.mismatch, "two extended headers name the same member", at: offset)
        }
        self[keyPath: field] = value
    }

    private static func refuseSparse(_ key: String, at offset: Int) throws(ArchiveError) {
        guard !key.hasPrefix("GNU.sparse.") else { throw TarExtensions.sparse(at: offset) }
    }

    static func sparse(at offset: Int) -> ArchiveError {
        .refused(
            .unsupportedMember,
            "a member is a sparse file: write the archive without holes in files",
            at: offset)
    }
}

/// The records of a pax header: `length key=value\n`, one after the other.
enum PaxRecords {
    static func forEach(
        in content: ArraySlice<UInt8>, at offset: Int,
        _ body: (String, ArraySlice<UInt8>) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        var rest = content
        while !rest.isEmpty {
            let digits = rest.prefix { $0 != UInt8(ascii: " ") }
            guard let length = number(digits), length <= rest.count, length > digits.count + 1
            else {
                throw malformed(at: offset)
            }
            let record = rest.prefix(length).dropFirst(digits.count + 1)
            guard record.last == UInt8(ascii: "\n"),
                let equals = record.firstIndex(of: UInt8(ascii: "=")),
                let key = String(validating: record[..<equals], as: UTF8.self), !key.isEmpty
            else { throw malformed(at: offset) }
            try body(key, record[(equals + 1)...].dropLast())
            rest = rest.dropFirst(length)
        }
    }

    /// A decimal number of at most 18 digits.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...18).contains(digits.count) else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func malformed(at offset: Int) -> ArchiveError {
        .refused(.malformed, "a pax header holds a malformed record", at: offset)
    }
}
