import Archives
import CheeseboardTesting
import Foundation
import Testing

/// What is inspected has to be what is installed: Python's `zipfile` reads whatever the strict rules
/// let through, and finds the same in it.
@Suite struct `Zip files that are accepted` {
    @Test func `Python reads alike, whatever ZIP64 fields they have`() throws {
        try compare(Self.zip64Archives)
    }

    @Test func `Python reads alike, whatever was spoilt`() throws {
        let spoilt = (ZipCases.structure + ZipCases.members + ZipCases.localHeaders).map { broken in
            var writer = ArchiveFixtures.zip()
            broken.spoil(&writer)
            return writer.bytes()
        }
        try compare(spoilt + [ArchiveFixtures.zip().bytes()])
    }

    @Test func `Python reads alike, whatever byte was changed`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[1].useZip64()
        writer.entries[2].set { header in
            header.extra = ZipEntry.extraField(0x7075, [1, 0, 0, 0, 0] + Array("pkg/b.txt".utf8))
        }
        writer.end.hasZip64 = true
        let bytes = writer.bytes()
        try compare(
            bytes.indices.flatMap { index in
                [UInt8(0), 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x80].map { value in
                    var changed = bytes
                    changed[index] = value
                    return changed
                }
            })
    }

    @Test func `do not leave a place to a field that begins with sizes`() throws {
        var writer = ArchiveFixtures.zip()
        writer.entries[2].headerOffset = .max
        writer.entries[2].central.extra = ZipEntry.extraField(
            1, ZipEntry.words([280, UInt64(writer.entries[2].central.compressedSize), 79]))
        let bytes = writer.bytes()
        #expect(
            ArchiveFixtures.refusal { _ = try ArchiveFixtures.open(bytes) }?.reason == .mismatch)
        try ArchiveFixtures.open(bytes, .reading).verify()
    }

    /// Every choice of what the central header leaves to the ZIP64 field, with every choice of what
    /// that field holds.
    private static let zip64Archives: [[UInt8]] = {
        var archives: [[UInt8]] = []
        for deferred in 0..<8 {
            for held in 0..<16 {
                var writer = ArchiveFixtures.zip()
                let entry = writer.entries[2].central
                let values = [
                    UInt64(entry.uncompressedSize), UInt64(entry.compressedSize), 79, 0,
                ]
                let words = ZipEntry.words(
                    values.indices.filter { held >> $0 & 1 == 1 }.map { values[$0] })
                // The number of the disk has four bytes.
                let field = held >> 3 & 1 == 1 ? Array(words.dropLast(4)) : words
                writer.entries[2].central.extra = ZipEntry.extraField(1, field)
                if deferred & 1 != 0 { writer.entries[2].central.uncompressedSize = .max }
                if deferred & 2 != 0 { writer.entries[2].central.compressedSize = .max }
                if deferred & 4 != 0 { writer.entries[2].headerOffset = .max }
                archives.append(writer.bytes())
            }
        }
        return archives
    }()

    /// Has Python read all that is accepted, and compares names and contents.
    private func compare(_ archives: [[UInt8]]) throws {
        let folder = try ScratchFolder()
        var expected = ""
        for (number, bytes) in archives.enumerated() {
            guard let archive = try? ArchiveFixtures.open(bytes),
                let contents = try? archive.members.map({ try archive.read($0, limit: 1 << 20) })
            else { continue }
            try folder.write(bytes, to: "\(number).zip")
            for (member, content) in zip(archive.members, contents) {
                let shown = content.map { String($0, radix: 16) }.joined(separator: ",")
                expected += "\(number) \(member.path) \(member.isDirectory) \(shown)\n"
            }
        }
        #expect(!expected.isEmpty)
        let script = """
            import os, zipfile
            for number in sorted(int(name[:-4]) for name in os.listdir()):
                with zipfile.ZipFile(f"{number}.zip") as archive:
                    for info in archive.infolist():
                        shown = ",".join(format(byte, "x") for byte in archive.read(info))
                        name = info.filename.rstrip("/")
                        print(number, name, str(info.is_dir()).lower(), shown)
            """
        let found = try OutsideProgram.run(["python3", "-c", script], in: folder.url)
        #expect(found == expected)
    }
}
