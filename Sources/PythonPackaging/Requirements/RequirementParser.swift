/// Reads a requirement (PyPUG "Dependency specifiers", grammar).
struct RequirementParser {
    private let text: String
    private var cursor: ByteCursor

    init(_ text: String) {
        self.text = text
        cursor = ByteCursor(text)
    }

    mutating func parse() throws(Requirement.Invalid) -> Requirement {
        cursor.skipBlanks()
        let name = try parseName()
        cursor.skipBlanks()
        let extras = try parseExtras()
        cursor.skipBlanks()
        if cursor.skip(UInt8(ascii: "@")) {
            let url = try parseURL()
            return Requirement(
                name: name, extras: extras, specifiers: SpecifierSet(), url: url,
                marker: try parseMarker("white space and ';' or the end are expected"))
        }
        let specifiers = try parseSpecifiers()
        return Requirement(
            name: name, extras: extras, specifiers: specifiers, url: nil,
            marker: try parseMarker(
                specifiers.isEmpty
                    ? "a version specifier, '@', ';' or the end is expected"
                    : "',', ';' or the end is expected"))
    }

    private mutating func parseName() throws(Requirement.Invalid) -> ProjectName {
        let start = cursor.offset
        guard let identifier = scanIdentifier() else {
            throw problem("a project name is expected")
        }
        do {
            return try ProjectName(identifier)
        } catch {
            throw problem(error.message, at: start + error.offset)
        }
    }

    private mutating func parseExtras() throws(Requirement.Invalid) -> [String] {
        guard cursor.skip(UInt8(ascii: "[")) else { return [] }
        cursor.skipBlanks()
        if cursor.skip(UInt8(ascii: "]")) { return [] }
        var extras: [String] = []
        repeat {
            cursor.skipBlanks()
            let start = cursor.offset
            guard let extra = scanIdentifier(), (try? ProjectName(extra)) != nil else {
                throw problem("the name of an extra is expected", at: start)
            }
            extras.append(extra)
            cursor.skipBlanks()
        } while cursor.skip(UInt8(ascii: ","))
        guard cursor.skip(UInt8(ascii: "]")) else {
            throw problem("',' or ']' is expected after an extra")
        }
        return extras
    }

    private mutating func parseURL() throws(Requirement.Invalid) -> String {
        cursor.skipBlanks()
        let start = cursor.offset
        cursor.skipAll { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard cursor.offset > start else { throw problem("an address is expected after '@'") }
        return cursor.text(from: start)
    }

    private mutating func parseSpecifiers() throws(Requirement.Invalid) -> SpecifierSet {
        let opening = cursor.offset
        let isEnclosed = cursor.skip(UInt8(ascii: "("))
        cursor.skipBlanks()
        var list = ""
        while true {
            let start = cursor.offset
            guard let specifier = Specifier(scanning: &cursor) else {
                if cursor.offset > start {
                    let reason = Specifier.Invalid.reason(
                        at: cursor, start: start, end: cursor.bytes.count, comparison: nil)
                    throw problem(reason)
                }
                break
            }
            if let trouble = Specifier.Invalid.trailing(at: cursor, after: specifier.comparison) {
                throw problem(trouble)
            }
            list += cursor.text(from: start)
            cursor.skipBlanks()
            guard cursor.skip(UInt8(ascii: ",")) else { break }
            list += ","
            cursor.skipBlanks()
        }
        if isEnclosed, !cursor.skip(UInt8(ascii: ")")) {
            throw problem("a ')' is expected for the '(' at byte \(opening)")
        }
        // The operand of === may hold commas, at which a set of specifiers divides.
        do {
            return try SpecifierSet(list)
        } catch {
            throw problem(error.message)
        }
    }

    private mutating func parseMarker(
        _ expectation: String
    ) throws(Requirement.Invalid) -> Marker? {
        cursor.skipBlanks()
        if cursor.isAtEnd { return nil }
        guard cursor.skip(UInt8(ascii: ";")) else { throw problem(expectation) }
        var parser = MarkerParser(cursor)
        do {
            let expression = try parser.parseExpression()
            try parser.expectEnd("the marker of a requirement ends")
            return Marker(expression)
        } catch {
            throw Requirement.Invalid(
                message: "\(Quoted(text)) is not a valid requirement: \(error.message)",
                offset: error.offset)
        }
    }

    /// Letters, digits and separators; the names made of them are checked by who asks.
    private mutating func scanIdentifier() -> String? {
        let start = cursor.offset
        guard cursor.next?.isASCIIAlphanumeric == true else { return nil }
        cursor.skipAll { $0.isASCIIAlphanumeric || $0.isASCIISeparator }
        return cursor.text(from: start)
    }

    private func problem(_ message: String, at offset: Int? = nil) -> Requirement.Invalid {
        let offset = offset ?? cursor.offset
        return Requirement.Invalid(
            message: "\(Quoted(text)) is not a valid requirement: at byte \(offset): \(message)",
            offset: offset)
    }
}
