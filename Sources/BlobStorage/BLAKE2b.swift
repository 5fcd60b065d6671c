/// BLAKE2b with 32 bytes of output and no key, as in RFC 7693.
struct BLAKE2b: Sendable {
    private static let blockSize = 128

    // RFC 7693 section 2.6; the first word of the state has the parameters mixed in (section 2.5):
    // 32 bytes of output, no key, fan-out and depth 1.
    private var state = State(
        h0: 0x6a09_e667_f3bc_c908 ^ 0x0101_0020, h1: 0xbb67_ae85_84ca_a73b,
        h2: 0x3c6e_f372_fe94_f82b, h3: 0xa54f_f53a_5f1d_36f1,
        h4: 0x510e_527f_ade6_82d1, h5: 0x9b05_688c_2b3e_6c1f,
        h6: 0x1f83_d9ab_fb41_bd6b, h7: 0x5be0_cd19_137e_2179)

    /// How many bytes went through the compression.
    ///
    /// RFC 7693 counts to 2¹²⁸; no file passes 2⁶⁴.
    private var compressed: UInt64 = 0

    /// The last block so far, full or not: whether it is the final one shows only at the end.
    private var pending: [UInt8] = []

    init() {
        pending.reserveCapacity(Self.blockSize)
    }

    /// Takes the next bytes.
    mutating func update(_ bytes: Span<UInt8>) {
        var position = 0
        while position < bytes.count, pending.count < Self.blockSize {
            pending.append(bytes[position])
            position += 1
        }
        guard position < bytes.count else { return }

        compressed &+= UInt64(Self.blockSize)
        state = state.compressing(pending.span, at: 0, counter: compressed, isFinal: false)
        pending.removeAll(keepingCapacity: true)

        while bytes.count - position > Self.blockSize {
            compressed &+= UInt64(Self.blockSize)
            state = state.compressing(bytes, at: position, counter: compressed, isFinal: false)
            position += Self.blockSize
        }
        while position < bytes.count {
            pending.append(bytes[position])
            position += 1
        }
    }

    /// The 32 bytes of the digest of everything taken so far.
    func finalize() -> [UInt8] {
        var block = pending
        block.append(contentsOf: repeatElement(0, count: Self.blockSize - block.count))
        return state.compressing(
            block.span, at: 0, counter: compressed &+ UInt64(pending.count), isFinal: true
        ).output
    }
}

extension BLAKE2b {
    /// The chained value between two blocks.
    private struct State {
        var h0, h1, h2, h3, h4, h5, h6, h7: UInt64

        var output: [UInt8] {
            [h0, h1, h2, h3].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
            }
        }

        /// The compression function F of RFC 7693 section 3.2, over the 128 bytes from `start` on.
        func compressing(
            _ bytes: Span<UInt8>, at start: Int, counter: UInt64, isFinal: Bool
        ) -> State {
            let block = bytes.extracting(start..<start + BLAKE2b.blockSize)
            let m0 = word(0, of: block)
            let m1 = word(1, of: block)
            let m2 = word(2, of: block)
            let m3 = word(3, of: block)
            let m4 = word(4, of: block)
            let m5 = word(5, of: block)
            let m6 = word(6, of: block)
            let m7 = word(7, of: block)
            let m8 = word(8, of: block)
            let m9 = word(9, of: block)
            let m10 = word(10, of: block)
            let m11 = word(11, of: block)
            let m12 = word(12, of: block)
            let m13 = word(13, of: block)
            let m14 = word(14, of: block)
            let m15 = word(15, of: block)

            var work = Work(state: self, counter: counter, isFinal: isFinal)
            // The message schedule of section 2.7, one row a round; rounds 11 and 12 repeat 1 and 2.
            // swift-format-ignore
            do {
                work.round(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15)
                work.round(m14, m10, m4, m8, m9, m15, m13, m6, m1, m12, m0, m2, m11, m7, m5, m3)
                work.round(m11, m8, m12, m0, m5, m2, m15, m13, m10, m14, m3, m6, m7, m1, m9, m4)
                work.round(m7, m9, m3, m1, m13, m12, m11, m14, m2, m6, m5, m10, m4, m0, m15, m8)
                work.round(m9, m0, m5, m7, m2, m4, m10, m15, m14, m1, m11, m12, m6, m8, m3, m13)
                work.round(m2, m12, m6, m10, m0, m11, m8, m3, m4, m13, m7, m5, m15, m14, m1, m9)
                work.round(m12, m5, m1, m15, m14, m13, m4, m10, m0, m7, m6, m3, m9, m2, m8, m11)
                work.round(m13, m11, m7, m14, m12, m1, m3, m9, m5, m0, m15, m4, m8, m6, m2, m10)
                work.round(m6, m15, m14, m9, m11, m3, m0, m8, m12, m2, m13, m7, m1, m4, m10, m5)
                work.round(m10, m2, m8, m4, m7, m6, m1, m5, m15, m11, m9, m14, m3, m12, m13, m0)
                work.round(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15)
                work.round(m14, m10, m4, m8, m9, m15, m13, m6, m1, m12, m0, m2, m11, m7, m5, m3)
            }
            return work.folded(into: self)
        }

        @inline(__always)
        private func word(_ index: Int, of block: Span<UInt8>) -> UInt64 {
            let at = 8 * index
            return UInt64(block[at]) | UInt64(block[at + 1]) << 8
                | UInt64(block[at + 2]) << 16 | UInt64(block[at + 3]) << 24
                | UInt64(block[at + 4]) << 32 | UInt64(block[at + 5]) << 40
                | UInt64(block[at + 6]) << 48 | UInt64(block[at + 7]) << 56
        }
    }

    /// The sixteen working words of one compression.
    ///
    /// Sixteen variables and no array, so that they can live in registers.
    private struct Work {
        var v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15: UInt64

        @inline(__always)
        init(state: State, counter: UInt64, isFinal: Bool) {
            v0 = state.h0
            v1 = state.h1
            v2 = state.h2
            v3 = state.h3
            v4 = state.h4
            v5 = state.h5
            v6 = state.h6
            v7 = state.h7
            v8 = 0x6a09_e667_f3bc_c908
            v9 = 0xbb67_ae85_84ca_a73b
            v10 = 0x3c6e_f372_fe94_f82b
            v11 = 0xa54f_f53a_5f1d_36f1
            v12 = 0x510e_527f_ade6_82d1 ^ counter
            v13 = 0x9b05_688c_2b3e_6c1f
            v14 = 0x1f83_d9ab_fb41_bd6b ^ (isFinal ? .max : 0)
            v15 = 0x5be0_cd19_137e_2179
        }

        /// One round: four columns, then four diagonals.
        @inline(__always)
        mutating func round(
            _ s0: UInt64, _ s1: UInt64, _ s2: UInt64, _ s3: UInt64,
            _ s4: UInt64, _ s5: UInt64, _ s6: UInt64, _ s7: UInt64,
            _ s8: UInt64, _ s9: UInt64, _ s10: UInt64, _ s11: UInt64,
            _ s12: UInt64, _ s13: UInt64, _ s14: UInt64, _ s15: UInt64
        ) {
            mix(&v0, &v4, &v8, &v12, s0, s1)
            mix(&v1, &v5, &v9, &v13, s2, s3)
            mix(&v2, &v6, &v10, &v14, s4, s5)
            mix(&v3, &v7, &v11, &v15, s6, s7)
            mix(&v0, &v5, &v10, &v15, s8, s9)
            mix(&v1, &v6, &v11, &v12, s10, s11)
            mix(&v2, &v7, &v8, &v13, s12, s13)
            mix(&v3, &v4, &v9, &v14, s14, s15)
        }

        @inline(__always)
        func folded(into state: State) -> State {
            State(
                h0: state.h0 ^ v0 ^ v8, h1: state.h1 ^ v1 ^ v9,
                h2: state.h2 ^ v2 ^ v10, h3: state.h3 ^ v3 ^ v11,
                h4: state.h4 ^ v4 ^ v12, h5: state.h5 ^ v5 ^ v13,
                h6: state.h6 ^ v6 ^ v14, h7: state.h7 ^ v7 ^ v15)
        }
    }
}

/// The mixing function G of RFC 7693 section 3.1.
@inline(__always)
private func mix(
    _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64,
    _ x: UInt64, _ y: UInt64
) {
    a = a &+ b &+ x
    d = rotatedRight(d ^ a, by: 32)
    c = c &+ d
    b = rotatedRight(b ^ c, by: 24)
    a = a &+ b &+ y
    d = rotatedRight(d ^ a, by: 16)
    c = c &+ d
    b = rotatedRight(b ^ c, by: 63)
}

@inline(__always)
private func rotatedRight(_ word: UInt64, by count: UInt64) -> UInt64 {
    word &>> count | word &<< (64 - count)
}
