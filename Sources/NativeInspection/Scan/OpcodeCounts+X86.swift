extension OpcodeCounts {
    private enum Pattern: Int, CaseIterable {
        case canaryAddress, branchTarget, stackMove, cookieCheck, cookieCheckByClang, stackLimit

        /// The part of the instruction that tells it best; the rest is compared where it is found.
        var bytes: [UInt8] {
            switch self {
            // the SIB byte and displacement of fs:[0x28]
            case .canaryAddress: [0x25, 0x28, 0x00, 0x00, 0x00]
            // endbr64
            case .branchTarget: [0xF3, 0x0F, 0x1E, 0xFA]
            // sub rsp, imm32
            case .stackMove: [0x48, 0x81, 0xEC]
            // xor rcx, rsp; call rel32: one of two encodings of the same
            case .cookieCheck: [0x48, 0x33, 0xCC, 0xE8]
            case .cookieCheckByClang: [0x48, 0x31, 0xE1, 0xE8]
            // the rest of mov r11, gs:[0x10]
            case .stackLimit: [0x1C, 0x25, 0x10, 0x00, 0x00, 0x00]
            }
        }
    }

    private static let search = LiteralSearch(Pattern.allCases.map(\.bytes), stride: 2)
    private static let endbr32 = LiteralSearch([[0xF3, 0x0F, 0x1E, 0xFB]], stride: 2)

    mutating func lookAtAMD64(_ bytes: Span<UInt8>, in range: Range<Int>, offset: Int) {
        // Pairs stand at even offsets of the source, so that each is looked at in one window only.
        var position = range.lowerBound + ((range.lowerBound + offset) & 1)
        while let match = Self.search.next(in: bytes, from: &position, to: range.upperBound) {
            let start = match.start
            switch Pattern(rawValue: match.literal) {
            case .canaryAddress where isCanaryAccess(bytes, at: start - 4):
                canaryAccesses.note(offset + start - 4)
            case .branchTarget:
                branchTargets.note(offset + start)
                noteLandingMark(at: offset + start)
            case .stackMove:
                lookAtStackMove(bytes, at: start, offset: offset)
            case .cookieCheck, .cookieCheckByClang:
                cookieChecks.note(offset + start)
            case .stackLimit where bytes.has([0x65, 0x4C, 0x8B], at: start - 3):
                stackLimitReads.note(offset + start - 3)
            default:
                break
            }
        }
    }

    mutating func lookAtI386(_ bytes: Span<UInt8>, in range: Range<Int>, offset: Int) {
        var position = range.lowerBound + ((range.lowerBound + offset) & 1)
        while let match = Self.endbr32.next(in: bytes, from: &position, to: range.upperBound) {
            branchTargets.note(offset + match.start)
            noteLandingMark(at: offset + match.start)
        }
    }

    /// `mov`, `sub`, `xor` or `cmp` of a register with `fs:[0x28]`: prefix, REX.W, opcode, ModRM.
    private func isCanaryAccess(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + 4 <= bytes.count, bytes[start] == 0x64 else { return false }
        let isWide = bytes[start + 1] & 0xF8 == 0x48
        let isAccess = [0x8B, 0x2B, 0x33, 0x3B].contains(bytes[start + 2])
        return isWide && isAccess && bytes[start + 3] & 0xC7 == 0x04
    }

    private mutating func lookAtStackMove(_ bytes: Span<UInt8>, at start: Int, offset: Int) {
        let end = start + 7
        guard end <= bytes.count else { return }
        var amount = 0
        for index in 0..<4 {
            amount |= Int(bytes[start + 3 + index]) << (8 * index)
        }
        if amount == 0x1000 {
            // or qword [rsp], 0 and or qword [rsp + 0xff8], 0
            if bytes.has([0x48, 0x83, 0x0C, 0x24, 0x00], at: end)
                || bytes.has([0x48, 0x83, 0x8C, 0x24, 0xF8, 0x0F, 0x00, 0x00, 0x00], at: end)
            {
                pageProbes.note(offset + start)
            }
            // mov qword [rsp], 0
            if bytes.has([0x48, 0xC7, 0x04, 0x24, 0x00, 0x00, 0x00, 0x00], at: end) {
                inlineProbes.note(offset + start)
            }
        }
        if (0x400...0x100_0000).contains(amount) {
            largeFrames.note(offset + start)
        }
    }
}
