/// What may stand in a description: elements, attributes and their values.
enum HTMLRules {
    /// How deeply elements may be nested: browsers stop at 512.
    static let deepest = 200

    static let elements: Set<String> = [
        "a", "abbr", "acronym", "aside", "b", "blockquote", "br", "caption", "cite", "code", "col",
        "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "h1",
        "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "kbd", "li", "nav", "ol", "p",
        "picture", "pre", "section", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "th", "thead", "tr", "tt", "ul", "var",
    ]

    static func isVoid(_ element: String) -> Bool {
        ["br", "col", "hr", "img", "input"].contains(element)
    }

    /// Attributes whose presence means that the sanitiser failed.
    static func isForbidden(_ name: String) -> Bool {
        name.hasPrefix("on")
            || ["style", "srcdoc", "srcset", "formaction", "action", "background", "data", "form"]
                .contains(name)
    }

    /// The attributes of an element that are kept, their values narrowed; nil leaves the element out,
    /// for one without content.
    static func kept(
        _ attributes: [SafeHTML.Attribute], of element: String
    ) -> [SafeHTML.Attribute]? {
        if element == "input" {
            // Task lists have boxes; any other field would ask visitors for something.
            guard attributes.contains(where: { $0.name == "type" && $0.value == "checkbox" })
            else { return nil }
            let isChecked = attributes.contains { $0.name == "checked" }
            return [attribute("type", "checkbox"), attribute("disabled", "")]
                + (isChecked ? [attribute("checked", "")] : [])
        }
        var kept = attributes.compactMap { value(of: $0, on: element) }
        if element == "a", kept.contains(where: { $0.name == "href" }) {
            kept.append(attribute("rel", "nofollow noopener noreferrer"))
        }
        return kept
    }

    static func attribute(_ name: String, _ value: String) -> SafeHTML.Attribute {
        SafeHTML.Attribute(name: name, value: value)
    }

    private static func value(
        of given: SafeHTML.Attribute, on element: String
    ) -> SafeHTML.Attribute? {
        let text = given.value
        switch (given.name, element) {
        case ("href", "a"): return link(text).map { attribute("href", $0) }
        case ("src", "img"): return isWeb(text) ? given : nil
        case ("title", "a"), ("title", "abbr"), ("title", "acronym"), ("alt", "img"): return given
        case ("id", _): return isPlain(text) ? attribute("id", anchor(text)) : nil
        case ("class", _):
            let kept = text.split(separator: " ").filter { isKnownClass($0) }
            return kept.isEmpty ? nil : attribute("class", kept.joined(separator: " "))
        case ("align", _):
            let known = ["left", "center", "right", "justify", "top", "middle", "bottom"]
            return known.contains(text.lowercased()) ? given : nil
        case ("width", "img"), ("height", "img"):
            return isNumber(text.hasSuffix("%") ? text.dropLast() : text[...], digits: 4)
                ? given : nil
        case ("colspan", "td"), ("colspan", "th"), ("rowspan", "td"), ("rowspan", "th"),
            ("start", "ol"):
            return isNumber(text[...], digits: 3) ? given : nil
        default: return nil
        }
    }

    /// An address that leads to the web, to a mail program, or to a place in the description.
    private static func link(_ text: String) -> String? {
        if isWeb(text) || text.lowercased().hasPrefix("mailto:") { return text }
        guard text.hasPrefix("#"), isPlain(String(text.dropFirst())) else { return nil }
        return "#" + anchor(String(text.dropFirst()))
    }

    private static func isWeb(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }

    /// The name of a place, which is never one of the page around the description.
    private static func anchor(_ name: String) -> String {
        name.hasPrefix("user-content-") ? name : "user-content-" + name
    }

    /// Whether a name has no character that could end it or be a reference.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 200
            && !name.utf8.contains { $0 <= 0x20 || "&<>\"'`".utf8.contains($0) }
    }

    private static func isNumber(_ text: Substring, digits: Int) -> Bool {
        !text.isEmpty && text.utf8.count <= digits
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The classes of highlighted code, and some of docutils; the page's own are not for borrowing.
    private static func isKnownClass(_ name: Substring) -> Bool {
        let isToken =
            name.utf8.count <= 3
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
        return isToken
            || [
                "highlight", "code", "literal", "docutils", "admonition", "admonition-title",
                "markdown-alert", "markdown-alert-title", "markdown-alert-note",
                "markdown-alert-tip", "markdown-alert-important", "markdown-alert-warning",
                "markdown-alert-caution", "footnotes", "contains-task-list",
            ].contains(name)
    }
}
