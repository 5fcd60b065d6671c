import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Hostile uploads` {
    @Test(arguments: [
        "brie-1.0\r\nX-Evil: 1.tar.gz", "brie\0-1.0.tar.gz", "brie-1.0\u{85}.tar.gz",
        "brie-1.0\u{202E}zg.rat.tar.gz", "..", "/etc/passwd", "brie-1.0.tar.gz/..",
        "brie-😀.tar.gz", "brie-1.0.tar.gz ", " brie-1.0.tar.gz", "-1.0.tar.gz", "brie-.tar.gz",
        "brie-1.0.TAR.GZ", "brie-1.0-py3-none-any.whl\n",
    ])
    func `a hostile file name is refused in one clean line`(_ name: String) async throws {
        try await TestIndex.with { test in
            let sample = Sample.sdist(form: ["name": ["brie"], "version": ["1.0"]]).renamed(name)
            let refusal = try await #require(throws: Refusal.self) {
                try await test.publish(sample)
            }
            #expect(refusal.code == .filenameInvalid)
            #expect(
                refusal.message.unicodeScalars.allSatisfy {
                    $0.properties.generalCategory != .control
                })
            #expect(refusal.message.count < 500)
        }
    }

    @Test func `a wheel's own files beyond any use are refused before they are read`() async throws
    {
        try await TestIndex.with { test in
            let much = String(repeating: "All work and no cheese. ", count: 5 << 20 / 24)
            let samples: [Sample] = [
                .wheel { $0.metadata.description = much },
                .sdist { $0.metadata.description = much },
                .wheel { $0.wheelText = "Wheel-Version: 1.0\n\n\(much)" },
                .wheel { $0.entryPoints = "[brie]\na = \(much)" },
                .wheel(record: { $0 + "\n" + much }),
            ]
            for sample in samples {
                let refusal = try await #require(throws: Refusal.self) {
                    try await test.publish(sample)
                }
                #expect(refusal.code == .archiveInvalid)
                #expect(refusal.message.contains("bytes, and at most"))
            }
            #expect(try test.folder.files(in: "staging").isEmpty)
        }
    }

    @Test func `a description of two megabytes and a long license text are kept`() async throws {
        try await TestIndex.with { test in
            let text = String(repeating: "All work and no cheese. ", count: 2 << 20 / 24)
            try await test.publish(
                .wheel {
                    $0.metadata.fields = [
                        ("License", String(repeating: "a\n        b", count: 1 << 16))
                    ]
                    $0.metadata.description = text
                })
            let detail = try await test.index.releaseDetail(of: "brie", version: nil, for: nil)
            #expect(detail?.metadata.description == text)
        }
    }

    @Test(arguments: [
        ("Requires-Python", String(repeating: ">0,", count: 1000) + ">0"),
        ("Keywords", String(repeating: ",", count: 1 << 20)),
        ("Platform", String(repeating: "x\nPlatform: ", count: 20_000)),
        ("Requires-Dist", "a; " + String(repeating: "os_name=='a' and ", count: 10_000)),
    ])
    func `metadata that is read into much more than its size is refused`(
        _ field: String, _ value: String
    ) async throws {
        try await TestIndex.with { test in
            for sample in [
                Sample.wheel(fields: [(field, value)]),
                .sdist { $0.metadata.fields = [(field, value)] },
            ] {
                let refusal = try await #require(throws: Refusal.self) {
                    try await test.publish(sample)
                }
                #expect(refusal.code == .metadataInvalid)
                #expect(refusal.message.hasPrefix("The file's metadata is too large: "))
            }
        }
    }

    @Test(arguments: ["requires_python", "requires_dist", "provides_extra"])
    func `a form says no more than a file's metadata can`(_ field: String) async throws {
        try await TestIndex.with { test in
            let long = String(repeating: ">0,", count: 1 << 20)
            let refused = try await code { try await test.publish(.wheel(form: [field: [long]])) }
            #expect(refused == .formMismatch)
        }
    }

    @Test func `ten thousand fields of a form do no harm`() async throws {
        try await TestIndex.with { test in
            let many = (0..<10_000).map { "Topic \($0)" }
            let outcome = try await test.publish(
                .wheel(form: ["classifiers": many, "keywords2": many]))
            #expect(outcome.warnings.isEmpty)
            let names = (0..<10_000).map { "milk\($0)" }
            #expect(
                try await code {
                    try await test.publish(.wheel("1.1", form: ["requires_dist": names]))
                } == .formMismatch)
        }
    }

    @Test func `nine thousand dependencies are kept`() async throws {
        try await TestIndex.with { test in
            let names = (0..<9000).map { "milk\($0)" }
            try await test.publish(
                .wheel(form: ["requires_dist": names]) { $0.metadata.requiresDist = names })
            let detail = try await test.index.releaseDetail(of: "brie", version: nil, for: nil)
            #expect(detail?.metadata.requiresDist == names)
        }
    }

    @Test(arguments: TestDriver.available)
    func `NUL in what the metadata says is kept from the database`(
        _ driver: TestDriver
    ) async throws {
        try await TestIndex.with(driver) { test in
            try await test.publish(.wheel(fields: [("Author", "Marie\0Harel")]))
            let detail = try await test.index.releaseDetail(of: "brie", version: nil, for: nil)
            #expect(detail?.metadata.author == "Marie\0Harel")
            for text in ["===1\0", ">=3\0.1"] {
                let sample = Sample.wheel("1.1") { $0.metadata.requiresPython = text }
                #expect(try await code { try await test.publish(sample) } == .metadataInvalid)
            }
        }
    }

    @Test func `fields with NUL or of unusual length are no failure`() async throws {
        try await TestIndex.with { test in
            let long = String(repeating: "x", count: 1 << 20)
            for (field, value) in [
                ("name", "brie\0"), ("version", "1.0\0"), ("name", long), ("version", long),
                ("filetype", long), ("protocol_version", long), ("attestations", long),
                ("md5_digest", "\0"), ("requires_python", "\0"), ("license_expression", long),
                ("attestations", String(repeating: "[", count: 100_000)),
            ] {
                let refused = try await code {
                    try await test.publish(.wheel(form: [field: [value]]))
                }
                #expect(refused != nil, "\(field)")
            }
            try await test.publish(.wheel(form: ["comment": ["a\0b"], long: [long]]))
            let files = try await test.index.projectListing("brie", for: nil)?.files ?? []
            #expect(files.map(\.comment) == ["a\\x00b"])
        }
    }

    @Test func `every truncation and a thousand mutations of a wheel publish or are refused`()
        async throws
    {
        let (filename, bytes) = WheelBuilder(name: "brie", version: "1.0").make()
        try await TestIndex.with { test in
            var random = SeededRandom(seed: 7)
            let spoilt =
                stride(from: 0, to: bytes.count, by: 13).map { Array(bytes.prefix($0)) }
                + (0..<1000).map { _ in random.mutate(bytes) }
            for mutant in spoilt {
                _ = try await code { try await test.publish((filename, mutant)) }
            }
            #expect(try test.folder.files(in: "staging").isEmpty)
        }
    }
}
