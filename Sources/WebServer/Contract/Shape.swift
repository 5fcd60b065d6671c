/// What a JSON value looks like: the document of the API is made from it, and requests are checked
/// against it, so that what is promised and what is done are the same.
package indirect enum Shape: Sendable {
    /// A string.
    case text(TextRule)
    /// A whole number inside of bounds.
    case integer(ClosedRange<Int>)
    /// True or false.
    case boolean
    /// The shape, or null.
    case optional(Shape)
    /// Values of one shape; where `isSet`, each at most once.
    case list(Shape, ClosedRange<Int>, isSet: Bool)
    /// Named members, and no others in a request.
    case object([Member])
    /// Texts by name.
    case texts
    /// An object that another page describes.
    case elsewhere(String)
    /// A shape with a name of its own in the document.
    case named(String, Shape)

    /// A member of an object, or a value in a query.
    package struct Member: Sendable {
        /// Its name.
        package let name: String
        /// What it looks like.
        package let shape: Shape
        /// Whether it is always there.
        package let isRequired: Bool
        /// What it is, in one sentence.
        package let summary: String

        /// A member that has to be there.
        package static func required(
            _ name: String, _ shape: Shape, _ summary: String
        ) -> Member {
            Member(name: name, shape: shape, isRequired: true, summary: summary)
        }

        /// A member that may be left out.
        package static func optional(
            _ name: String, _ shape: Shape, _ summary: String
        ) -> Member {
            Member(name: name, shape: shape, isRequired: false, summary: summary)
        }
    }

    /// Values of one shape in an answer.
    static func list(_ shape: Shape) -> Shape { .list(shape, 0...Int.max, isSet: false) }

    /// The largest whole number that every reader of JSON has exactly.
    static let largestInteger = 9_007_199_254_740_991

    /// A count or a size.
    static let count: Shape = .integer(0...largestInteger)
}
