/// What a source distribution says of its build: an element of `sdists`.
package struct SourceReport: Codable, Sendable, Equatable {
    /// Where it was read.
    package var path: String
    /// The file name.
    package var filename: String
    /// What builds it, as lower-case words: `maturin`, `setuptools`, `cython`.
    package var backend: [String]
    /// The languages of its native sources, told by their suffixes, tests apart.
    package var languages: [String]

    /// A source distribution's backend and languages.
    package init(path: String, filename: String, backend: [String], languages: [String]) {
        self.path = path
        self.filename = filename
        self.backend = backend
        self.languages = languages
    }
}
