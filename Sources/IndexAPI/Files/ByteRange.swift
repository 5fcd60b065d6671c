import PackageIndex

/// What a `Range` field asks of a file of known size (RFC 9110 §14).
enum ByteRange: Equatable {
    /// The whole file: no field, one that is not understood, or several ranges.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// Bytes that the file does not have.
    case unsatisfiable

    init(_ field: String?, size: Int) {
        guard let field, field.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ranges = field.dropFirst(6).split(separator: ",", omittingEmptySubsequences: false)
        let ends = ranges[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ranges.count == 1, ends.count == 2 else {
            self = .whole
            return
        }
        let first = Self.number(ends[0])
        let last = Self.number(ends[1])
        switch (first, last) {
        case (.number(let first), .number(let last)) where first <= last:
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (.number(let first), .absent):
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (.absent, .number(let count)):
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        default:
            self = .whole
        }
    }

    private enum End {
        case absent, wrong
        case number(Int)
    }

    private static func number(_ text: Substring) -> End {
        let text = text.trimmingSpaces
        guard !text.isEmpty else { return .absent }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .wrong }
        // A number that is too long for an Int lies beyond the end of every file.
        return .number(Int(text) ?? .max)
    }
}
