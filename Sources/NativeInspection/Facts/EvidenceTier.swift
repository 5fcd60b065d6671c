/// How strong the evidence for a fact is; a weaker tier never overrules a stronger one.
public enum EvidenceTier: Int, Sendable, Comparable, Codable {
    /// A bit or an entry of a header: exact.
    case header = 1
    /// A symbol that is imported, exported or defined.
    case symbol = 2
    /// A pattern of machine code.
    case opcode = 3
    /// A string somewhere in the file.
    case string = 4
    /// What the wheel's metadata says: its generator, its SBOMs.
    case metadata = 5

    /// Stronger evidence comes first.
    public static func < (left: EvidenceTier, right: EvidenceTier) -> Bool {
        left.rawValue < right.rawValue
    }
}
