import Archives
import CheeseboardTesting
import Testing

/// An archive with one thing wrong, and what is said of it.
struct SpoiltArchive<Writer>: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the strict rules say.
    let strict: ArchiveInvalid.Reason
    /// What the lenient rules say; nil where they read the archive.
    let lenient: ArchiveInvalid.Reason?
    /// Does the one thing wrong to what `ArchiveFixtures` has.
    let spoil: @Sendable (inout Writer) -> Void
}

extension SpoiltArchive {
    /// An archive that is refused by strict and by lenient rules.
    init(
        _ description: String, _ reason: ArchiveInvalid.Reason,
        spoil: @escaping @Sendable (inout Writer) -> Void
    ) {
        self.init(testDescription: description, strict: reason, lenient: reason, spoil: spoil)
    }

    /// An archive that lenient rules read.
    init(
        tolerated description: String, _ reason: ArchiveInvalid.Reason,
        spoil: @escaping @Sendable (inout Writer) -> Void
    ) {
        self.init(testDescription: description, strict: reason, lenient: nil, spoil: spoil)
    }

    /// Checks what opening by strict rules and reading by lenient ones refuses.
    func check(
        _ bytes: [UInt8], strict opening: ([UInt8]) throws -> Void,
        lenient reading: ([UInt8]) throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let refusal = ArchiveFixtures.refusal { try opening(bytes) }
        #expect(
            refusal?.reason == strict, "\(String(describing: refusal))",
            sourceLocation: sourceLocation)
        let second = ArchiveFixtures.refusal { try reading(bytes) }
        #expect(
            second?.reason == lenient, "\(String(describing: second))",
            sourceLocation: sourceLocation)
    }
}

typealias TarCase = SpoiltArchive<TarWriter>

typealias ZipCase = SpoiltArchive<ZipWriter>
