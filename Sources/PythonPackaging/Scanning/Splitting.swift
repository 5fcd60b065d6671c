/// Taking text apart at ASCII bytes.
///
/// Swift's own splitting goes by grapheme clusters, in which a separator can hide: `-` followed by
/// a combining accent is no `-`. File formats go by bytes.
extension StringProtocol {
    /// The pieces between one ASCII byte and the next, also the empty ones.
    func pieces(separatedBy separator: Character) -> [Substring] {
        guard let separator = separator.asciiValue else { return [Substring(self)] }
        return Substring(self).utf8
            .split(separator: separator, omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// What stands before and after the first such ASCII byte; nil if there is none.
    func halves(aroundFirst separator: Character) -> (before: Substring, after: Substring)? {
        let bytes = Substring(self).utf8
        guard let separator = separator.asciiValue, let index = bytes.firstIndex(of: separator)
        else { return nil }
        return (Substring(bytes[..<index]), Substring(bytes[index...].dropFirst()))
    }

    /// What stands before and after the last such ASCII byte; nil if there is none.
    func halves(aroundLast separator: Character) -> (before: Substring, after: Substring)? {
        let bytes = Substring(self).utf8
        guard let separator = separator.asciiValue, let index = bytes.lastIndex(of: separator)
        else { return nil }
        return (Substring(bytes[..<index]), Substring(bytes[index...].dropFirst()))
    }

    /// The text without its last bytes, if they are these; nil otherwise.
    func removing(ending: String) -> Substring? {
        let bytes = Substring(self).utf8
        guard bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { return nil }
        return Substring(bytes.dropLast(ending.utf8.count))
    }
}
