import Foundation

/// How well a result fits: the less it costs, the further up it stands.
///
/// A kind of fit sets where its results begin and use moves them: a name that is much used and has
/// one letter wrong comes before a name that nobody knows and begins as typed.
enum SearchRanking {
    /// The exact name, and the same letters with other separators, come before everything.
    static let exactName = -2.0
    static let sameLetters = -1.0

    /// From about 0.27 for the most used to 1 for what nobody has counted.
    static func use(_ rank: Int?) -> Double {
        log2(Double(max(1, rank ?? unranked)) + 20) / log2(Double(unranked) + 20)
    }

    private static let unranked = 60_000

    /// A name that begins as typed: the less is missing the better, and always before an equally used
    /// name that has the words further on.
    static func prefix(typed: Int, name: Int, rank: Int?) -> Double {
        0.5 + 2 * use(rank) + 0.25 * Double(name - typed) / Double(max(1, name))
    }

    /// A name that is one typing error away.
    static func error(_ edit: Double, isNameKnown: Bool, rank: Int?) -> Double {
        edit + use(rank) + (isNameKnown ? 1.5 : 0)
    }

    /// A name that has all the words.
    static func nameWords(rank: Int?) -> Double { 1.2 + 1.6 * use(rank) }

    /// A project whose texts have all the words.
    static func text(rank: Int?) -> Double { 1.7 + 1.5 * use(rank) }

    /// A name that has what was typed in its middle.
    static func piece(rank: Int?) -> Double { 3 + use(rank) }

    /// What this index holds itself comes a little before what others do.
    static let ofThisIndex = -0.3
}
