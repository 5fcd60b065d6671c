/// What results can be narrowed down by, besides their last release.
package enum SearchFacet: String, Sendable, CaseIterable {
    /// A trove classifier, or the beginning of several: `Framework :: Django` has its versions below.
    case classifier
    /// A licence identifier of the SPDX list.
    case license
    /// A minor release of Python 3 that Requires-Python admits, as `3.12`.
    case python
    /// Whether there is native code inside: `yes` or `no`; nothing where no wheel was looked into.
    case native
    /// The language of the native code, as a lower-case word.
    case language
}

/// Something that a project can be narrowed down by: a facet with its value.
struct SearchMark: Hashable, Sendable {
    let facet: SearchFacet
    let value: String

    /// More than an honest project has; what is beyond them is left out.
    static let mostOfOne = 200
    static let longestValue = 200

    init(_ facet: SearchFacet, _ value: String) {
        self.facet = facet
        self.value = value
    }

    /// The word that stands for a mark in the index of words; nobody types it.
    static func word(of id: Int64) -> String { "zqm\(id)" }

    /// The numbers of the marks in stored words.
    static func ids(in words: String) -> [Int64] {
        words.utf8.split(separator: UInt8(ascii: " ")).compactMap {
            Int64(String(decoding: $0.dropFirst(3), as: UTF8.self))
        }
    }
}
