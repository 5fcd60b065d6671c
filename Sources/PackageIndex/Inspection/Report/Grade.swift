/// The mark for how well native code was hardened, by the rubric in `docs/NATIVE.md`.
///
/// Grades compare within one format only: what a Linux file has to be told, a macOS linker does by
/// itself.
package enum Grade: String, Codable, Sendable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case f = "F"

    /// The grade of a score from 0 to 100: from 90 on A, 75 B, 55 C, 35 D, below F.
    package init(score: Int) {
        self =
            switch score {
            case 90...: .a
            case 75...: .b
            case 55...: .c
            case 35...: .d
            default: .f
            }
    }

    /// A worse grade comes first, so that the smallest of several is the worst.
    package static func < (left: Grade, right: Grade) -> Bool {
        left.rawValue > right.rawValue
    }
}
