extension LicenseExpression {
    /// Goes through an expression word by word and writes it down in its normalised form.
    ///
    /// What may come next depends only on the last word and on how many parentheses are open, so
    /// no tree is built and nothing recurses.
    struct Reader {
        /// What the last word was.
        private enum Last {
            case nothing, license, exception, with, and, or, open, close

            /// Whether a licence or a parenthesis that opens has to follow.
            var needsLicense: Bool {
                switch self {
                case .nothing, .and, .or, .open: true
                case .license, .exception, .with, .close: false
                }
            }
        }

        private let text: String
        private let words: [String]
        private let references: [String: String]
        private var last = Last.nothing
        private var depth = 0
        private(set) var normalized = ""
        private(set) var deprecatedIdentifiers: [String] = []

        init(_ text: String) {
            self.text = text
            words = Self.words(of: text)
            // References are the same licence whatever their case, so one spelling serves for all.
            var references: [String: String] = [:]
            for word in words where word.lowercased().hasPrefix(Self.referencePrefix) {
                references[word.lowercased()] =
                    "LicenseRef-" + word.dropFirst(Self.referencePrefix.count)
            }
            self.references = references
        }

        mutating func read() throws(LicenseExpression.Invalid) {
            for word in words {
                try take(word, lowercased: word.lowercased())
            }
            if words.isEmpty {
                throw invalid("it is empty")
            }
            if last == .with {
                throw invalid("an exception must follow 'WITH'")
            }
            if last.needsLicense {
                throw invalid("it ends where a licence must follow")
            }
            if depth > 0 {
                throw invalid("a '(' is never closed")
            }
        }

        private mutating func take(
            _ word: String, lowercased: String
        ) throws(LicenseExpression.Invalid) {
            if last == .with {
                try takeException(word, lowercased: lowercased)
            } else if lowercased == "and" || lowercased == "or" {
                if last.needsLicense {
                    throw invalid("no licence stands before \(Quoted(word))")
                }
                append(word.uppercased(), lowercased == "and" ? .and : .or)
            } else if lowercased == "with" {
                guard last == .license else {
                    throw invalid("'WITH' must stand directly after a licence")
                }
                append("WITH", .with)
            } else if lowercased == "(" {
                try open()
            } else if lowercased == ")" {
                try close()
            } else {
                try takeLicense(word, lowercased: lowercased)
            }
        }

        private mutating func open() throws(LicenseExpression.Invalid) {
            guard last.needsLicense else {
                throw invalid("'AND' or 'OR' must stand before '('")
            }
            guard depth < maximumDepth else {
                throw invalid("more than \(maximumDepth) parentheses are open")
            }
            append("(", .open)
            depth += 1
        }

        private mutating func close() throws(LicenseExpression.Invalid) {
            guard depth > 0 else {
                throw invalid("a ')' closes nothing")
            }
            if last.needsLicense {
                throw invalid("no licence stands before ')'")
            }
            append(")", .close)
            depth -= 1
        }

        private mutating func takeException(
            _ word: String, lowercased: String
        ) throws(LicenseExpression.Invalid) {
            guard let exception = SPDXList.exception(lowercased) else {
                throw invalid("\(Quoted(word)) is not an exception on the SPDX list")
            }
            note(exception)
            append(exception.spelling, .exception)
        }

        private mutating func takeLicense(
            _ word: String, lowercased: String
        ) throws(LicenseExpression.Invalid) {
            guard last.needsLicense else {
                throw invalid("'AND' or 'OR' must stand before \(Quoted(word))")
            }
            if let reference = references[lowercased] {
                let label = reference.utf8.dropFirst(Self.referencePrefix.utf8.count)
                let isLabel = label.allSatisfy {
                    $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                }
                guard isLabel, !label.isEmpty else {
                    throw invalid(
                        "\(Quoted(word)) must have letters, digits, '.' and '-' after 'LicenseRef-'"
                    )
                }
                append(reference, .license)
                return
            }
            let orLater = lowercased.removing(ending: "+")
            guard let license = SPDXList.license(orLater.map(String.init) ?? lowercased) else {
                throw invalid(
                    "\(Quoted(word)) is not a licence on the SPDX list; use 'LicenseRef-' and a "
                        + "label for one of your own")
            }
            note(license)
            append(license.spelling + (orLater == nil ? "" : "+"), .license)
        }

        private mutating func note(_ identifier: SPDXList.Identifier) {
            if identifier.isDeprecated { deprecatedIdentifiers.append(identifier.spelling) }
        }

        private mutating func append(_ word: String, _ kind: Last) {
            if last != .nothing && last != .open && kind != .close { normalized += " " }
            normalized += word
            last = kind
        }

        private func invalid(_ reason: String) -> LicenseExpression.Invalid {
            LicenseExpression.Invalid(text, reason)
        }

        private static let referencePrefix = "licenseref-"

        /// The pieces between white space; each parenthesis is a piece of its own.
        private static func words(of text: String) -> [String] {
            let bytes = Array(text.utf8)
            var words: [String] = []
            var start = 0
            var index = 0
            func endWord() {
                if start < index {
                    words.append(String(decoding: bytes[start..<index], as: UTF8.self))
                }
            }
            while index < bytes.count {
                let space = Whitespace.leadingLength(of: bytes, at: index)
                let isParenthesis =
                    bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")")
                if space > 0 {
                    endWord()
                    index += space
                    start = index
                } else if isParenthesis {
                    endWord()
                    words.append(bytes[index] == UInt8(ascii: "(") ? "(" : ")")
                    index += 1
                    start = index
                } else {
                    index += 1
                }
            }
            endWord()
            return words
        }
    }
}
