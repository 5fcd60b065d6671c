/// What becomes of images in descriptions, which other machines serve and who reads is told to.
package enum DescriptionImages: String, Sendable, CaseIterable {
    /// They are shown: their servers learn who reads the page.
    case show
    /// Their descriptions stand in their place.
    case hide
    /// Their descriptions stand in their place, as links to them.
    case link

    /// What a page that shows descriptions may load images from, for its content security policy.
    package var contentSecuritySources: String { self == .show ? "'self' https:" : "'self'" }
}

extension SafeHTML {
    /// The document with its images as the settings want them.
    package func text(images: DescriptionImages) -> String {
        var result = ""
        var openLinks = 0
        for piece in pieces {
            switch piece {
            case .start("img", let attributes):
                result += Self.image(attributes, images, isInLink: openLinks > 0)
            case .start("a", _):
                openLinks += 1
                piece.write(to: &result)
            case .end("a"):
                openLinks -= 1
                piece.write(to: &result)
            default: piece.write(to: &result)
            }
        }
        return result
    }

    private static func image(
        _ attributes: [Attribute], _ images: DescriptionImages, isInLink: Bool
    ) -> String {
        let alt = attributes.first { $0.name == "alt" }?.value ?? ""
        guard let source = attributes.first(where: { $0.name == "src" })?.value else { return alt }
        let isEncrypted = source.lowercased().hasPrefix("https:")
        if images == .show, isEncrypted {
            var result = ""
            Piece.start(
                "img",
                attributes + [
                    HTMLRules.attribute("loading", "lazy"),
                    HTMLRules.attribute("referrerpolicy", "no-referrer"),
                ]
            ).write(to: &result)
            return result
        }
        let words = alt.isEmpty ? "image" : alt
        guard images != .hide, !isInLink else { return "<span>\(words)</span>" }
        return "<a href=\"\(source)\" rel=\"nofollow noopener noreferrer\">\(words)</a>"
    }
}
