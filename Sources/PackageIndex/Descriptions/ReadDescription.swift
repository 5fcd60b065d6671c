extension Index {
    /// Stored HTML as a page may show it, checked once more; nil where it is none.
    static func descriptionHTML(_ stored: String?, _ images: DescriptionImages) -> String? {
        stored.flatMap { try? SafeHTML(checking: $0) }?.text(images: images)
    }
}
