/// Python's rules for names in source code.
enum PythonIdentifier {
    /// Whether a text could be a name: what Python's `str.isidentifier` answers.
    static func isValid(_ text: some StringProtocol) -> Bool {
        var isFirst = true
        for scalar in text.unicodeScalars {
            if isFirst {
                guard scalar == "_" || scalar.properties.isXIDStart else { return false }
                isFirst = false
            } else if !scalar.properties.isXIDContinue {
                return false
            }
        }
        return !isFirst
    }

    /// Whether a text is a word that Python keeps for itself.
    static func isKeyword(_ text: some StringProtocol) -> Bool {
        keywords.contains(String(text))
    }

    /// Whether a character is one that `\w` stands for in Python's regular expressions.
    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default:
            scalar == "_"
        }
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ]
}
