/// The digest of bytes that come in pieces of any length (FIPS 180-4, section 5).
package struct Digester<Function: DigestFunction> {
    private static var blockBytes: Int { 64 }

    private var function = Function()
    /// The beginning of a block that is not whole yet.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// A digest of nothing yet.
    package init() {}

    /// The digest of bytes that are all there.
    package static func digest(of bytes: Span<UInt8>) -> [UInt8] {
        var digester = Self()
        digester.take(bytes)
        return digester.finish()
    }

    /// Takes the next bytes into account.
    package mutating func take(_ bytes: Span<UInt8>) {
        byteCount &+= UInt64(bytes.count)
        var position = 0
        if !rest.isEmpty {
            position = min(Self.blockBytes - rest.count, bytes.count)
            for index in 0..<position { rest.append(bytes[index]) }
            guard rest.count == Self.blockBytes else { return }
            let block = rest
            function.take(block.span, in: 0..<Self.blockBytes)
            rest = []
        }
        let end = bytes.count - (bytes.count - position) % Self.blockBytes
        function.take(bytes, in: position..<end)
        for index in end..<bytes.count { rest.append(bytes[index]) }
    }

    /// Ends the message, with a 1 bit, zeros up to the last eight bytes of a block and the count of its
    /// bits, and returns the digest.
    package mutating func finish() -> [UInt8] {
        let bitCount = byteCount &* 8
        let last = 2 * Self.blockBytes - 9
        var ending: [UInt8] = [0x80]
        ending += [UInt8](repeating: 0, count: (last - rest.count) % Self.blockBytes)
        ending += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * UInt64($0))) }
        take(ending.span)
        return function.digest
    }
}
