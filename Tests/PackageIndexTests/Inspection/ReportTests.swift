import Foundation
import NativeInspection
import PackageIndex
import Testing

@Suite struct `Reports of native code` {
    @Test(arguments: [
        (
            FactReport(.word("full"), tier: 1, evidence: "x"),
            #"{"evidence":"x","tier":1,"value":"full"}"#
        ),
        (FactReport.notApplicable, #"{"evidence":null,"tier":null,"value":"not-applicable"}"#),
        (
            FactReport(.list(["a", "b"])),
            #"{"evidence":null,"tier":null,"value":["a","b"]}"#
        ),
        (
            FactReport(
                .word("present"), names: ["fortified": ["__memcpy_chk"], "unfortified": []]),
            #"{"evidence":null,"fortified":["__memcpy_chk"],"tier":null,"unfortified":[],"value":"present"}"#
        ),
    ])
    func `a fact is its value, with what decided and what belongs to it`(
        _ fact: FactReport, _ json: String
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(fact), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(FactReport.self, from: Data(json.utf8)) == fact)
    }

    @Test func `every key stands, also where there is no value`() throws {
        let report = WheelReport(
            path: "a.whl", filename: "a.whl", project: "a", version: "1",
            tags: TagReport(claimed: [], computed: nil, truthful: true, why: []))
        let text = String(decoding: try report.encoded(), as: UTF8.self)
        for key in ["grade", "sha256", "vendored_grade"] {
            #expect(text.contains("\"\(key)\":null"))
        }
        #expect(text.contains(#""coverage":{"applicable":0,"decidable":0}"#))
        #expect(try WheelReport(decoding: report.encoded()) == report)
    }

    @Test func `a report reads back what it wrote`() throws {
        var file = NativeFileReport(
            path: "x.so", size: 9, format: "elf", role: .extension, origin: .own)
        file.slices = [
            SliceReport(
                machine: "x86_64", kind: "shared-library",
                facts: ["relro": FactReport(.word("full"))])
        ]
        file.languages = ["c"]
        file.carried = CarriedReport(
            crates: [.init(name: "serde", version: nil)], crateSource: .observedSubset)
        file.regrade()
        let audit = AuditReport(
            rubric: Rubric.version, wheels: [], files: [file],
            sdists: [SourceReport(path: "p", filename: "f", backend: ["flit"], languages: [])],
            errors: [.init(path: "q", message: "no")])
        let again = try AuditReport(decoding: audit.encoded())
        #expect(again == audit)
        #expect(again.schema == 1)
        #expect(again.summary.files == 1)
        #expect(again.summary.languages == ["c": 1])
    }

    @Test func `whatever could not be read stands among the errors`() throws {
        func file(_ path: String, _ error: String?) -> NativeFileReport {
            var file = NativeFileReport(
                path: path, size: 9, format: "elf", role: .extension, origin: .own)
            file.error = error
            return file
        }
        var wheel = WheelReport(
            path: "a.whl", filename: "a.whl", project: "a", version: "1",
            tags: TagReport(claimed: [], computed: nil, truthful: true, why: []))
        wheel.files = [file("a/x.so", "it ends early"), file("a/y.so", nil)]
        wheel.errors = ["too many files"]
        let audit = AuditReport(
            rubric: Rubric.version, wheels: [wheel], files: [file("z.so", "no header")],
            sdists: [], errors: [.init(path: "q", message: "no")])
        #expect(
            audit.errors.map { "\($0.path): \($0.message)" } == [
                "q: no", "a.whl: too many files", "a.whl: a/x.so: it ends early",
                "z.so: no header",
            ])
        #expect(audit.summary.errors == 4)
    }

    @Test func `a key that an older report lacks is no error`() throws {
        let text = #"{"name":"a"}"#
        let part = try JSONDecoder().decode(CarriedReport.Part.self, from: Data(text.utf8))
        #expect(part == CarriedReport.Part(name: "a", version: nil))
        let fact = try JSONDecoder().decode(
            FactReport.self, from: Data(#"{"value":"absent"}"#.utf8))
        #expect(fact == FactReport(.word("absent")))
    }
}
