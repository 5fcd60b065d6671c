import CheeseboardTesting
import PackageIndex

/// One upload of an example: a distribution and what its form says differently.
struct Sample: Sendable {
    var filename: String
    var bytes: [UInt8]
    var form: [String: [String]] = [:]
    var contentType: String? = "application/octet-stream"

    /// A wheel of `brie` 1.0, changed.
    static func wheel(
        _ version: String = "1.0", form: [String: [String]] = [:],
        _ change: (inout WheelBuilder) -> Void = { _ in }
    ) -> Sample {
        var builder = WheelBuilder(name: "brie", version: version)
        change(&builder)
        let (filename, bytes) = builder.make()
        return Sample(filename: filename, bytes: bytes, form: form)
    }

    /// A source distribution of `brie` 1.0, changed.
    static func sdist(
        _ version: String = "1.0", form: [String: [String]] = [:],
        _ change: (inout SourceDistributionBuilder) -> Void = { _ in }
    ) -> Sample {
        var builder = SourceDistributionBuilder(name: "brie", version: version)
        change(&builder)
        let (filename, bytes) = builder.make()
        return Sample(filename: filename, bytes: bytes, form: form)
    }

    /// A source distribution as a zip file.
    static func zipSdist(_ version: String = "1.0") -> Sample {
        var writer = ZipWriter()
        writer.add("brie-\(version)/")
        writer.add(
            "brie-\(version)/PKG-INFO",
            MetadataBuilder(name: "brie", version: version).text, .deflated)
        return Sample(filename: "brie-\(version).zip", bytes: writer.bytes())
    }

    /// A wheel whose zip file was spoilt.
    static func spoiltWheel(_ spoil: (inout ZipWriter) -> Void) -> Sample {
        let builder = WheelBuilder(name: "brie", version: "1.0")
        var writer = builder.writer()
        spoil(&writer)
        return Sample(filename: builder.filename, bytes: writer.bytes())
    }

    /// A wheel whose RECORD was rewritten.
    static func wheel(record change: (String) -> String) -> Sample {
        var builder = WheelBuilder(name: "brie", version: "1.0")
        builder.method = .stored
        let data = builder.writer().entries.last?.data ?? []
        builder.recordText = change(String(decoding: data, as: UTF8.self))
        let (filename, bytes) = builder.make()
        return Sample(filename: filename, bytes: bytes)
    }

    /// A wheel whose METADATA reads exactly so.
    static func wheel(metadata text: String, form: [String: [String]] = [:]) -> Sample {
        wheel(form: form) { $0.metadataText = text }
    }

    /// A wheel whose METADATA has further fields.
    static func wheel(
        fields: [(String, String)], form: [String: [String]] = [:]
    ) -> Sample {
        wheel(form: form) { $0.metadata.fields = fields.map { (name: $0.0, value: $0.1) } }
    }

    func renamed(_ filename: String) -> Sample {
        var renamed = self
        renamed.filename = filename
        return renamed
    }

    func withContentType(_ type: String?) -> Sample {
        var changed = self
        changed.contentType = type
        return changed
    }
}

extension TestIndex {
    @discardableResult
    func publish(_ sample: Sample, by principal: Principal? = nil) async throws -> UploadOutcome {
        let upload = try await upload(
            (sample.filename, sample.bytes), form: sample.form, contentType: sample.contentType)
        return try await index.publish(upload, by: principal ?? self.principal)
    }
}
