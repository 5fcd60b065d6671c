/// What a wheel says about itself: its `WHEEL` file (PyPUG "Binary distribution format").
public struct WheelDescription: Hashable, Sendable {
    /// The version of the format.
    public struct FormatVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
        /// The number that changes when old tools cannot read new wheels.
        public let major: UInt32

        /// The number that changes when they can.
        public let minor: UInt32

        /// The two numbers with a dot between them.
        public var description: String { "\(major).\(minor)" }

        /// Whether one version is older than the other.
        public static func < (left: FormatVersion, right: FormatVersion) -> Bool {
            (left.major, left.minor) < (right.major, right.minor)
        }
    }

    /// The version of the wheel format, 1.0 in every wheel so far.
    public let wheelVersion: FormatVersion

    /// The tools that built the wheel and worked on it since, in the order of the file; those that
    /// repair wheels add a line of their own.
    public let generators: [String]

    /// Whether the files go to the folder for pure Python code; false if nothing is said.
    public let rootIsPurelib: Bool

    /// The tags that the wheel is for.
    public let tags: Set<CompatibilityTag>

    /// The tag that breaks ties between wheels of one version.
    public let build: BuildTag?

    /// Reads a `WHEEL` file.
    public init(parsing bytes: [UInt8]) throws(WheelDescription.Invalid) {
        let headers = HeaderBlock(bytes).headers
        guard let version = try Self.single("Wheel-Version", in: headers) else {
            throw Invalid("Wheel-Version is missing")
        }
        guard let format = FormatVersion(version) else {
            throw Invalid("Wheel-Version \(Quoted(version)) must be two numbers, as 1.0")
        }
        wheelVersion = format
        generators = try Self.values(of: "Generator", in: headers)
        rootIsPurelib = try Self.single("Root-Is-Purelib", in: headers)?.lowercased() == "true"
        tags = try Self.tags(in: headers)
        build = try Self.single("Build", in: headers).map { (text) throws(Invalid) in
            guard let build = BuildTag(text) else {
                throw Invalid("Build \(Quoted(text)) does not start with a digit")
            }
            return build
        }
    }

    private static func tags(
        in headers: [HeaderBlock.Header]
    ) throws(WheelDescription.Invalid) -> Set<CompatibilityTag> {
        var tags: Set<CompatibilityTag> = []
        var count = 0
        for text in try values(of: "Tag", in: headers) {
            do throws(CompatibilityTag.Invalid) {
                let expanded = try CompatibilityTag.parse(text)
                tags.formUnion(expanded)
                count += expanded.count
            } catch {
                throw Invalid("Tag: \(error.message)")
            }
            // Also the same tag again and again is too much.
            if count > CompatibilityTag.defaultLimit {
                throw Invalid("there are more than \(CompatibilityTag.defaultLimit) tags")
            }
        }
        return tags
    }

    private static func single(
        _ name: String, in headers: [HeaderBlock.Header]
    ) throws(WheelDescription.Invalid) -> String? {
        let found = try values(of: name, in: headers)
        guard found.count <= 1 else { throw Invalid("\(name) may stand only once") }
        return found.first
    }

    private static func values(
        of name: String, in headers: [HeaderBlock.Header]
    ) throws(WheelDescription.Invalid) -> [String] {
        var values: [String] = []
        for header in headers where header.name.lowercased() == name.lowercased() {
            guard let text = String(validating: header.value, as: UTF8.self) else {
                throw Invalid("\(name) is not valid UTF-8")
            }
            values.append(Whitespace.trim(text))
        }
        return values
    }

    /// Why a text is not a `WHEEL` file.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is missing or wrong.
        public let message: String

        /// The message.
        public var description: String { message }

        init(_ reason: String) {
            message = "WHEEL: \(reason)"
        }
    }
}

extension WheelDescription.FormatVersion {
    fileprivate init?(_ text: String) {
        let numbers = text.pieces(separatedBy: ".")
        guard numbers.count == 2, numbers.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
            let major = UInt32(numbers[0]), let minor = UInt32(numbers[1])
        else { return nil }
        self.init(major: major, minor: minor)
    }
}
