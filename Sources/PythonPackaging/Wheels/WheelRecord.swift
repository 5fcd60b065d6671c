/// The list of files in a wheel with their digests: its `RECORD` file.
///
/// It is CSV with three columns: path, `algorithm=digest` and size. The digest is in URL-safe
/// Base64 without padding; digest and size may be left out (PyPUG "Recording installed projects").
public struct WheelRecord: Hashable, Sendable {
    /// One file in the list.
    public struct Entry: Hashable, Sendable {
        /// The path as it is written, with `/` between folders in a wheel that follows the rules.
        public let path: String

        /// The name of the digest's algorithm in lower case, as `sha256`.
        public let algorithm: String?

        /// The bytes of the digest.
        public let digest: [UInt8]?

        /// The size of the file in bytes.
        public let size: UInt64?
    }

    /// The files in the order of the list.
    public let entries: [Entry]

    /// How many files a list may have if nothing else is asked.
    public static let defaultLimit = 250_000

    /// Reads a `RECORD` file.
    ///
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - limit: How many files it may list.
    /// - Throws: ``Invalid`` if it is not CSV of three columns, if a path is empty, a digest is not
    ///   Base64 or a size no number, or if the limit is exceeded.
    public init(
        parsing bytes: [UInt8], limit: Int = defaultLimit
    ) throws(WheelRecord.Invalid) {
        var rows = CSVRows(bytes)
        var entries: [Entry] = []
        while let row = try rows.next() {
            if entries.count == limit {
                throw Invalid(line: rows.line, "it lists more than \(limit) files")
            }
            entries.append(try Entry(row, line: rows.line))
        }
        self.entries = entries
    }

    /// Why a text is not a `RECORD` file.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// The line with the fault, from 1.
        public let line: Int

        /// What is wrong there.
        public let message: String

        /// The message.
        public var description: String { message }

        init(line: Int, _ reason: String) {
            self.line = line
            message = "RECORD, line \(line): \(reason)"
        }
    }
}

extension WheelRecord.Entry {
    fileprivate init(_ row: [String], line: Int) throws(WheelRecord.Invalid) {
        guard row.count <= 3 else {
            throw WheelRecord.Invalid(
                line: line, "it has \(row.count) columns; there are 3: path, digest and size")
        }
        path = row[0]
        if path.isEmpty { throw WheelRecord.Invalid(line: line, "the path is empty") }

        let hash = row.count > 1 ? row[1] : ""
        if hash.isEmpty {
            (algorithm, digest) = (nil, nil)
        } else {
            guard let halves = hash.halves(aroundFirst: "="), !halves.before.isEmpty,
                let bytes = Self.digest(halves.after), !bytes.isEmpty
            else {
                throw WheelRecord.Invalid(
                    line: line, "\(Quoted(hash)) is not a digest such as sha256=47DEQpj8HBSa…")
            }
            algorithm = halves.before.lowercased()
            digest = bytes
        }

        let size = row.count > 2 ? row[2] : ""
        let number = size.utf8.allSatisfy(\.isASCIIDigit) ? UInt64(size) : nil
        if number == nil, !size.isEmpty {
            throw WheelRecord.Invalid(line: line, "\(Quoted(size)) is not a size in bytes")
        }
        self.size = number
    }

    /// The bytes of a digest, whose base64 some tools pad.
    private static func digest(_ text: Substring) -> [UInt8]? {
        var digits = text.utf8[...]
        for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        return Base64URL.bytes(of: digits)
    }
}
