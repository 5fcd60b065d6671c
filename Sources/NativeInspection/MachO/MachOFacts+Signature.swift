extension MachOFacts {
    var codeSignature: Fact {
        signature.fact { signature in
            guard let signature, let place = commands.signature else {
                return header.kind == .executable || header.kind == .sharedLibrary
                    ? Fact(.absent, tier: .header, evidence: "no LC_CODE_SIGNATURE")
                    : .notApplicable
            }
            var evidence =
                "CodeDirectory flags \(hexadecimal(signature.flags)), \(signature.digest), "
                + "CMS of \(signature.signatureBytes) bytes; page digests not verified"
            if signature.codeLimit != place.offset {
                evidence +=
                    "; stale: it covers \(hexadecimal(signature.codeLimit)) bytes "
                    + "of \(hexadecimal(place.offset))"
            }
            return Fact(
                .word(signature.signer.rawValue), tier: .header, evidence: evidence,
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
