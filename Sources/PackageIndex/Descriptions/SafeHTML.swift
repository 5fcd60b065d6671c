/// HTML that was checked here, whatever made it: known elements, balanced, without anything that
/// runs, styles, frames or submits.
///
/// It reads only what a serialiser of sanitised HTML writes, and refuses everything else as a whole:
/// what stands in `pieces` is written out anew, so nothing that was not understood comes through.
package struct SafeHTML: Sendable, Equatable {
    /// A part of the document.
    enum Piece: Sendable, Equatable {
        /// Text, its special characters escaped.
        case text(String)
        /// A start tag with its kept attributes, values escaped.
        case start(String, [Attribute])
        /// An end tag.
        case end(String)
    }

    /// An attribute with its escaped value.
    struct Attribute: Sendable, Equatable {
        let name: String
        let value: String
    }

    /// The document's parts, in order.
    let pieces: [Piece]

    /// Checks what a sanitiser wrote.
    ///
    /// - Throws: ``Unsafe`` with the first thing that has no place in it.
    package init(checking html: String) throws {
        var reader = HTMLReader(html)
        var pieces: [Piece] = []
        var open: [String] = []
        var links = OpenLinks()
        while let piece = try reader.next() {
            switch piece {
            case .text(let text):
                if links.areOpen, !Self.isBlank(text) { links.nameAll() }
                pieces.append(piece)
            case .start(let name, let attributes):
                guard HTMLRules.elements.contains(name) else { throw Unsafe("<\(name)>") }
                if let bad = attributes.first(where: { HTMLRules.isForbidden($0.name) }) {
                    throw Unsafe("\(bad.name)=")
                }
                if !HTMLRules.isVoid(name) { open.append(name) }
                guard open.count <= HTMLRules.deepest else { throw Unsafe("too deep nesting") }
                guard let kept = HTMLRules.kept(attributes, of: name) else { continue }
                if name == "a" {
                    links.open(at: pieces.count, isNamed: Self.says(kept, "title"))
                } else if name == "img", Self.says(kept, "src") || Self.says(kept, "alt") {
                    links.nameAll()
                }
                pieces.append(.start(name, kept))
            case .end(let name):
                guard open.popLast() == name else { throw Unsafe("</\(name)>") }
                // A link without words says nothing to who hears the page; as an anchor it stays.
                if name == "a", let place = links.close(),
                    case .start(_, let attributes) = pieces[place]
                {
                    pieces[place] = .start(
                        "a", attributes.filter { !["href", "rel"].contains($0.name) })
                }
                pieces.append(piece)
            }
        }
        guard open.isEmpty else { throw Unsafe("an element without end") }
        self.pieces = pieces
    }

    /// What these rules are called beside the renderer's version; it changes with them, so that
    /// what was rendered before is rendered again.
    static let edition = ", rules 3"

    /// Whether nobody sees or hears a text.
    private static func isBlank(_ text: String) -> Bool {
        text.replacing("&nbsp;", with: "").allSatisfy(\.isWhitespace)
    }

    /// Whether an attribute is there and has words.
    private static func says(_ attributes: [Attribute], _ name: String) -> Bool {
        attributes.contains { $0.name == name && !isBlank($0.value) }
    }

    /// The links that are open, and whether something in each has a name so far.
    private struct OpenLinks {
        private var links: [(place: Int, isNamed: Bool)] = []

        var areOpen: Bool { !links.isEmpty }

        mutating func open(at place: Int, isNamed: Bool) {
            links.append((place, isNamed))
        }

        mutating func nameAll() {
            for number in links.indices { links[number].isNamed = true }
        }

        /// Closes the innermost, and hands back where it began if it names nothing.
        mutating func close() -> Int? {
            links.popLast().flatMap { $0.isNamed ? nil : $0.place }
        }
    }

    /// Why a document is not taken.
    package struct Unsafe: Error, Sendable, Equatable {
        /// What was found.
        package let found: String

        init(_ found: String) { self.found = Shown.short(found) }
    }

    /// The document as text.
    package var text: String {
        var result = ""
        for piece in pieces { piece.write(to: &result) }
        return result
    }
}

extension SafeHTML.Piece {
    func write(to text: inout String) {
        switch self {
        case .text(let content): text += content
        case .end(let name): text += "</\(name)>"
        case .start(let name, let attributes):
            text += "<\(name)"
            for attribute in attributes { text += " \(attribute.name)=\"\(attribute.value)\"" }
            text += ">"
        }
    }
}
