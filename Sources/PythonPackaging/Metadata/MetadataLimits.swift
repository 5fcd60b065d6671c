/// How large a metadata file may be for a reader that must not be made to work without end.
///
/// The standard has no such bounds; an index needs them, since values are read into structures many
/// times their size. A bound is the largest value that is still accepted.
public struct MetadataLimits: Hashable, Sendable {
    /// The bytes of the whole file.
    public var fileBytes: Int
    /// How many headers it has.
    public var headers: Int
    /// The bytes of all names and values together, apart from ``prose``.
    public var headerBytes: Int
    /// The bytes of one value, apart from ``prose``.
    public var valueBytes: Int
    /// The bytes of the value of `Requires-Python`.
    public var requiresPythonBytes: Int

    /// The fields that hold whole texts: they are bounded by ``fileBytes`` alone.
    public static let prose: Set<MetadataField> = [.description, .license]

    /// Limits that differ from those of an index where an argument says so.
    ///
    /// - Parameters:
    ///   - fileBytes: The longest descriptions that people publish have 1 to 2 MiB.
    ///   - headers: Releases with the most dependencies name some thousands.
    ///   - headerBytes: For as many dependencies, of some tens of bytes each.
    ///   - valueBytes: For one dependency with a very long marker.
    ///   - requiresPythonBytes: Index pages repeat this value for every file; real ones have some
    ///     tens of bytes.
    public init(
        fileBytes: Int = 4 << 20, headers: Int = 10_000, headerBytes: Int = 256 << 10,
        valueBytes: Int = 64 << 10, requiresPythonBytes: Int = 1 << 10
    ) {
        self.fileBytes = fileBytes
        self.headers = headers
        self.headerBytes = headerBytes
        self.valueBytes = valueBytes
        self.requiresPythonBytes = requiresPythonBytes
    }

    /// Refuses a `METADATA` or `PKG-INFO` file beyond a bound, before anything of it is kept.
    public func check(_ bytes: [UInt8]) throws(MetadataLimits.Exceeded) {
        guard bytes.count <= fileBytes else {
            throw Exceeded("it has \(bytes.count) bytes, and at most \(fileBytes) are read")
        }
        var count = 0
        var total = 0
        _ = try HeaderBlock.scan(bytes) { (header) throws(Exceeded) in
            count += 1
            guard count <= headers else {
                throw Exceeded("it has more than \(headers) fields")
            }
            let field = MetadataField(name: header.name)
            if let field, Self.prose.contains(field) { return }
            total += header.name.utf8.count + header.value.count
            guard total <= headerBytes else {
                throw Exceeded(
                    "its fields have more than \(headerBytes) bytes together, apart from the "
                        + "description and the license text")
            }
            let most = field == .requiresPython ? requiresPythonBytes : valueBytes
            guard header.value.count <= most else {
                throw Exceeded(
                    "the value of \(Quoted(header.name)) has \(header.value.count) bytes, and at "
                        + "most \(most) are read")
            }
        }
    }

    /// Which bound a metadata file is beyond.
    public struct Exceeded: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is too large, and how large it may be.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ message: String) {
            self.message = message
        }
    }
}
