extension ELFImage {
    /// Sets the facts that only section headers lead to: symbols, debug information, compilers.
    func tellOrigin(in facts: inout FactTable) throws(NativeInspectionError) {
        facts[.stripped] = stripped()
        let link = try FilePart { () throws(NativeInspectionError) in try debugLink() }.value ?? nil
        facts[.debugInfo] = debugInformation(link)
        facts[.toolchain] = try comments().fact { comments in
            Fact(.list(comments), tier: .string, evidence: "\(comments.count) strings of .comment")
        }
    }

    /// The strings of `.comment`, each once: every compiler, assembler and linker that had a part.
    func comments() throws(NativeInspectionError) -> FilePart<[String]> {
        try FilePart { () throws(NativeInspectionError) in
            let sections = try sections.required()
            guard !sections.isEmpty else { throw .invalid("no section headers lead to .comment") }
            guard let section = sections.first(where: { $0.name == ".comment" }) else { return [] }
            let bytes = try bytes(of: section).bytes
            var known: Set<String> = []
            var comments: [String] = []
            var budget = NameBudget(reader.limits)
            let limit = reader.limits.listEntries
            for text in bytes.split(separator: 0, maxSplits: limit).prefix(limit) {
                let comment = String(
                    decoding: text.prefix(reader.limits.nameBytes), as: UTF8.self)
                guard known.insert(comment).inserted else { continue }
                try budget.spend(comment, of: ".comment")
                comments.append(comment)
            }
            return comments
        }
    }

    private func stripped() -> Fact {
        sections.fact { sections in
            guard let table = sections.first(where: { $0.type == 2 }) else {
                return Fact(
                    .present, tier: .header,
                    evidence: sections.isEmpty ? "no section headers" : "no .symtab")
            }
            return Fact(
                .absent, tier: .header,
                evidence: "\(table.name) of \(table.size) bytes at \(hexadecimal(table.offset))")
        }
    }

    private func debugInformation(_ link: (name: String, checksum: Int)?) -> Fact {
        sections.fact { sections in
            var names: [String: [String]] = [:]
            if let link {
                names = ["debuglink": [link.name], "debuglink_crc32": [hexadecimal(link.checksum)]]
            }
            let found = sections.first {
                [".debug_info", ".zdebug_info"].contains($0.name) && $0.hasBytes
            }
            guard let found else {
                return Fact(
                    .absent, tier: .header,
                    evidence: sections.isEmpty ? "no section headers" : "no .debug_info",
                    names: names)
            }
            return Fact(
                .present, tier: .header,
                evidence: "\(found.name) of \(found.size) bytes at \(hexadecimal(found.offset))",
                names: names)
        }
    }

    /// The file that `.gnu_debuglink` names, and the CRC-32 of its content.
    private func debugLink() throws(NativeInspectionError) -> (name: String, checksum: Int)? {
        guard let section = section(named: ".gnu_debuglink") else { return nil }
        let bytes = try bytes(of: section)
        guard let name = ELFStrings(bytes).range(at: 0, limit: reader.limits.nameBytes),
            let checksum = bytes.number32(at: (name.upperBound + 4) & ~3)
        else { throw .invalid(".gnu_debuglink at \(hexadecimal(section.offset)) is cut off") }
        return (String(decoding: bytes.bytes[name], as: UTF8.self), checksum)
    }
}
