/// How often the code of a slice holds the patterns that protections leave.
struct OpcodeCounts: Sendable, Equatable {
    /// A pattern's number of places, with the first.
    struct Places: Sendable, Equatable {
        private(set) var count = 0
        private(set) var first = 0

        mutating func note(_ offset: Int) {
            if count == 0 {
                first = offset
            }
            count += 1
        }

        /// `x 12, first at 0x1c8`, as evidence writes it.
        var evidence: String { "\(count) times, first at \(hexadecimal(first))" }
    }

    /// The bytes of code that were looked at.
    var codeBytes = 0
    /// x86-64: accesses to `fs:0x28`, where the C library keeps the canary.
    var canaryAccesses = Places()
    /// x86-64 of Windows: `xor rcx, rsp` before a call, how a function's end checks its cookie.
    var cookieChecks = Places()
    /// Functions whose frame is 1 KiB or more, which no function without an array is likely to have.
    var largeFrames = Places()
    /// GCC's touch of a page after moving the stack by one.
    var pageProbes = Places()
    /// LLVM's and rustc's.
    var inlineProbes = Places()
    /// Windows: a read of the stack's limit, which only the stack probe does.
    var stackLimitReads = Places()
    /// `endbr64`, `endbr32` or `bti`.
    var branchTargets = Places()
    /// ARM64: return addresses signed (`paciasp`, `pacibsp`).
    var signedReturns = Places()
    /// ARM64: return addresses stored on the shadow stack at x18.
    var shadowPushes = Places()
    /// ARM64: return addresses loaded from it.
    var shadowPops = Places()

    /// The blocks of the file that hold a landing mark in their code: `endbr64`, `endbr32`, `bti`, or
    /// on ARM64 the signing of a return address.
    private(set) var markedBlocks = 0
    private var lastMarkedBlock = -1
    /// How large a block is: a page, in which most instrumented code has a mark.
    static let blockBytes = 4 << 10

    /// Notes that a landing mark stands at an offset; offsets come in order.
    mutating func noteLandingMark(at offset: Int) {
        let block = offset / Self.blockBytes
        guard block != lastMarkedBlock else { return }
        lastMarkedBlock = block
        markedBlocks += 1
    }

    /// Whether the machine's patterns are known; for others the counts say nothing.
    static func covers(_ machine: Machine) -> Bool {
        machine.runsAMD64 || machine.runsARM64 || machine == .i686
    }

    /// Looks at the code in `range` of the bytes, which stand at `offset` of the source.
    ///
    /// Patterns that begin in the range may go on behind it, so the bytes should.
    mutating func look(
        at bytes: Span<UInt8>, in range: Range<Int>, offset: Int, machine: Machine
    ) {
        codeBytes += range.count
        if machine.runsAMD64 {
            lookAtAMD64(bytes, in: range, offset: offset)
        } else if machine.runsARM64 {
            lookAtARM64(bytes, in: range, offset: offset)
        } else if machine == .i686 {
            lookAtI386(bytes, in: range, offset: offset)
        }
    }
}
