/// How a new name may be mistaken for a known one: by one slip of the fingers or of the eye.
///
/// The rules are those of PyPI's check for names that sit beside well-known ones. It knows nothing
/// of what the project does, so it only ever gives a hint.
package struct NameResemblance: Sendable, Equatable {
    /// The kind of slip.
    package enum Rule: String, Sendable, CaseIterable {
        /// `reequests`: a character more than once in a row that stands there once.
        case repeatedCharacter = "repeated-character"
        /// `reqests`: a character is left out.
        case omittedCharacter = "omitted-character"
        /// `reqeusts`: two neighbours are swapped.
        case swappedCharacters = "swapped-characters"
        /// `client-redis`: the words stand in another order.
        case swappedWords = "swapped-words"
        /// `nurnpy`: characters that lie side by side on a keyboard or look alike.
        case mistakenCharacter = "mistaken-character"
    }

    /// The kind of slip.
    package let rule: Rule
    /// The known name.
    package let name: String

    /// A slip of one kind away from a known name.
    package init(rule: Rule, name: String) {
        self.rule = rule
        self.name = name
    }

    /// The first known name that a new one, both normalised, is a slip away from; nil where there
    /// is none, or the name is itself known.
    package static func find(_ name: String, among known: Set<String>) -> NameResemblance? {
        guard !known.contains(name) else { return nil }
        let characters = Array(name.utf8)
        let rules: [(Rule, ([UInt8]) -> [[UInt8]])] = [
            (.repeatedCharacter, withoutRepetition), (.omittedCharacter, withOneMore),
            (.swappedCharacters, withNeighboursSwapped), (.swappedWords, withWordsSwapped),
            (.mistakenCharacter, withOneMistaken),
        ]
        for (rule, candidates) in rules {
            for candidate in candidates(characters) {
                let text = String(decoding: candidate, as: UTF8.self)
                if text != name, known.contains(text) {
                    return NameResemblance(rule: rule, name: text)
                }
            }
        }
        return nil
    }

    private static func withoutRepetition(_ name: [UInt8]) -> [[UInt8]] {
        var candidates: [[UInt8]] = []
        var start = 0
        while start < name.count {
            var end = start + 1
            while end < name.count, name[end] == name[start] { end += 1 }
            if end - start > 1 {
                candidates.append(Array(name[..<(start + 1)] + name[end...]))
                candidates.append(Array(name[..<(start + 1)] + name[(start + 2)...]))
            }
            start = end
        }
        return candidates
    }

    private static let allowed = Array("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

    private static func withOneMore(_ name: [UInt8]) -> [[UInt8]] {
        guard name.count >= 4 else { return [] }
        return (0...name.count).flatMap { place in
            allowed.map { Array(name[..<place] + [$0] + name[place...]) }
        }
    }

    private static func withNeighboursSwapped(_ name: [UInt8]) -> [[UInt8]] {
        name.indices.dropLast().map { place in
            var candidate = name
            candidate.swapAt(place, place + 1)
            return candidate
        }
    }

    /// Of eight words there are 40,320 orders, which is as many as are looked at.
    private static func withWordsSwapped(_ name: [UInt8]) -> [[UInt8]] {
        let words = name.split(separator: UInt8(ascii: "-")).map(Array.init)
        guard (2...8).contains(words.count) else { return [] }
        return orders(of: words).map { Array($0.joined(separator: [UInt8(ascii: "-")])) }
    }

    private static func orders(of words: [[UInt8]]) -> [[[UInt8]]] {
        guard words.count > 1 else { return [words] }
        return words.indices.flatMap { place in
            var rest = words
            let first = rest.remove(at: place)
            return orders(of: rest).map { [first] + $0 }
        }
    }

    private static func withOneMistaken(_ name: [UInt8]) -> [[UInt8]] {
        var candidates: [[UInt8]] = []
        for (typed, meant) in mistaken {
            let typed = Array(typed.utf8)
            guard typed.count <= name.count else { continue }
            for place in 0...(name.count - typed.count)
            where Array(name[place..<(place + typed.count)]) == typed {
                for other in meant {
                    candidates.append(
                        Array(name[..<place] + Array(other.utf8) + name[(place + typed.count)...]))
                }
            }
        }
        return candidates
    }

    /// What was typed, and what may have been meant: neighbours on the usual keyboard, and what
    /// looks much the same.
    private static let mistaken: [(typed: String, meant: [String])] = [
        ("a", ["q", "s", "z", "4"]), ("b", ["v", "n", "d", "p", "8", "6"]),
        ("c", ["x", "v", "e"]), ("d", ["s", "f", "b", "cl"]), ("e", ["w", "r", "d", "3"]),
        ("f", ["d", "g", "t"]), ("g", ["f", "h", "q", "9"]), ("h", ["g", "j", "b", "n"]),
        ("i", ["u", "o", "l", "1", "j"]), ("j", ["h", "k", "i"]), ("k", ["j", "l"]),
        ("l", ["k", "i", "1"]), ("m", ["n", "rn", "nn"]), ("n", ["m", "b", "h", "r"]),
        ("o", ["i", "p", "0"]), ("p", ["o", "q", "b"]), ("q", ["w", "g", "p", "9"]),
        ("r", ["e", "t", "n"]), ("s", ["a", "d", "5", "z"]), ("t", ["r", "y", "7", "f"]),
        ("u", ["y", "i", "v"]), ("v", ["c", "b", "u", "y"]), ("w", ["q", "e", "vv"]),
        ("x", ["z", "c", "s"]), ("y", ["t", "u", "v"]), ("z", ["x", "2", "s"]),
        ("0", ["o", "9"]), ("1", ["l", "i", "2"]), ("2", ["1", "3", "z"]), ("3", ["2", "4", "e"]),
        ("4", ["3", "5", "a"]), ("5", ["4", "6", "s"]), ("6", ["5", "7", "b"]),
        ("7", ["6", "8", "t"]), ("8", ["7", "9", "b"]), ("9", ["8", "0", "g", "q"]),
        ("rn", ["m"]), ("nn", ["m"]), ("cl", ["d"]), ("vv", ["w"]),
        ("-", [""]), ("ph", ["f"]), ("f", ["ph"]),
    ]
}
