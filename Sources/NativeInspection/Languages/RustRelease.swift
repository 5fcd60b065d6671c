/// Tells the release of rustc from the commit that paths into its standard library name.
enum RustRelease {
    /// The digits of a commit that the table holds, as many as `rustc --version` prints.
    private static let digits = 9

    /// The release that was made of a commit (40 hexadecimal digits); `nil` for betas, nightlies, and
    /// releases that are newer than the table.
    static func version(ofCommit commit: String) -> String? {
        versions[String(commit.prefix(digits))]
    }

    private static let versions = Dictionary(
        table.split(separator: "\n").compactMap { line -> (String, String)? in
            let words = line.split(separator: " ")
            return words.count == 2 ? (String(words[0]), String(words[1])) : nil
        }, uniquingKeysWith: { first, _ in first })
}
