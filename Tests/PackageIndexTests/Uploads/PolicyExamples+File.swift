import CheeseboardTesting
import PackageIndex
import PythonPackaging

extension PolicyExamples {
    /// What the examples of source distributions name where their file name does not parse.
    private static let named = ["name": ["brie"], "version": ["1.0"]]

    static let file: [String: PolicyExamples] = [
        "filename-plain": PolicyExamples(
            good: [.sdist()],
            bad: [
                (.sdist(form: named).renamed("brie-1.0\n.tar.gz"), .filenameInvalid),
                (.sdist(form: named).renamed("brie-1.0\u{7F}.tar.gz"), .filenameInvalid),
                (.sdist(form: named).renamed("brie-1.0\0.tar.gz"), .filenameInvalid),
                (.sdist(form: named).renamed("../brie-1.0.tar.gz"), .filenameInvalid),
                (.sdist(form: named).renamed("..\\brie-1.0.tar.gz"), .filenameInvalid),
                (.sdist(form: named).renamed(""), .filenameInvalid),
                (
                    .sdist(form: named).renamed(
                        "brie-1.0.post\(String(repeating: "1", count: 250)).tar.gz"),
                    .filenameInvalid
                ),
            ]),
        "filename-standard": PolicyExamples(
            good: [.sdist(), .wheel()],
            bad: [
                (.sdist(form: named).renamed("brie-1.0.tar.bz2"), .filenameInvalid),
                (.sdist(form: named).renamed("brie-1.0-py3.egg"), .filenameInvalid),
                (.sdist(form: named).renamed("brie.tar.gz"), .filenameInvalid),
                (.wheel(form: named).renamed("brie-1.0-py3-none.whl"), .filenameInvalid),
                (.wheel(form: named).renamed("brie-1.0-x-py3-none-any.whl"), .filenameInvalid),
            ]),
        "filename-filetype": PolicyExamples(
            good: [.wheel(), .sdist()],
            bad: [
                (
                    .wheel(form: ["filetype": ["sdist"], "pyversion": ["source"]]),
                    .filenameMismatch
                ),
                (
                    .sdist(form: ["filetype": ["bdist_wheel"], "pyversion": ["py3"]]),
                    .filenameMismatch
                ),
            ]),
        "filename-project": PolicyExamples(
            good: [.wheel(form: ["version": ["1.0.0"]])],
            bad: [
                (.wheel(form: ["name": ["camembert"]]), .filenameMismatch),
                (.wheel(form: ["version": ["1.1"]]), .filenameMismatch),
            ]),
        "filename-normalized": PolicyExamples(
            good: [.sdist(), .wheel()],
            bad: [
                (.zipSdist(), .filenameInvalid),
                (.sdist().renamed("Brie-1.0.tar.gz"), .filenameInvalid),
                (.sdist().renamed("brie-v1.0.tar.gz"), .filenameInvalid),
                (wheelSpelt("Brie"), .filenameInvalid),
            ]),
        "platform-tags": PolicyExamples(
            good: [
                .wheel { $0.tag = "cp312-cp312-manylinux_2_28_x86_64" },
                .wheel { $0.tag = "cp312-cp312-macosx_11_0_arm64" },
            ],
            bad: [
                (.wheel { $0.tag = "cp312-cp312-linux_x86_64" }, .platformUnsupported),
                (.wheel { $0.tag = "py3-none-any.linux_x86_64" }, .platformUnsupported),
            ]),
        "local-version": PolicyExamples(
            good: [.wheel("1.0.post1")], bad: [(.wheel("1.0+ours.1"), .localVersion)]),
        "file-size": PolicyExamples(
            good: [.wheel()],
            bad: [
                (Sample(filename: "brie-1.0.tar.gz", bytes: []), .archiveInvalid),
                (
                    Sample(
                        filename: "brie-1.0.tar.gz", bytes: [UInt8](repeating: 0, count: 100_001)),
                    .fileTooLarge
                ),
            ],
            settings: { $0.maximumFileBytes = 100_000 }),
        "digests": PolicyExamples(
            good: [.wheel()],
            bad: ["md5_digest", "sha256_digest", "blake2_256_digest"].map {
                (.wheel(form: [$0: [String(repeating: "a", count: 64)]]), .digestMismatch)
            }),
    ]

    static let index: [String: PolicyExamples] = [
        "file-unique": PolicyExamples(
            good: [.wheel(), .wheel("1.1")],
            bad: [
                (.wheel { $0.files.append(("more.py", [])) }, .fileExists),
                (.wheel().renamed("brie-1.0-py2-none-any.whl"), .fileExists),
            ],
            before: { try await $0.publish(.wheel()) }),
        "filename-unused": PolicyExamples(
            good: [.wheel("1.1")],
            bad: [
                (.wheel(), .filenameUsed),
                (.wheel { $0.files.append(("more.py", [])) }, .filenameUsed),
            ],
            before: { test in
                let sample = Sample.wheel()
                try await test.publish(sample)
                try await test.index.deleteFile(
                    sample.filename, of: try ProjectName("brie"), by: .machineOwner)
            }),
        "project-size": PolicyExamples(
            good: [.wheel()],
            bad: [(.wheel { $0.files.append(("noise", noise(60_000))) }, .projectTooLarge)],
            settings: { $0.maximumProjectBytes = 100_000 },
            before: { test in
                try await test.publish(.wheel("0.1") { $0.files.append(("noise", noise(50_000))) })
            }),
        "release-open": PolicyExamples(
            good: [.wheel("1.1")], bad: [(.wheel(), .releaseClosed)],
            before: { test in
                try await test.publish(.sdist())
                test.clock.advance(by: .seconds(15 * 24 * 3600))
            }),
        "one-sdist": PolicyExamples(
            good: [.wheel(), .sdist("1.1"), .sdist()], bad: [(.sdist("1.0.0"), .sdistExists)],
            before: { try await $0.publish(.sdist()) }),
    ]

    /// Bytes that do not compress.
    private static func noise(_ count: Int) -> [UInt8] {
        var random = SeededRandom(seed: 1)
        return random.bytes(count)
    }

    /// A wheel that spells the project's name so, in its name and inside.
    private static func wheelSpelt(_ name: String) -> Sample {
        let folder = "\(name)-1.0.dist-info"
        var writer = ZipWriter()
        writer.add(
            "\(folder)/METADATA", MetadataBuilder(name: name, version: "1.0").text)
        writer.add(
            "\(folder)/WHEEL",
            "Wheel-Version: 1.0\nGenerator: none\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        writer.add("\(folder)/RECORD", "\(folder)/METADATA,,\n\(folder)/WHEEL,,\n")
        return Sample(filename: "\(name)-1.0-py3-none-any.whl", bytes: writer.bytes())
    }
}
