/// An address on this site to which a browser may be sent after signing in: a path, never a host.
package struct LocalPath: Sendable, Hashable, CustomStringConvertible {
    /// The path and query, beginning with one slash, without the prefix under which the server
    /// stands.
    package let description: String

    /// Accepts at most 2,000 printable ASCII characters after a single slash; nil for anything that a
    /// browser could read as another host, such as `//host` or `/\host`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000,
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            bytes.count == 1 || bytes[1] != UInt8(ascii: "/")
        else { return nil }
        description = text
    }
}
