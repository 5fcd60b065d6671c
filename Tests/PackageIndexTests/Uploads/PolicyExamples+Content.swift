import CheeseboardTesting
import Crypto
import Foundation
import PackageIndex

extension PolicyExamples {
    private static let folder = "brie-1.0.dist-info"

    static let archive: [String: PolicyExamples] = [
        "archive-structure": PolicyExamples(
            good: [.wheel(), .wheel { $0.method = .stored }, .sdist()],
            bad: [
                (.sdist().renamed("brie-1.0-py3-none-any.whl"), .archiveInvalid),
                (.wheel().renamed("brie-1.0.tar.gz"), .archiveInvalid),
                (
                    Sample(
                        filename: "brie-1.0.tar.gz", bytes: Array("neither zip nor tar".utf8)),
                    .archiveInvalid
                ),
                (.spoiltWheel { $0.prefix = [0] }, .archiveInvalid),
                (.spoiltWheel { $0.suffix = [0] }, .archiveInvalid),
                (.spoiltWheel { $0.entries[0].useDataDescriptor() }, .archiveInvalid),
                (.spoiltWheel { $0.entries[0].set { $0.crc32 ^= 1 } }, .archiveInvalid),
                (.spoiltWheel { $0.add("../up.py") }, .archiveInvalid),
                (.wheel { $0.omitted = ["WHEEL"] }, .layoutInvalid),
                (.wheel { $0.omitted = ["METADATA"] }, .metadataMissing),
                (
                    .wheel { $0.files.append(("emmental-2.0.dist-info/METADATA", [])) },
                    .layoutInvalid
                ),
                (.spoiltWheel { $0.add("BRIE-1.0.DIST-INFO/") }, .layoutInvalid),
                (.sdist { $0.metadataText = "" }, .metadataMissing),
                (.sdist { $0.files += [("a", []), ("a/b", [])] }, .archiveInvalid),
                (.wheel { $0.files += [("brie/a/b", []), ("brie/a", [])] }, .archiveInvalid),
                (
                    sdist { writer in
                        writer.addFile("elsewhere/README", "Two folders at the top.")
                    }, .layoutInvalid
                ),
                (sdist { $0.addSymbolicLink("brie-1.0/up", to: "../../up") }, .archiveInvalid),
            ]),
        "license-files": PolicyExamples(
            good: [
                .wheel {
                    $0.metadata.fields = [("License-File", "LICENSE")]
                    $0.distInfoFiles = [("licenses/LICENSE", [])]
                },
                .sdist {
                    $0.metadata.fields = [("License-File", "legal/LICENSE")]
                    $0.files.append(("legal/LICENSE", []))
                },
                // setuptools wrote the field before its version had it, and other places.
                .wheel {
                    $0.metadata.metadataVersion = "2.1"
                    $0.metadata.fields = [("License-File", "LICENSE")]
                },
            ],
            bad: [
                (.wheel(fields: [("License-File", "LICENSE")]), .licenseFileMissing),
                (
                    .wheel {
                        $0.metadata.fields = [("License-File", "LICENSE")]
                        $0.distInfoFiles = [("LICENSE", [])]
                    }, .licenseFileMissing
                ),
                (
                    .sdist { $0.metadata.fields = [("License-File", "LICENSE")] },
                    .licenseFileMissing
                ),
            ]),
    ]

    static let wheel: [String: PolicyExamples] = [
        "wheel-description": PolicyExamples(
            good: [.wheel(), .sdist()],
            bad: [
                (
                    .wheel {
                        $0.wheelText =
                            "Wheel-Version: 2.0\nGenerator: x\nRoot-Is-Purelib: true\n"
                            + "Tag: py3-none-any\n"
                    }, .layoutInvalid
                ),
                (.wheel { $0.wheelText = "no fields here" }, .layoutInvalid),
            ]),
        "record-complete": PolicyExamples(
            good: [
                .wheel { $0.distInfoFiles = [("a,\"b\"", [])] },
                .wheel(record: { $0.replacing("brie/__init__", with: "brie\\__init__") }),
                .wheel(record: { $0.replacing("\(folder)/RECORD,,\n", with: "") }),
                .wheel(record: { $0 + "\(folder)/RECORD.jws,,\n" }),
                .spoiltWheel { $0.add("\(folder)/RECORD.p7s") },
                .spoiltWheel { $0.add("brie/") },
                accentedWheel(recordedAs: "\u{E9}"),
            ],
            bad: [
                (.wheel { $0.omitted = ["RECORD"] }, .recordInvalid),
                (.spoiltWheel { $0.add("more.py") }, .recordInvalid),
                (.wheel(record: { $0 + "more.py,,\n" }), .recordInvalid),
                (.wheel(record: { $0 + "\(folder)/RECORDS,,\n" }), .recordInvalid),
                (.spoiltWheel { $0.add("\(folder)/RECORD.sig") }, .recordInvalid),
                (.wheel(record: { $0 + "brie/__init__.py,,\n" }), .recordInvalid),
                (.wheel(record: { $0 + "brie\\__init__.py,,\n" }), .recordInvalid),
                (.wheel(record: { $0 + "a,b,c,d\n" }), .recordInvalid),
                // Unicode calls the two equal; no file system has to.
                (accentedWheel(recordedAs: "e\u{301}"), .recordInvalid),
                (.wheel(record: { _ in "" }), .recordInvalid),
            ]),
        "record-hashes": PolicyExamples(
            good: [.wheel(), sha512(of: "__version__ = \"1.0\"\n")], bad: wrongHashes),
        "record-hashes-warning": PolicyExamples(
            good: [.wheel(), sha512(of: "__version__ = \"1.0\"\n")], bad: wrongHashes),
        "entry-points": PolicyExamples(
            good: [.wheel { $0.entryPoints = "[console_scripts]\nbrie = brie:main\n" }],
            bad: [
                (.wheel { $0.entryPoints = "brie = brie:main\n" }, .entryPointsInvalid),
                (
                    .wheel { $0.entryPoints = "[console_scripts]\nbr ie = brie:main\n" },
                    .entryPointsInvalid
                ),
            ]),
    ]

    /// A wheel with `é.py` in it, spelled with one character; RECORD spells it in its own way.
    private static func accentedWheel(recordedAs letter: String) -> Sample {
        .wheel {
            $0.method = .stored
            $0.files.append(("brie/\u{E9}.py", []))
            let record = String(decoding: $0.writer().entries.last?.data ?? [], as: UTF8.self)
            $0.recordText = record.split(separator: "\n").map { line in
                let isAccented = line.hasPrefix("brie/\u{E9}.py")
                return isAccented ? "brie/\(letter).py\(line.drop { $0 != "," })" : String(line)
            }.joined(separator: "\n")
        }
    }

    private static let wrongHashes: [(sample: Sample, code: RefusalCode)] = [
        rewritten { hash, size in ("sha256=\(String(hash.reversed()))", size) },
        rewritten { hash, size in ("sha256=\(hash)", size + "0") },
        rewritten { _, _ in ("md5=1B2M2Y8AsgTpgAmY7PhCfg", "") },
        rewritten { _, _ in ("blake3=1B2M2Y8AsgTpgAmY7PhCfg", "") },
        rewritten { _, _ in ("", "") },
        sha512(of: "another content"),
    ].map { ($0, .recordHashMismatch) }

    /// A wheel in whose RECORD the module's hash and size were changed.
    private static func rewritten(_ change: (String, String) -> (String, String)) -> Sample {
        .wheel(record: { text in
            text.split(separator: "\n").map { line in
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                guard line.hasPrefix("brie/"), fields.count == 3 else { return String(line) }
                let (hash, size) = change(String(fields[1].dropFirst(7)), String(fields[2]))
                return "\(fields[0]),\(hash),\(size)"
            }.joined(separator: "\n") + "\n"
        })
    }

    /// A wheel whose RECORD says that the module has the SHA-512 of a text.
    private static func sha512(of text: String) -> Sample {
        let digest = Data(SHA512.hash(data: Data(text.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return rewritten { _, _ in ("sha512=\(digest)", "") }
    }

    /// A source distribution with more in it.
    private static func sdist(_ change: (inout TarWriter) -> Void) -> Sample {
        let builder = SourceDistributionBuilder(name: "brie", version: "1.0")
        var writer = builder.writer()
        change(&writer)
        return Sample(filename: builder.filename, bytes: writer.gzipped())
    }
}
