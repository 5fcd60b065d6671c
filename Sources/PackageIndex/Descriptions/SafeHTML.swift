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
        while let piece = try reader.next() {
            switch piece {
            case .text: pieces.append(piece)
            case .start(let name, let attributes):
                guard HTMLRules.elements.contains(name) else { throw Unsafe("<\(name)>") }
                if let bad = attributes.first(where: { HTMLRules.isForbidden($0.name) }) {
                    throw Unsafe("\(bad.name)=")
                }
                if !HTMLRules.isVoid(name) { open.append(name) }
                guard open.count <= HTMLRules.deepest else { throw Unsafe("too deep nesting") }
                if let kept = HTMLRules.kept(attributes, of: name) {
                    pieces.append(.start(name, kept))
                }
            case .end(let name):
                guard open.popLast() == name else { throw Unsafe("</\(name)>") }
                // A link without words says nothing to who hears the page; as an anchor it stays.
                if name == "a", case .start("a", let attributes)? = pieces.last {
                    pieces[pieces.count - 1] = .start(
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
    static let edition = ", rules 2"

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
