extension Version {
    /// The pre-release segment of a version: its stage and its number.
    public struct Prerelease: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// What the pre-release is.
        public let stage: Stage

        /// The number within the stage.
        public let number: VersionNumber

        /// The normal form, as `rc1`.
        public var description: String { stage.rawValue + number.description }

        /// Whether one pre-release comes before the other.
        public static func < (left: Prerelease, right: Prerelease) -> Bool {
            (left.stage, left.number) < (right.stage, right.number)
        }
    }

    /// The stage of a pre-release, in its normal spelling.
    public enum Stage: String, Hashable, Comparable, Sendable {
        case alpha = "a"
        case beta = "b"
        case candidate = "rc"

        /// Whether one stage comes before the other: alpha, beta, candidate.
        public static func < (left: Stage, right: Stage) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// A part of the local segment of a version.
    public enum LocalPart: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// Letters and digits, in lower case. Sorts before every number.
        case word(String)

        /// Only digits.
        case number(VersionNumber)

        init(_ bytes: ArraySlice<UInt8>) {
            self =
                bytes.allSatisfy(\.isASCIIDigit)
                ? .number(VersionNumber(digits: bytes))
                : .word(String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self))
        }

        /// The part as it stands in the normal form.
        public var description: String {
            switch self {
            case .word(let word): word
            case .number(let number): number.description
            }
        }
    }
}
