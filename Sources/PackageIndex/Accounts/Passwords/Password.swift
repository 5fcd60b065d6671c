/// A password as someone chose it, judged to be worth something; it never shows in a text.
struct Password: Sendable, CustomStringConvertible {
    /// What everybody knows of every such site.
    private static let siteWords = ["cheeseboard", "python", "pypi", "package", "index"]

    let text: String

    /// Accepts 12 characters or more and at most 4,096 bytes that are not easily guessed by who
    /// knows common passwords and these words about the person: length is what counts.
    init(_ text: String, of personal: [String]) throws {
        guard text.count >= 12, text.utf8.count <= 4096 else {
            throw Refusal(
                .passwordUnfit,
                "The password needs at least 12 characters (and at most 4,096 bytes).",
                help: "Several unrelated words are easy to remember and hard to guess.")
        }
        let strength = PasswordStrength(text, personal: personal + Self.siteWords)
        guard strength.bits >= PasswordStrength.neededBits else {
            throw Refusal(
                .passwordUnfit,
                strength.holdsPersonalWord
                    ? "The password is mostly a name or an address that others know of you."
                    : "The password is made of what others would try first.",
                help: "Put several unrelated words together, or let a password manager make one; "
                    + "capitals and digits for letters do not help.")
        }
        self.text = text
    }

    var description: String { "(a password)" }
}
