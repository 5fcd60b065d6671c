extension PEFacts {
    /// Whether the image has the digest that its signature gives; whether a certificate is to be
    /// trusted is nothing that the file tells.
    ///
    /// `invalid` where the digest is another, `unverified` where they could not be compared.
    var authenticode: Fact {
        certificate.fact { certificate in
            guard let certificate else {
                return Fact(.absent, tier: .header, evidence: "no certificate table")
            }
            let place =
                "PKCS #7 of \(certificate.size) bytes at \(hexadecimal(certificate.offset))"
            let (value, text): (Fact.Value, String) =
                switch certificate.verdict {
                case .intact(let name): (.present, "the \(name) digest is the image's")
                case .changed(let name): (.word("invalid"), "the image has another \(name) digest")
                case .unknown(let reason): (.word("unverified"), reason)
                }
            return Fact(
                value, tier: .header, evidence: "\(place): \(text); the certificate is not verified"
            )
        }
    }
}
