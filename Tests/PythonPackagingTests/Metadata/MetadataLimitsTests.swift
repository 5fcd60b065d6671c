import PythonPackaging
import Testing

@Suite("limits of a metadata file")
struct MetadataLimitsTests {
    private func fault(
        _ text: String, _ change: (inout MetadataLimits) -> Void = { _ in }
    ) -> String? {
        var limits = MetadataLimits()
        change(&limits)
        do throws(MetadataLimits.Exceeded) {
            try limits.check(Array(text.utf8))
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `what fits exactly is accepted, and one more is not`() {
        let text = "Name: brie\nAuthor: Marie\n\nCheese."
        #expect(fault(text) { $0.fileBytes = 33 } == nil)
        #expect(
            fault(text) { $0.fileBytes = 32 } == "it has 33 bytes, and at most 32 are read")
        #expect(fault(text) { $0.headers = 2 } == nil)
        #expect(fault(text) { $0.headers = 1 } == "it has more than 1 fields")
        #expect(fault(text) { $0.headerBytes = 19 } == nil)
        #expect(fault(text) { $0.headerBytes = 18 }?.contains("more than 18 bytes") == true)
        #expect(fault(text) { $0.valueBytes = 5 } == nil)
        #expect(
            fault(text) { $0.valueBytes = 4 }
                == "the value of 'Author' has 5 bytes, and at most 4 are read")
    }

    @Test func `the description and the license text are bounded by the file alone`() {
        for field in ["Description", "License", "LICENSE"] {
            let text = "\(field): one\n        two\n        three\n"
            let tight: (inout MetadataLimits) -> Void = {
                ($0.headerBytes, $0.valueBytes) = (0, 0)
            }
            #expect(fault(text, tight) == nil)
            #expect(fault(text + "\nand a body", tight) == nil)
        }
    }

    @Test func `lines that go on belong to their value`() {
        let text = "Keywords: a\n b\n c\nName: brie\n"
        #expect(fault(text) { $0.valueBytes = 7 } == nil)
        #expect(fault(text) { $0.valueBytes = 6 } != nil)
    }

    @Test func `Requires-Python has a bound of its own`() {
        let specifiers = String(repeating: ">0,", count: 341) + "9"
        #expect(fault("requires-python: \(specifiers)\n") == nil)
        #expect(
            fault("requires-python: \(specifiers)0\n")
                == "the value of 'requires-python' has 1025 bytes, and at most 1024 are read")
        #expect(fault("Requires-Dist: a \(specifiers)0\n") == nil)
    }

    @Test func `fields that nobody knows count as well`() {
        let names = (0...10_000).map { "\(String($0, radix: 36)):\n" }
        #expect(fault(names.joined()) == "it has more than 10000 fields")
        #expect(fault(names.dropLast().joined()) == nil)
    }
}
