/// The walk from member to member of a tar file.
struct TarWalk: ~Copyable {
    var content: TarContent
    private let limits: ArchiveLimits
    private var names: TarNames
    private var count = 0
    private var hasEnded = false

    init(_ source: any ByteSource, compression: TarCompression, limits: ArchiveLimits)
        throws(ArchiveError)
    {
        content = TarContent(try TarInput(source, compression: compression, limits: limits))
        names = TarNames(limits: limits)
        self.limits = limits
    }

    /// The next member, with its content ready to be read; nil after the last.
    mutating func next() throws(ArchiveError) -> TarMember? {
        try content.finish()
        var extensions = TarExtensions()
        while !hasEnded {
            let offset = content.input.position
            let block = try content.input.bytes(TarHeader.size)
            guard !block.isEmpty, !TarHeader.isZero(block) else {
                try finish(after: block, extensions, at: offset)
                return nil
            }
            let header = try TarHeader(block, at: offset)
            count += 1
            try limits.checkTime()
            guard count <= limits.maxMembers else {
                throw .refused(
                    .tooManyMembers, "the archive has more than \(limits.maxMembers) members",
                    at: offset)
            }
            switch header.type {
            case UInt8(ascii: "x"):
                try extensions.addRecords(extendedHeader(header, at: offset), at: offset)
            case UInt8(ascii: "g"):
                try TarExtensions.checkGlobalRecords(
                    extendedHeader(header, at: offset), at: offset)
            case UInt8(ascii: "L"), UInt8(ascii: "K"):
                try extensions.addLongName(
                    extendedHeader(header, at: offset), type: header.type, at: offset)
            default:
                let member = try TarMember(
                    header, extensions: extensions, limits: limits, at: offset)
                try names.add(member)
                content.start(size: member.size)
                return member
            }
        }
        return nil
    }

    private mutating func extendedHeader(_ header: TarHeader, at offset: Int)
        throws(ArchiveError) -> ArraySlice<UInt8>
    {
        guard header.contentSize <= limits.maxExtendedHeaderBytes else {
            throw .refused(
                .headersTooLarge,
                "an extended header has \(header.contentSize) bytes, and at most \(limits.maxExtendedHeaderBytes) are allowed",
                at: offset)
        }
        content.start(size: header.contentSize)
        let bytes = try content.read(limit: limits.maxExtendedHeaderBytes)
        try content.finish()
        return bytes[...]
    }

    /// Reads on to the end of the file, where nothing but zeros may follow the end of the archive.
    private mutating func finish(
        after block: ArraySlice<UInt8>, _ extensions: TarExtensions, at offset: Int
    ) throws(ArchiveError) {
        hasEnded = true
        guard extensions.isEmpty else {
            throw .refused(
                .malformed, "the last extended header is followed by no member", at: offset)
        }
        guard !block.isEmpty || limits.rules == .lenient && count > 0 else {
            throw .refused(
                count == 0 ? .notAnArchive : .truncated,
                "the archive ends without the zeros that mark its end: it is not complete",
                at: offset)
        }
        while true {
            let position = content.input.position
            let rest = try content.input.someBytes(upTo: SourceWindow.size)
            guard !rest.isEmpty else { break }
            guard limits.rules == .lenient || TarHeader.isZero(rest) else {
                throw .refused(
                    .trailingData, "there is trailing data after the end of the archive",
                    at: position)
            }
        }
        try names.checkNesting()
    }
}
