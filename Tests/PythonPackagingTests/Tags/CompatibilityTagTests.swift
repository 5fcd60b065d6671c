import PythonPackaging
import Testing

@Suite("compatibility tags")
struct CompatibilityTagTests {
    @Test(arguments: [
        ("py3-none-any", ["py3-none-any"]),
        ("py2.py3-none-any", ["py2-none-any", "py3-none-any"]),
        ("cp313-cp313t-win_arm64", ["cp313-cp313t-win_arm64"]),
        ("cp315-abi3.abi3t-win32", ["cp315-abi3-win32", "cp315-abi3t-win32"]),
        ("CP38-ABI3-Win_AMD64", ["cp38-abi3-win_amd64"]),
        ("py3-none-any.any", ["py3-none-any"]),
        ("cp313-cp313-ios_13_0_arm64_iphoneos", ["cp313-cp313-ios_13_0_arm64_iphoneos"]),
        ("cp313-cp313-android_21_arm64_v8a", ["cp313-cp313-android_21_arm64_v8a"]),
        (
            "cp313-cp313-pyemscripten_2025_0_wasm32",
            ["cp313-cp313-pyemscripten_2025_0_wasm32"]
        ),
        (
            "cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64",
            ["cp310-cp310-manylinux2014_x86_64", "cp310-cp310-manylinux_2_17_x86_64"]
        ),
    ])
    func `a compressed set stands for each way to choose`(text: String, tags: [String]) throws {
        #expect(try CompatibilityTag.parse(text).map(\.description).sorted() == tags)
    }

    @Test(arguments: [
        "", "py3", "py3-none", "py3-none-any-any", "-none-any", "py3--any", "py3-none-",
        "py3.-none-any", "py3-none-any.", "2.7-none-any", "py#-none-any", "py-3-none-any",
    ])
    func `a text without three sound parts is no tag`(text: String) {
        #expect(throws: CompatibilityTag.Invalid.self) { try CompatibilityTag.parse(text) }
    }

    @Test func `the limit holds before any tag is made`() throws {
        let many = Array(repeating: "py3", count: 40_000).joined(separator: ".")
        let error = #expect(throws: CompatibilityTag.Invalid.self) {
            try CompatibilityTag.parse("\(many)-\(many)-\(many)")
        }
        #expect(error?.description.contains("more than 1024") == true)
        #expect(throws: CompatibilityTag.Invalid.self) {
            try CompatibilityTag.parse("py2.py3-none-any", limit: 1)
        }
        #expect(try CompatibilityTag.parse("py2.py3-none-any", limit: 2).count == 2)
    }

    @Test func `tags sort by Python, ABI and platform`() throws {
        let tags = try CompatibilityTag.parse("py3.cp39-none.abi3-win32.any").sorted()
        #expect(
            tags.map(\.description) == [
                "cp39-abi3-any", "cp39-abi3-win32", "cp39-none-any", "cp39-none-win32",
                "py3-abi3-any", "py3-abi3-win32", "py3-none-any", "py3-none-win32",
            ])
        #expect((tags[0].python, tags[0].abi, tags[0].platform) == ("cp39", "abi3", "any"))
    }

    @Test func `a message quotes what is wrong`() {
        let error = #expect(throws: CompatibilityTag.Invalid.self) {
            try CompatibilityTag.parse("2.7-none-any")
        }
        #expect(error?.message.contains("'2'") == true)
    }
}
