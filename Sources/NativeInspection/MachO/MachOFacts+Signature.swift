extension MachOFacts {
    /// Who signed, in one word; `stale` where the file has another length than when it was signed, and
    /// `invalid` where a page was changed since: no system loads these.
    var codeSignature: Fact {
        signature.fact { signature in
            guard let signature, let place = commands.signature else {
                return header.kind == .executable || header.kind == .sharedLibrary
                    ? Fact(.absent, tier: .header, evidence: "no LC_CODE_SIGNATURE")
                    : .notApplicable
            }
            var value = signature.signer.rawValue
            var state: String
            switch signature.pages {
            case .intact(let count): state = "\(count) pages are as they were signed"
            case .unknown(let reason): state = "page digests not verified: \(reason)"
            case .changed(let what):
                state = "\(value) once, but changed since: \(what)"
                value = "invalid"
            }
            if signature.codeLimit != place.offset {
                state =
                    "\(value) once, but stale: it covers \(hexadecimal(signature.codeLimit)) bytes "
                    + "of \(hexadecimal(place.offset))"
                value = "stale"
            }
            return Fact(
                .word(value), tier: .header,
                evidence: "CodeDirectory flags \(hexadecimal(signature.flags)), "
                    + "\(signature.digest), CMS of \(signature.signatureBytes) bytes; \(state)",
                names: [
                    "flags": signature.flagNames, "identifier": [signature.identifier],
                    "team": signature.team.map { [$0] } ?? [],
                ].filter { !$0.value.isEmpty })
        }
    }

    /// The kernel asks it of programs alone.
    var hardenedRuntime: Fact {
        guard header.fileType == 2 else { return .notApplicable }
        return signature.fact { signature in
            guard let signature else {
                return Fact(.absent, tier: .header, evidence: "no LC_CODE_SIGNATURE")
            }
            return Fact(
                signature.hasHardenedRuntime ? .present : .absent, tier: .header,
                evidence: "CodeDirectory flags \(hexadecimal(signature.flags))")
        }
    }
}
