import PythonPackaging
import Testing

@Suite("what a wheel says about itself")
struct WheelDescriptionTests {
    private func description(_ text: String) throws -> WheelDescription {
        try WheelDescription(parsing: Array(text.utf8))
    }

    @Test func `every field is read`() throws {
        let wheel = try description(
            """
            Wheel-Version: 1.9
            Generator: bdist_wheel 1.0
            Generator: delocate 0.13.0
            Root-Is-Purelib: True
            Tag: py2-none-any
            Tag: py3.cp313-none-any
            Build: 1x

            """)
        #expect(wheel.wheelVersion.description == "1.9")
        #expect(wheel.wheelVersion.major == 1)
        #expect(wheel.generators == ["bdist_wheel 1.0", "delocate 0.13.0"])
        #expect(wheel.rootIsPurelib)
        #expect(
            wheel.tags.map(\.description).sorted() == [
                "cp313-none-any", "py2-none-any", "py3-none-any",
            ])
        #expect(wheel.build == BuildTag("1x"))
    }

    @Test func `only the version of the format has to be there`() throws {
        let wheel = try description("wheel-version: 1.0 \n")
        #expect(wheel.generators.isEmpty)
        #expect(!wheel.rootIsPurelib)
        #expect(wheel.tags.isEmpty)
        #expect(wheel.build == nil)
        #expect(try wheel.wheelVersion < description("Wheel-Version: 2.0\n").wheelVersion)
    }

    @Test(arguments: [
        ("", "missing"),
        ("Generator: x\n", "missing"),
        ("Wheel-Version: 1\n", "two numbers"),
        ("Wheel-Version: 1.0.0\n", "two numbers"),
        ("Wheel-Version: 1.x\n", "two numbers"),
        ("Wheel-Version: +1.0\n", "two numbers"),
        ("Wheel-Version: 99999999999.0\n", "two numbers"),
        ("Wheel-Version: 1.0\nWheel-Version: 1.0\n", "only once"),
        ("Wheel-Version: 1.0\nTag: py3\n", "3: Python"),
        ("Wheel-Version: 1.0\nBuild: x\n", "digit"),
    ])
    func `what breaks the form is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: WheelDescription.Invalid.self) { try description(text) }
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `the number of tags is bounded`() {
        let lines = (0...CompatibilityTag.defaultLimit).map { "Tag: py\($0)-none-any\n" }
        #expect(throws: WheelDescription.Invalid.self) {
            try description("Wheel-Version: 1.0\n" + lines.joined())
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: WheelDescription.Invalid.self) {
            try WheelDescription(parsing: Array("Wheel-Version: 1.0\nGenerator: ".utf8) + [0xFF])
        }
    }
}
