/// Elements of DER (X.690) one after the other; each content is again some, or plain bytes.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The content of the next element; `nil` where it has another tag or is cut off.
    mutating func next(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
        var count = Int(first)
        if first >= 0x80 {
            // So many bytes hold the length. None at all would be a length without end, which is not
            // DER's.
            let width = Int(first & 0x7F)
            guard (1...4).contains(width), width <= rest.count else { return nil }
            count = rest.prefix(width).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(width)
        }
        guard count <= rest.count else { return nil }
        let content = rest.prefix(count)
        rest = rest.dropFirst(count)
        return content
    }

    /// A reader of the next element's content.
    mutating func enter(_ tag: UInt8) -> DERReader? { next(tag).map(DERReader.init) }
}
