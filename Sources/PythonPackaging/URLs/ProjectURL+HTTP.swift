extension ProjectURL {
    /// Whether a text is an absolute `http` or `https` address that a page may link to (RFC 3986).
    ///
    /// It must name a host. Characters outside of ASCII must be percent-encoded. A fragment may hold
    /// `#` again, as links into chat rooms do and browsers and PyPI allow.
    public static func isValidHTTPURL(_ text: String) -> Bool {
        var cursor = ByteCursor(text)
        guard cursor.skip(ignoringCase: "http") else { return false }
        cursor.skip { $0 == UInt8(ascii: "s") || $0 == UInt8(ascii: "S") }
        guard cursor.skip("://") else { return false }
        let rest = cursor.bytes[cursor.offset...]
        let authorityEnd =
            rest.firstIndex {
                $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
            } ?? rest.endIndex
        return isAuthority(rest[..<authorityEnd]) && isPathQueryAndFragment(rest[authorityEnd...])
    }

    private static func isAuthority(_ authority: ArraySlice<UInt8>) -> Bool {
        var host = authority
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            guard isEncoded(authority[..<at], allowing: ":") else { return false }
            host = authority[(at + 1)...]
        }
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            return isIPv6Address(host[(host.startIndex + 1)..<end]) && isPort(host[(end + 1)...])
        }
        let colon = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
        return colon > host.startIndex && isEncoded(host[..<colon], allowing: "")
            && isPort(host[colon...])
    }

    /// A colon and up to five digits, or nothing.
    private static func isPort(_ port: ArraySlice<UInt8>) -> Bool {
        guard let colon = port.first else { return true }
        let digits = port.dropFirst()
        return colon == UInt8(ascii: ":") && digits.allSatisfy(\.isASCIIDigit)
            && (digits.isEmpty || UInt16(String(decoding: digits, as: UTF8.self)) != nil)
    }

    /// Groups of hexadecimal digits with colons between them, one run of them left out at most.
    private static func isIPv6Address(_ address: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: address, as: UTF8.self)
        var groups = text.pieces(separatedBy: ":")
        let allowed = { (group: Substring) in
            group.utf8.count <= 4 && group.utf8.allSatisfy(\.isHexadecimalDigit)
        }
        if let last = groups.last, last.utf8.contains(UInt8(ascii: ".")) {
            guard isIPv4Address(last) else { return false }
            groups.replaceSubrange((groups.count - 1)..., with: ["0", "0"])
        }
        guard groups.allSatisfy(allowed), groups.count >= 3, groups.count <= 9 else { return false }
        let startsOpen = groups[0].isEmpty
        let endsOpen = groups[groups.count - 1].isEmpty
        if startsOpen { groups.removeFirst() }
        if endsOpen { groups.removeLast() }
        let gaps = groups.count { $0.isEmpty }
        if gaps == 0 { return !startsOpen && !endsOpen && groups.count == 8 }
        let gapIsAtStart = groups[0].isEmpty
        let gapIsAtEnd = groups[groups.count - 1].isEmpty
        return gaps == 1 && groups.count <= 8
            && startsOpen == gapIsAtStart && endsOpen == gapIsAtEnd
    }

    private static func isIPv4Address(_ text: Substring) -> Bool {
        let numbers = text.pieces(separatedBy: ".")
        return numbers.count == 4
            && numbers.allSatisfy { number in
                number.utf8.allSatisfy(\.isASCIIDigit) && UInt8(number) != nil
            }
    }

    private static func isPathQueryAndFragment(_ rest: ArraySlice<UInt8>) -> Bool {
        let fragment = rest.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        return isEncoded(rest[..<fragment], allowing: ":@/?")
            && isEncoded(rest[fragment...].dropFirst(), allowing: ":@/?#")
    }

    /// Whether only unreserved characters, sub-delimiters, escapes and some others stand there.
    private static func isEncoded(_ bytes: ArraySlice<UInt8>, allowing others: String) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                let digits = bytes[index...].dropFirst().prefix(2)
                guard digits.count == 2, digits.allSatisfy(\.isHexadecimalDigit) else {
                    return false
                }
                index += 3
            } else if byte.isASCIIAlphanumeric || "-._~!$&'()*+,;=".utf8.contains(byte)
                || others.utf8.contains(byte)
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }
}

extension UInt8 {
    var isHexadecimalDigit: Bool {
        isASCIIDigit || (asciiLowercased >= 0x61 && asciiLowercased <= 0x66)
    }
}
