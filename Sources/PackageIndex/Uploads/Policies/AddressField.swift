/// A field of e-mail addresses with names, as `"Harel, Marie" <marie@index.example>, others`.
///
/// As PyPI does, only the first address is looked at, and nobody asks whether it is reached.
enum AddressField {
    /// Whether the first address of the field, bare or in angle brackets, is well formed.
    static func beginsWithAddress(_ text: String) -> Bool {
        isAddress(firstAddress(in: text))
    }

    /// The first address, without the name and the comments around it (RFC 5322 §3.4); empty where an
    /// angle bracket stays open.
    private static func firstAddress(in text: String) -> String {
        var address = ""
        var isInBrackets = false
        var isQuoted = false
        var isEscaped = false
        var comments = 0
        for character in text {
            if isEscaped {
                isEscaped = false
            } else if isQuoted || comments > 0, character == "\\" {
                isEscaped = true
                continue
            } else if comments == 0, character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, character == "(" {
                comments += 1
            } else if !isQuoted, character == ")", comments > 0 {
                comments -= 1
                continue
            } else if !isQuoted, comments == 0 {
                // What stood before was the name.
                if character == "<" {
                    address = ""
                    isInBrackets = true
                    continue
                }
                if character == ">" {
                    isInBrackets = false
                    break
                }
                if character == "," { break }
            }
            if comments == 0 { address.append(character) }
        }
        guard !isInBrackets else { return "" }
        return String(address.trimmingWhitespace)
    }

    /// Whether the text is an address that mail may be sent to, in any script (RFC 5321, 6531).
    private static func isAddress(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, text.utf8.count <= 254, halves[0].utf8.count <= 64 else {
            return false
        }
        let atoms = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isOfAtom) }
            && labels.count > 1 && labels.allSatisfy(isLabel)
    }

    private static func isOfAtom(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return !isSpaceOrControl(scalar) }
        return isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        guard let first = label.first, let last = label.last, label.utf8.count <= 63 else {
            return false
        }
        return first != "-" && last != "-"
            && label.unicodeScalars.allSatisfy {
                $0.isASCII ? isLetterOrDigit($0) || $0 == "-" : !isSpaceOrControl($0)
            }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isSpaceOrControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            || scalar.properties.generalCategory == .format
    }
}
