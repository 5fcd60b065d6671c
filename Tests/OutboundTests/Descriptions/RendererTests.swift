import CheeseboardTesting
import Foundation
import Outbound
import Testing

/// The renderer against Python as it is here, with a stand-in for the library that can misbehave:
/// the library itself is for the end-to-end tests.
@Suite("The renderer of descriptions")
struct RendererTests {
    private func withRenderer(
        time: Duration = .seconds(60), _ body: (DescriptionRenderer) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var limits = DescriptionRenderer.Limits()
        limits.time = time
        limits.processes = 1
        limits.answerBytes = 1 << 20
        let renderer = DescriptionRenderer(
            python: try StandInPython.make(in: folder), limits: limits)
        try await body(renderer)
        await renderer.close()
    }

    private func html(_ renderer: DescriptionRenderer, _ text: String) async throws -> String? {
        try await renderer.render(DescriptionSource(text, .plain)).html
    }

    @Test func `one process renders one description after the other`() async throws {
        try await withRenderer { renderer in
            #expect(try await renderer.identity().hasMarkdown)
            let first = try await html(renderer, "process")
            #expect(try await html(renderer, "brie \u{1F9C0}\n") == "<p>brie \u{1F9C0}\n</p>")
            #expect(try await html(renderer, "process") == first)
            let markdown = try await renderer.render(
                DescriptionSource("x", .markdown, variant: "CommonMark"))
            #expect(markdown.html == "CommonMarkx")
            let broken = try await renderer.render(DescriptionSource("x", .restructuredText))
            #expect(broken.html == nil && broken.problem == "odd")
        }
    }

    @Test(arguments: ["hang", "sleep", "eat", "die", "large 3000000"])
    func `a description that oversteps is given up, and the next one is rendered`(
        text: String
    ) async throws {
        let isEndless = ["hang", "sleep"].contains(text)
        try await withRenderer(time: .seconds(isEndless ? 5 : 60)) { renderer in
            _ = try await html(renderer, "warm")
            await #expect(throws: RendererGaveUp.self) { try await html(renderer, text) }
            #expect(try await html(renderer, "next") == "<p>next</p>")
        }
    }

    @Test func `what fails inside of the library is a problem of the description`() async throws {
        try await withRenderer { renderer in
            for text in ["fail", "nest"] {
                let rendering = try await renderer.render(DescriptionSource(text, .plain))
                #expect(rendering.html == nil && rendering.problem != nil)
            }
        }
    }

    @Test func `the process knows nothing of the server and can change nothing`() async throws {
        try await withRenderer { renderer in
            // Where `python3` is a script of pyenv, that adds names of its own.
            let names = try #require(try await html(renderer, "environment")).split(separator: " ")
                .filter { !$0.contains("PYENV") }
            #expect(
                Set(names).subtracting(["PATH", "LANG", "LC_CTYPE", "PWD", "SHLVL", "_"]) == [])
            let folder = try TemporaryFolder()
            _ = try? await html(renderer, "write \(folder.path)/x")
            let written = try? String(contentsOfFile: folder.path + "/x", encoding: .utf8)
            #expect((written ?? "") == "")
            #expect(try await html(renderer, "print") == "<p>print</p>")
        }
    }

    @Test func `a missing Python or library is told as such`() async throws {
        let missing = DescriptionRenderer(python: "/nowhere/python")
        await #expect(throws: RendererMissing.self) { try await missing.identity() }
        await #expect(throws: RendererMissing.self) {
            try await missing.render(DescriptionSource("x", .plain))
        }
    }

    /// How often a script was started that notes it in its folder.
    private func starts(_ folder: TemporaryFolder) -> Int {
        let lines = try? String(contentsOfFile: folder.path + "/starts", encoding: .utf8)
        return lines?.split(separator: "\n").count ?? 0
    }

    @Test(arguments: [(Duration.seconds(60), 1), (.zero, 3)])
    func `what is missing is not looked for again at once`(
        _ time: Duration, _ starts: Int
    ) async throws {
        let folder = try TemporaryFolder()
        let script = try StandInPython.script(
            "echo started >> '\(folder.path)/starts'", in: folder)
        var limits = DescriptionRenderer.Limits()
        limits.missingTime = time
        limits.processes = 1
        let renderer = DescriptionRenderer(python: script, limits: limits)
        for _ in 0..<3 {
            await #expect(throws: RendererMissing.self) { try await renderer.identity() }
        }
        #expect(self.starts(folder) == starts)
    }

    @Test func `a process that was killed while it started is tried again at once`() async throws {
        let folder = try TemporaryFolder()
        let script = try StandInPython.script(
            "echo started >> '\(folder.path)/starts'\nkill -9 $$", in: folder)
        var limits = DescriptionRenderer.Limits()
        limits.processes = 1
        let renderer = DescriptionRenderer(python: script, limits: limits)
        for _ in 0..<3 {
            await #expect(throws: RendererNotStarted.self) { try await renderer.identity() }
        }
        #expect(starts(folder) == 3)
    }

    @Test func `a process that hangs while it starts is not waited for again at once`()
        async throws
    {
        let folder = try TemporaryFolder()
        let script = try StandInPython.script(
            "echo started >> '\(folder.path)/starts'\nexec sleep 60", in: folder)
        var limits = DescriptionRenderer.Limits()
        limits.startTime = .seconds(2)
        limits.hangTime = .seconds(60)
        let renderer = DescriptionRenderer(python: script, limits: limits)
        for _ in 0..<2 {
            await #expect(throws: RendererNotStarted.self) { try await renderer.identity() }
        }
        #expect(starts(folder) == 1)
    }

    @Test(arguments: ["exit 127", "kill -9 $$"])
    func `while one process is up, one that cannot be started keeps nobody from it`(
        _ end: String
    ) async throws {
        let folder = try TemporaryFolder()
        let python = try StandInPython.make(in: folder)
        let script = try StandInPython.script(
            """
            test -e '\(folder.path)/gone' && \(end)
            echo started >> '\(folder.path)/starts'
            exec '\(python)' "$@"
            """, name: "sometimes", in: folder)
        var limits = DescriptionRenderer.Limits()
        limits.time = .seconds(5)
        let renderer = DescriptionRenderer(python: script, limits: limits)
        let stuck = Task { try await html(renderer, "sleep") }
        while starts(folder) == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await html(renderer, "second") == "<p>second</p>")
        try "".write(toFile: folder.path + "/gone", atomically: true, encoding: .utf8)
        await #expect(throws: RendererGaveUp.self) { try await stuck.value }
        for _ in 0..<2 {
            #expect(try await html(renderer, "next") == "<p>next</p>")
        }
        #expect(starts(folder) == 2)
        await renderer.close()
    }

    @Test func `a text that is too large is not even sent`() async throws {
        let renderer = DescriptionRenderer(python: "/nowhere/python")
        let text = String(repeating: "x", count: 5 << 20)
        await #expect(throws: RendererGaveUp.self) {
            try await renderer.render(DescriptionSource(text, .plain))
        }
    }
}
