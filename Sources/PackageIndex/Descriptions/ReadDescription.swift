extension SafeHTML {
    /// Stored HTML, checked once more; nil where it is none.
    init?(stored: String?) {
        guard let stored, let document = try? SafeHTML(checking: stored) else { return nil }
        self = document
    }
}
