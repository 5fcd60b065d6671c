/// Why an authenticator's answer is not taken (Web Authentication, level 3, §7).
package enum WebAuthnInvalid: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is not in the form of such an answer.
    case malformed(String)
    /// It answers another kind of question.
    case wrongType
    /// It answers another question: it is replayed, or too late.
    case wrongChallenge
    /// It was given to another site.
    case wrongOrigin
    /// It was given inside another site's page.
    case crossOrigin
    /// It was made for another site's credentials.
    case wrongParty
    /// Nobody touched the authenticator.
    case notPresent
    /// The authenticator did not check who touched it.
    case notVerified
    /// The key is of a kind that is not taken.
    case keyUnsupported
    /// The signature does not hold.
    case wrongSignature
    /// The counter went back: the authenticator may have been copied.
    case counterWentBack

    package var description: String {
        switch self {
        case .malformed(let reason): "the answer is malformed: \(reason)"
        case .wrongType: "it answers another kind of question"
        case .wrongChallenge: "it answers another question"
        case .wrongOrigin: "it was given to another site"
        case .crossOrigin: "it was given inside another site's page"
        case .wrongParty: "it was made for another site"
        case .notPresent: "nobody touched the authenticator"
        case .notVerified: "the authenticator did not check who uses it"
        case .keyUnsupported: "the key is of a kind that is not taken"
        case .wrongSignature: "the signature does not hold"
        case .counterWentBack: "the counter went back, so the authenticator may have been copied"
        }
    }
}
