import Archives
import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Checking a file without uploading it` {
    @Test func `tells every refusal, each once`() throws {
        let sample = Sample.wheel("1.0+ours") {
            $0.tag = "cp312-cp312-linux_x86_64"
            $0.metadata.requiresDist = ["milk @ https://index.example/milk.zip"]
            $0.omitted = ["RECORD"]
        }
        #expect(
            try refusals(of: sample, in: .pypi)
                == [.platformUnsupported, .localVersion, .recordInvalid, .directURL])
        #expect(try refusals(of: sample, in: .private) == [.recordInvalid])
    }

    @Test func `tells what many policies meet once`() throws {
        let broken = Sample(filename: "brie-1.0.tar.gz", bytes: [1, 2, 3])
        #expect(try refusals(of: broken, in: .pypi) == [.archiveInvalid])
        #expect(try refusals(of: broken.renamed("brie.txt"), in: .pypi) == [.filenameInvalid])
        #expect(try refusals(of: .sdist(), in: .pypi).isEmpty)
    }

    @Test func `warns where it does not refuse`() throws {
        let sample = Sample.wheel(record: { $0.replacing("sha256=", with: "sha256=AAAA") })
        let examination = examination(of: sample, in: .private)
        #expect(try examination.allRefusals().isEmpty)
        #expect(examination.warnings.map(\.code) == [.recordHashMismatch])
    }

    @Test func `a file that cannot be read is no refusal`() {
        let examination = UploadExamination(
            filename: "brie-1.0.tar.gz", source: UnreadableSource(), settings: IndexSettings(),
            now: FixedClock().now())
        #expect(throws: UnreadableSource.Gone.self) { try examination.allRefusals() }
    }

    private func refusals(of sample: Sample, in profile: Profile) throws -> [RefusalCode] {
        try examination(of: sample, in: profile).allRefusals().map(\.code)
    }

    private func examination(of sample: Sample, in profile: Profile) -> UploadExamination {
        var settings = IndexSettings()
        settings.profile = profile
        return UploadExamination(
            filename: sample.filename, source: BytesSource(bytes: sample.bytes),
            settings: settings, now: FixedClock().now())
    }
}

private struct BytesSource: ByteSource {
    let bytes: [UInt8]

    var byteCount: Int { bytes.count }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        Array(bytes.dropFirst(offset).prefix(count))
    }
}

private struct UnreadableSource: ByteSource {
    struct Gone: Error {}

    var byteCount: Int { 1000 }

    func read(at offset: Int, count: Int) throws -> [UInt8] { throw Gone() }
}
