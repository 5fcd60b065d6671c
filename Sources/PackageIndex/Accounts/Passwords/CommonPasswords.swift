/// The passwords that people choose most, by how common they are.
enum CommonPasswords {
    /// The place of a password in the list, the most common one at 1.
    static let rank: [String: Int] = Dictionary(
        CommonPasswordTable.passwords.split(whereSeparator: \.isWhitespace).enumerated().map {
            (String($1), $0 + 1)
        }, uniquingKeysWith: { first, _ in first })
}
