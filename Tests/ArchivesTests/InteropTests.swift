import Archives
import CheeseboardTesting
import Foundation
import Testing

/// A folder that goes away with the test.
struct ScratchFolder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}

@Suite struct `Archives of other programs` {
    /// What every program packs.
    static let contents: [String: [UInt8]] = {
        var random = SeededRandom(seed: 3)
        let long = String(repeating: "long-", count: 12)
        return [
            "pkg/empty": [], "pkg/text.txt": ArchiveFixtures.repeated,
            "pkg/deep/er/random.bin": random.bytes(100_000),
            "pkg/\(long)/\(long).txt": ArchiveFixtures.hello,
            "pkg/käse.txt": ArchiveFixtures.hello,
        ]
    }()

    private func fill(_ folder: borrowing ScratchFolder) throws {
        for (path, content) in Self.contents { try folder.write(content, to: path) }
    }

    private func zipContents(_ url: URL, _ limits: ArchiveLimits) throws -> [String: [UInt8]] {
        let archive = try ZipArchive(FileByteSource(url), limits: limits)
        var contents: [String: [UInt8]] = [:]
        for member in archive.members where !member.isDirectory {
            contents[member.path] = try archive.read(member, limit: 1 << 20)
        }
        return contents
    }

    private func tarContents(_ url: URL, _ compression: TarCompression) throws
        -> [String: [UInt8]]
    {
        var contents: [String: [UInt8]] = [:]
        try TarArchive.walk(FileByteSource(url), compression: compression, limits: .upload) {
            member, content in
            guard member.kind == .file else { return }
            contents[member.path] = try content.read(limit: 1 << 20)
        }
        return contents
    }

    @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"], [false, true])
    func `zip files of Python are read`(method: String, isZip64: Bool) throws {
        let folder = try ScratchFolder()
        try fill(folder)
        let script = """
            import os, zipfile
            with zipfile.ZipFile("a.zip", "w", zipfile.\(method)) as archive:
                for root, _, names in os.walk("pkg"):
                    for name in names:
                        path = os.path.join(root, name)
                        info = zipfile.ZipInfo.from_file(path)
                        info.compress_type = zipfile.\(method)
                        with open(path, "rb") as source, archive.open(
                                info, "w", force_zip64=\(isZip64 ? "True" : "False")) as target:
                            target.write(source.read())
            """
        _ = try OutsideProgram.run(["python3", "-c", script], in: folder.url)
        #expect(try zipContents(folder.url.appending(path: "a.zip"), .upload) == Self.contents)
    }

    @Test func `zip files of zip are read`() throws {
        let folder = try ScratchFolder()
        try fill(folder)
        guard (try? OutsideProgram.run(["zip", "-qr", "a.zip", "pkg"], in: folder.url)) != nil
        else { return }
        #expect(try zipContents(folder.url.appending(path: "a.zip"), .upload) == Self.contents)
    }

    @Test func `zip files that were written to a pipe are read by the lenient rules only`() throws {
        let folder = try ScratchFolder()
        try fill(folder)
        let script = """
            import io, sys, zipfile
            class Pipe(io.RawIOBase):
                def writable(self): return True
                def write(self, data): return target.write(data)
            with open("a.zip", "wb") as target:
                with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as archive:
                    for path in sys.argv[1:]: archive.write(path)
            """
        _ = try OutsideProgram.run(
            ["python3", "-c", script] + Self.contents.keys, in: folder.url)
        let file = folder.url.appending(path: "a.zip")
        #expect(try zipContents(file, .reading) == Self.contents)
        #expect(
            ArchiveFixtures.refusal { _ = try zipContents(file, .upload) }?.reason
                == .dataDescriptor)
    }

    @Test(arguments: ["ustar", "pax", "gnu", "posix", "oldgnu"], ["", "z"])
    func `tar files of tar are read`(format: String, gzip: String) throws {
        let folder = try ScratchFolder()
        try fill(folder)
        _ = try OutsideProgram.run(
            ["tar", "-c\(gzip)f", "a.tar", "--format=\(format)", "pkg"], in: folder.url)
        let contents = try tarContents(
            folder.url.appending(path: "a.tar"), gzip.isEmpty ? .none : .gzip)
        #expect(contents == Self.contents)
    }

    @Test(arguments: ["USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT"])
    func `tar files of Python are read`(format: String) throws {
        let folder = try ScratchFolder()
        try fill(folder)
        let script = """
            import tarfile
            with tarfile.open("a.tar.gz", "w:gz", format=tarfile.\(format)) as archive:
                archive.add("pkg")
            """
        _ = try OutsideProgram.run(["python3", "-c", script], in: folder.url)
        let contents = try tarContents(folder.url.appending(path: "a.tar.gz"), .gzip)
        #expect(contents == Self.contents)
    }

    @Test func `what the builders for tests make, Python reads and finds right`() throws {
        let folder = try ScratchFolder()
        var wheel = WheelBuilder(name: "Fancy.Name", version: "1.0")
        wheel.files.append(("fancy_name/a, \"b\".txt", ArchiveFixtures.hello))
        wheel.entryPoints = "[console_scripts]\nfancy = fancy_name:main\n"
        wheel.build = "1"
        wheel.tag = "py2.py3-none-any"
        let built = wheel.make()
        let source = SourceDistributionBuilder(name: "Fancy.Name", version: "1.0").make()
        try folder.write(built.bytes, to: built.filename)
        try folder.write(source.bytes, to: source.filename)
        let script = """
            import base64, csv, hashlib, io, tarfile, zipfile
            with zipfile.ZipFile("\(built.filename)") as wheel:
                assert wheel.testzip() is None
                record = wheel.read("fancy_name-1.0.dist-info/RECORD").decode()
                rows = list(csv.reader(io.StringIO(record)))
                assert [row[0] for row in rows] == wheel.namelist(), rows
                for path, digest, size in rows[:-1]:
                    content = wheel.read(path)
                    expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
                    assert digest == "sha256=" + expected.decode().rstrip("="), path
                    assert int(size) == len(content)
                print(wheel.read("fancy_name-1.0.dist-info/WHEEL").decode())
            with tarfile.open("\(source.filename)") as archive:
                print(archive.getnames())
                print(archive.extractfile("fancy_name-1.0/PKG-INFO").read().decode())
            """
        let output = try OutsideProgram.run(["python3", "-c", script], in: folder.url)
        #expect(built.filename == "fancy_name-1.0-1-py2.py3-none-any.whl")
        #expect(output.contains("Tag: py2-none-any\nTag: py3-none-any\nBuild: 1\n"))
        #expect(output.contains("Metadata-Version: 2.4\nName: Fancy.Name\nVersion: 1.0\n"))
        try ArchiveFixtures.open(built.bytes).verify()
        #expect(try ArchiveFixtures.list(source.bytes, .gzip).count == 4)
    }

    /// The wheels in the folder that pip is set up to look into.
    private static var wheels: [URL] {
        let setting =
            (try? OutsideProgram.run(["python3", "-m", "pip", "config", "get", "global.find-links"]))
            ?? ""
        let folder = URL(
            fileURLWithPath: setting.trimmingCharacters(in: .whitespacesAndNewlines))
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "whl" }
    }

    @Test func `real wheels at hand are read as Python reads them`() throws {
        for wheel in Self.wheels.prefix(3) {
            let archive = try ZipArchive(FileByteSource(wheel), limits: .upload)
            let script = """
                import sys, zipfile
                for info in zipfile.ZipFile(sys.argv[1]).infolist():
                    print(info.filename.rstrip("/"), info.file_size, info.CRC)
                """
            let expected = try OutsideProgram.run(["python3", "-c", script, wheel.path])
            let found = archive.members.map { "\($0.path) \($0.uncompressedSize) \($0.crc32)\n" }
            #expect(found.joined() == expected)
            try archive.verify()
        }
    }
}
