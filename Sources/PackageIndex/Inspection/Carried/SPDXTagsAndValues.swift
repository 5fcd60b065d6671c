/// The packages of an SBOM of SPDX 2 as tags and values: `PackageName: zlib`, one to a line.
///
/// Specification: <https://spdx.github.io/spdx-spec/v2.3/>.
struct SPDXTagsAndValues {
    /// The version of the specification, as in `SPDX-2.3`; nil where the file is something else.
    private(set) var version: String?
    /// The packages, in the order of the file, up to one more than the limit.
    private(set) var components: [SBOMReport.Component] = []
    /// Whether a text of several lines is still open at the end, so that what stands in it was not read.
    private(set) var isCutShort = false

    private static let textStart = "<text>"
    private static let textEnd = "</text>"
    /// The most bytes of a value that are taken; nothing so long is kept whole.
    private static let mostValueBytes = 4096

    init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        var rest = bytes
        while !rest.isEmpty, components.count <= limit {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count + 1)
            take(line)
        }
    }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        if isCutShort {
            isCutShort = line.firstRange(of: Self.textEnd.utf8) == nil
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            line.first != UInt8(ascii: "#")
        else { return }
        var value = line[line.index(after: colon)...].trimmingSpace
        if value.starts(with: Self.textStart.utf8) {
            value = value.dropFirst(Self.textStart.utf8.count)
            guard let end = value.firstRange(of: Self.textEnd.utf8) else {
                isCutShort = true
                return
            }
            value = value[..<end.lowerBound].trimmingSpace
        }
        let text = String(decoding: value.prefix(Self.mostValueBytes), as: UTF8.self)
        take(text, of: line[..<colon].trimmingSpace)
    }

    private mutating func take(_ value: String, of tag: ArraySlice<UInt8>) {
        let last = components.indices.last
        switch String(decoding: tag, as: UTF8.self) {
        case "SPDXVersion":
            if value.hasPrefix("SPDX-"), value.utf8.count <= 16 { version = value }
        case "PackageName":
            components.append(SBOMReport.Component(name: value, version: nil, purl: nil))
        case "PackageVersion":
            if let last { components[last].version = value }
        case "ExternalRef":
            // Its category, its type, and where to find it.
            let words = value.split(separator: " ", omittingEmptySubsequences: true)
            guard let last, words.count == 3, words[1] == "purl", components[last].purl == nil
            else { return }
            components[last].purl = String(words[2])
        default: break
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without blanks at both ends.
    fileprivate var trimmingSpace: Self {
        let start = drop(while: Self.isBlank)
        let end = start.lastIndex { !Self.isBlank($0) }
        return end.map { start[...$0] } ?? []
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
