/// The processor that a slice is for.
public enum Machine: Sendable, Hashable {
    case x86_64, i686, aarch64, armv7l, ppc64le, s390x, riscv64
    /// Apple's 64-bit ARM, in a Mach-O file.
    case arm64
    case win32, winAMD64, winARM64
    /// Any other machine, by the number that the format gives it.
    case other(Int)

    /// The word that reports use: that of the platform tags, or the number.
    public var name: String {
        switch self {
        case .x86_64: "x86_64"
        case .i686: "i686"
        case .aarch64: "aarch64"
        case .armv7l: "armv7l"
        case .ppc64le: "ppc64le"
        case .s390x: "s390x"
        case .riscv64: "riscv64"
        case .arm64: "arm64"
        case .win32: "win32"
        case .winAMD64: "win_amd64"
        case .winARM64: "win_arm64"
        case .other(let number): String(number)
        }
    }

    /// Whether the code is that of 64-bit x86, in any format.
    public var runsAMD64: Bool { self == .x86_64 || self == .winAMD64 }

    /// Whether the code is that of 64-bit ARM, in any format.
    public var runsARM64: Bool { self == .aarch64 || self == .arm64 || self == .winARM64 }
}
