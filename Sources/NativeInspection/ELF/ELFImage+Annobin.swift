extension ELFImage {
    /// What the compiler's plugin says about how the code was compiled, the values of each attribute
    /// in names.
    ///
    /// `present` where it speaks for at least half of the code; `partial` for less, which is often
    /// only the system's start-up objects; `assembler` where only version notes fill the gaps.
    func annobin() throws(NativeInspectionError) -> Fact {
        guard case .read(let sections) = sections else {
            return sections.fact { _ in .notApplicable }
        }
        let ours = sections.filter { $0.type == 7 && $0.name.hasPrefix(".gnu.build.attributes") }
        guard let first = ours.first else {
            return Fact(.absent, tier: .header, evidence: "no .gnu.build.attributes")
        }
        var annobin = ELFAnnobin(limits: reader.limits)
        var problem: String?
        var budget = reader.limits.tableBytes
        for section in ours {
            let part = try FilePart { () throws(NativeInspectionError) in
                let bytes = try bytes(of: section)
                budget -= bytes.count
                guard budget >= 0 else { throw .invalid("the build attributes are too large") }
                return bytes
            }
            switch part {
            case .read(let bytes): annobin.read(bytes)
            case .broken(let reason): problem = problem ?? reason
            }
            guard budget >= 0 else { break }
        }
        if annobin.hasCompilerNotes {
            let code = sections.filter { $0.isExecutable && $0.hasBytes }
                .reduce(0) { $0 &+ $1.size }
            let noted = annobin.compiledBytes
            return Fact(
                noted >= code / 2 ? .present : .word("partial"), tier: .header,
                evidence: "\(annobin.noteCount) notes from \(hexadecimal(first.offset)), "
                    + "for \(noted) of \(code) bytes of code",
                names: annobin.values)
        }
        if let problem = problem ?? annobin.problem { return .undecidable(problem) }
        return Fact(
            annobin.noteCount > 0 ? .word("assembler") : .absent, tier: .header,
            evidence: "\(annobin.noteCount) notes at \(hexadecimal(first.offset)), "
                + "none written by a compiler")
    }
}
