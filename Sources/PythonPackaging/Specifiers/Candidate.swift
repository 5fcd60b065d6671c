/// What a specifier is asked about: a spelling, and the version it is if it is one.
struct Candidate: Sendable {
    let spelling: String
    let version: Version?

    init(_ version: Version) {
        spelling = version.spelling
        self.version = version
    }

    init(spelling: String) {
        self.spelling = spelling
        version = try? Version(spelling)
    }

    /// Whether the candidate is known to be a pre-release.
    var isPrerelease: Bool { version?.isPrerelease == true }

    /// Whether the spelling is this text but for the case of ASCII letters.
    func isSpelt(_ text: String) -> Bool {
        spelling.utf8.elementsEqual(text.utf8) { $0.asciiLowercased == $1.asciiLowercased }
    }
}
