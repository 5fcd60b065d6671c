/// The options of an INI file, read as Python's `configparser` reads it when it is strict and only
/// `=` separates.
struct INIOptions {
    /// A name and a value below the name of a section.
    struct Option {
        let section: String
        let name: String
        var value: String
        let line: Int
    }

    private struct Key: Hashable {
        let section: String
        let name: String
    }

    private(set) var options: [Option] = []

    private var section: String?
    private var sections: Set<String> = []
    private var keys: Set<Key> = []

    /// Whether lines that are indented further belong to the last option.
    private var isOpen = false
    private var indentation = 0

    init(_ text: String) throws(EntryPoints.Invalid) {
        for (index, line) in text.pieces(separatedBy: "\n").enumerated() {
            try read(line, number: index + 1)
        }
        for index in options.indices {
            options[index].value = Whitespace.trim(options[index].value)
        }
    }

    private mutating func read(_ line: Substring, number: Int) throws(EntryPoints.Invalid) {
        let content = Whitespace.trim(String(line))
        guard let first = content.utf8.first, first != UInt8(ascii: "#"),
            first != UInt8(ascii: ";")
        else { return }
        let bytes = Array(line.utf8)
        let depth = Whitespace.trimmedRange(of: bytes).lowerBound
        if isOpen, depth > indentation {
            options[options.count - 1].value += "\n" + content
            return
        }
        indentation = depth
        if first == UInt8(ascii: "[") {
            try open(content, number: number)
        } else {
            try add(content, number: number)
        }
    }

    private mutating func open(_ content: String, number: Int) throws(EntryPoints.Invalid) {
        guard let name = content.removing(ending: "]")?.utf8.dropFirst(), !name.isEmpty else {
            throw EntryPoints.Invalid(line: number, "\(Quoted(content)) is not a [group]")
        }
        let section = String(Substring(name))
        guard sections.insert(section).inserted else {
            throw EntryPoints.Invalid(
                line: number, "the group \(Quoted(section)) stands twice")
        }
        self.section = section
        isOpen = false
    }

    private mutating func add(_ content: String, number: Int) throws(EntryPoints.Invalid) {
        guard let section else {
            throw EntryPoints.Invalid(line: number, "a [group] must stand before the first entry")
        }
        guard let halves = content.halves(aroundFirst: "=") else {
            throw EntryPoints.Invalid(
                line: number, "\(Quoted(content)) is not an entry; entries are name = value")
        }
        let name = Whitespace.trim(String(halves.before))
        if name.isEmpty {
            throw EntryPoints.Invalid(line: number, "no name stands before '='")
        }
        guard keys.insert(Key(section: section, name: name)).inserted else {
            throw EntryPoints.Invalid(
                line: number, "\(Quoted(name)) stands twice in the group \(Quoted(section))")
        }
        options.append(
            Option(
                section: section, name: name, value: Whitespace.trim(String(halves.after)),
                line: number))
        isOpen = true
    }
}
