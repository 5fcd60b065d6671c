/// What the Go linker writes into each program: the compiler's version and the modules.
///
/// 14 bytes of magic, the size of a pointer, flags, and from byte 32 on two texts, each behind its
/// length as a variable-length number (since Go 1.18; before, two pointers to them). The form is that of
/// Go's package `debug/buildinfo`. The magic alone stands in any Go program that reads such information.
struct GoBuildInformation: Sendable, Equatable {
    private static let header = 32
    private static let inlineFlag: UInt8 = 2
    private static let mostModuleBytes = 8 << 20

    /// Where it begins in the source.
    let offset: Int
    /// The version, as in `1.25.1`; `nil` where it stands behind a pointer.
    let version: String?
    /// The main module and the modules that it depends on, replacements in place of the replaced.
    let modules: [CarriedCode.Part]

    /// Reads the information that begins at an offset; `nil` where something else follows the magic.
    init?(
        at offset: Int, in source: some NativeSource, slice: Range<Int>, limits: InspectionLimits
    ) throws(NativeInspectionError) {
        guard (offset - slice.lowerBound).isMultiple(of: 16) else { return nil }
        let head = try source.bytes(at: offset, count: min(512, slice.upperBound - offset))
        guard head.count >= Self.header else { return nil }
        self.offset = offset
        guard head[15] & Self.inlineFlag != 0 else {
            guard head[14] == 4 || head[14] == 8 else { return nil }
            version = nil
            modules = []
            return
        }
        guard let (version, end) = Self.text(in: head.span, at: Self.header, most: 256),
            version.hasPrefix("go") || version.hasPrefix("devel")
        else { return nil }
        self.version = version.hasPrefix("go") ? String(version.dropFirst(2)) : version
        guard let (count, start) = Self.number(in: head.span, at: end), count > 0,
            count <= min(Self.mostModuleBytes, slice.upperBound - offset - start)
        else {
            modules = []
            return
        }
        let information = try source.bytes(at: offset + start, count: count)
        modules = Self.modules(in: information, limits: limits)
    }

    /// The modules of lines such as `dep⇥golang.org/x/sys⇥v0.1.0⇥h1:…`; a line `=>` replaces the last.
    private static func modules(
        in information: [UInt8], limits: InspectionLimits
    ) -> [CarriedCode.Part] {
        var modules: [CarriedCode.Part] = []
        var budget = NameBudget(limits)
        // 16 bytes stand before and behind the text, by which the linker finds it; a line ends it.
        let text = information.dropFirst(16).dropLast(16)
        guard text.last == UInt8(ascii: "\n") else { return [] }
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .prefix(3).map { String(decoding: $0.prefix(limits.nameBytes), as: UTF8.self) }
            guard fields.count >= 2, !fields[1].isEmpty else { continue }
            let version = fields.count == 3 && !fields[2].isEmpty ? fields[2] : nil
            let part = CarriedCode.Part(name: fields[1], version: version)
            guard budget.take(part.name + (version ?? "")) else { break }
            switch fields[0] {
            case "mod", "dep":
                modules.append(part)
            case "=>" where !modules.isEmpty:
                modules[modules.count - 1] = part
            default:
                break
            }
        }
        return modules
    }

    private static func text(
        in bytes: Span<UInt8>, at start: Int, most: Int
    ) -> (text: String, end: Int)? {
        guard let (count, start) = number(in: bytes, at: start), count > 0, count <= most,
            count <= bytes.count - start
        else { return nil }
        return (bytes.text(start..<start + count), start + count)
    }

    /// A number of seven bits a byte, lowest first.
    private static func number(
        in bytes: Span<UInt8>, at start: Int
    ) -> (number: Int, end: Int)? {
        var number = 0
        for index in 0..<5 where start + index < bytes.count {
            let byte = bytes[start + index]
            number |= Int(byte & 0x7F) << (7 * index)
            if byte < 0x80 {
                return (number, start + index + 1)
            }
        }
        return nil
    }
}
