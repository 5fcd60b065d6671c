import Foundation

/// How hard a password is to guess for who knows people's habits: the cheapest way to put it together
/// from common passwords, words that stand near the person, repetitions, runs and single characters.
///
/// The method is zxcvbn's, cut down to what a list can tell; there are no rules about which
/// characters it needs.
struct PasswordStrength {
    /// The guesses that a password must be worth, as a power of two: a hundred million.
    static let neededBits = 27.0
    /// What one character costs that fits into nothing.
    private static let bitsOfOneCharacter = 3.33
    /// How much of a password is looked at: what follows can only add.
    private static let longestLook = 72
    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop"]

    /// The guesses that it takes, as a power of two.
    let bits: Double
    /// Whether a part of it is near the person: the name, the address, the site.
    let holdsPersonalWord: Bool

    /// Judges a password of somebody of whom these words are known.
    init(_ password: String, personal: [String]) {
        let characters = Array(password.prefix(Self.longestLook))
        let lowered = characters.map { Character($0.lowercased().first.map(String.init) ?? "?") }
        let plain = lowered.map(Self.withoutDisguise)
        let words = Set(
            personal.flatMap { text in
                [text] + text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            }.map { $0.lowercased() }.filter { $0.count >= 3 })
        var best: [Double] = [0]
        var personalParts: [Bool] = [false]
        for end in 1..<(characters.count + 1) {
            var least = best[end - 1] + Self.bitsOfOneCharacter
            var isPersonal = personalParts[end - 1]
            for start in 0..<end {
                let length = end - start
                guard length >= 3 else { break }
                let part = start..<end
                let (bits, isNear) = Self.bits(
                    lowered[part], plain[part], given: characters[part], words)
                guard let bits, best[start] + bits < least else { continue }
                least = best[start] + bits
                isPersonal = personalParts[start] || isNear
            }
            // A repetition costs what is repeated, and how often.
            for unit in 1..<(end / 2 + 1) {
                var count = 1
                var start = end - unit
                while start >= unit, lowered[start - unit..<start] == lowered[end - unit..<end] {
                    start -= unit
                    count += 1
                }
                guard count > 1, unit * count >= 3 else { continue }
                let once = best[start + unit] - best[start]
                let bits = best[start] + max(once, 1) + log2(Double(count))
                guard bits < least else { continue }
                least = bits
                isPersonal = personalParts[start + unit]
            }
            best.append(least)
            personalParts.append(isPersonal)
        }
        bits = best.last ?? 0
        holdsPersonalWord = personalParts.last ?? false
    }

    /// What a part costs as one thing; nil where it is none.
    private static func bits(
        _ part: ArraySlice<Character>, _ plain: ArraySlice<Character>,
        given: ArraySlice<Character>, _ personal: Set<String>
    ) -> (bits: Double?, isNear: Bool) {
        var least: Double?
        var isNear = false
        func offer(_ bits: Double, isNear near: Bool = false) {
            guard bits < least ?? .infinity else { return }
            (least, isNear) = (bits, near)
        }
        // Capitals and digits for letters are worth little: everybody does it.
        let dressed = given.contains(where: \.isUppercase) ? 1.0 : 0
        for (text, extra) in [
            (String(part), dressed), (String(plain), dressed + 1),
            (String(part.reversed()), dressed + 1),
        ] {
            if personal.contains(text) { offer(1 + extra, isNear: true) }
            if let rank = CommonPasswords.rank[text] { offer(log2(Double(rank + 1)) + extra) }
        }
        if part.count == 4, let year = Int(String(part)), (1900...2099).contains(year) {
            offer(log2(200))
        }
        if isRun(part) { offer(4 + log2(Double(part.count)) + dressed) }
        return (least, isNear)
    }

    /// Whether it goes along the alphabet, the digits or a row of keys, in either direction.
    private static func isRun(_ part: ArraySlice<Character>) -> Bool {
        let scalars = part.compactMap { $0.unicodeScalars.first.map { Int($0.value) } }
        guard scalars.count == part.count, scalars.count >= 3 else { return false }
        let steps = Set(zip(scalars.dropFirst(), scalars).map { $0 - $1 })
        if steps == [1] || steps == [-1] { return true }
        let text = String(part)
        let back = String(part.reversed())
        return rows.contains { $0.contains(text) || $0.contains(back) }
    }

    private static func withoutDisguise(_ character: Character) -> Character {
        switch character {
        case "4", "@": "a"
        case "3": "e"
        case "1", "!": "i"
        case "0": "o"
        case "5", "$": "s"
        case "7": "t"
        default: character
        }
    }
}
