extension OpcodeCounts {
    mutating func lookAtARM64(_ bytes: Span<UInt8>, in range: Range<Int>, offset: Int) {
        // Instructions stand at multiples of four in the source.
        var position = range.lowerBound + ((4 - (range.lowerBound + offset) & 3) & 3)
        let end = min(range.upperBound, bytes.count - 3)
        while position < end {
            look(atInstruction: word(bytes, at: position), bytes, at: position, offset: offset)
            position += 4
        }
    }

    private mutating func look(
        atInstruction word: UInt32, _ bytes: Span<UInt8>, at position: Int, offset: Int
    ) {
        switch word {
        // bti c, bti j, bti jc
        case 0xD503_245F, 0xD503_249F, 0xD503_24DF:
            branchTargets.note(offset + position)
            noteLandingMark(at: offset + position)
        // paciasp, pacibsp
        case 0xD503_233F, 0xD503_237F:
            signedReturns.note(offset + position)
            noteLandingMark(at: offset + position)
        // str x30, [x18], #8
        case 0xF800_865E:
            shadowPushes.note(offset + position)
        // ldr x30, [x18, #-8]!
        case 0xF85F_8E5E:
            shadowPops.note(offset + position)
        default:
            // sub sp, sp, #imm, lsl #12, or sub sp, sp, #imm
            if word & 0xFFC0_03FF == 0xD140_03FF {
                lookAtPages(bytes, at: position, offset: offset)
            } else if word & 0xFFC0_03FF == 0xD100_03FF, word >> 10 & 0xFFF >= 0x400 {
                largeFrames.note(offset + position)
            }
        }
    }

    /// A move of the stack by pages: a probe if the new page is touched at once.
    private mutating func lookAtPages(_ bytes: Span<UInt8>, at position: Int, offset: Int) {
        largeFrames.note(offset + position)
        guard position + 8 <= bytes.count else { return }
        switch word(bytes, at: position + 4) & 0xFFC0_03FF {
        // str xzr, [sp, #imm]
        case 0xF900_03FF: pageProbes.note(offset + position)
        // ldr xzr, [sp, #imm]
        case 0xF940_03FF: inlineProbes.note(offset + position)
        default: break
        }
    }

    private func word(_ bytes: Span<UInt8>, at position: Int) -> UInt32 {
        UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8
            | UInt32(bytes[position + 2]) << 16 | UInt32(bytes[position + 3]) << 24
    }
}
