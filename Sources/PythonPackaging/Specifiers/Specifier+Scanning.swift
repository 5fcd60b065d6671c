extension Specifier {
    /// Reads the longest specifier at the cursor and moves behind it.
    ///
    /// Where none stands, the cursor rests on the byte that is in the way.
    init?(scanning cursor: inout ByteCursor) {
        guard let comparison = Self.scanComparison(&cursor) else { return nil }
        cursor.skipWhitespace()
        let start = cursor.offset

        if comparison == .arbitraryEqual {
            cursor.skipArbitraryOperand()
            let operand = cursor.text(from: start)
            self.init(
                comparison: comparison, operand: operand, version: try? Version(operand))
            return
        }

        let allowsSuffixes = comparison == .equal || comparison == .notEqual
        guard let version = Version(scanning: &cursor, allowsLocal: allowsSuffixes) else {
            return nil
        }
        if comparison == .compatible, version.release.count < 2 { return nil }

        let isPrefix = allowsSuffixes && version.isRelease && cursor.skip(".*")
        self.init(
            comparison: comparison, operand: cursor.text(from: start), version: version,
            isPrefix: isPrefix)
    }

    private static func scanComparison(_ cursor: inout ByteCursor) -> Comparison? {
        // An operator stands before its own beginnings in the list of cases.
        Comparison.allCases.first { cursor.skip($0.rawValue) }
    }
}

extension Version {
    /// Whether the version has no part but epoch and release.
    fileprivate var isRelease: Bool {
        !isPrerelease && !isPostrelease && localParts.isEmpty
    }
}

extension ByteCursor {
    fileprivate mutating func skipWhitespace() {
        while true {
            let length = Whitespace.leadingLength(of: bytes, at: offset)
            if length == 0 { return }
            move(to: offset + length)
        }
    }

    /// Skips what `===` compares with: all up to white space, a marker or a closing parenthesis.
    fileprivate mutating func skipArbitraryOperand() {
        while let byte = next, byte != UInt8(ascii: ";"), byte != UInt8(ascii: ")"),
            Whitespace.leadingLength(of: bytes, at: offset) == 0
        {
            advance()
        }
    }
}
