import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `The report of native code for people` {
    @Test func `tells language, grade and coverage of each file, and what to do`() async throws {
        try await TestIndex.with { test in
            var wheel = WheelBuilder(name: "brie", version: "1.0")
            wheel.tag = "cp312-cp312-manylinux_2_17_x86_64"
            let (filename, bytes) = wheel.make()
            try await test.publish((filename, bytes))
            try await keep(Self.report(of: filename), for: filename, in: test)
            try await TestServer(test).application.test(.router) { client in
                let project = try await text("/project/brie/", client)
                #expect(project.contains("C, Rust inside"))
                #expect(project.contains(#"<a href="/project/brie/1.0/native/">The report</a>"#))
                #expect(project.contains("Tags do not hold"))
                let page = try await text("/project/brie/1.0/native/", client)
                for part in [
                    "brie/_brie.so", "Grade D", "7 of 9 checks decidable", "Rust, C",
                    "The stack is executable.", "Link with -z noexecstack.", "stack canary",
                    "Control flow: ibt", "it asks for glibc 2.30", "others’ library",
                    "Others’ libraries inside: grade B", "maturin",
                    "/api/v1/projects/brie/files/\(filename)/native",
                ] {
                    #expect(page.contains(part), "\(part)")
                }
                #expect(!page.contains("more files are in the report"))
                let plain = try await text("/project/brie/1.0/native/?file=none", client)
                #expect(plain.contains("brie/_brie.so"))
            }
        }
    }

    @Test func `says where there is none`() async throws {
        try await TestIndex.with { test in
            try await test.publish(WheelBuilder(name: "brie", version: "1.0").make())
            try await test.index.runDueJobs()
            try await TestServer(test).application.test(.router) { client in
                let report = try await text("/project/brie/1.0/native/", client)
                #expect(report.contains("No report"))
                let project = try await text("/project/brie/", client)
                #expect(!project.contains("The report"))
            }
        }
    }

    private static func report(of filename: String) -> WheelReport {
        var report = WheelReport(
            path: filename, filename: filename, project: "brie", version: "1.0",
            tags: TagReport(
                claimed: [], computed: nil, truthful: false, why: ["it asks for glibc 2.30"]))
        report.grade = .d
        report.vendoredGrade = .b
        report.coverage = Coverage(decidable: 7, applicable: 9)
        report.backend = ["maturin"]
        var own = NativeFileReport(
            path: "brie/_brie.so", size: 9_000, format: "elf", role: .extension, origin: .own)
        own.grade = .d
        own.coverage = Coverage(decidable: 7, applicable: 9)
        own.languages = ["rust", "c"]
        own.memorySafe = false
        own.controlFlow = ["ibt"]
        own.checks = [
            CheckResult(
                check: "nx_stack", outcome: .fail, earned: 0, weight: 10,
                finding: "the stack is executable", advice: "link with -z noexecstack"),
            CheckResult(
                check: "canary", outcome: .pass, earned: 10, weight: 10, finding: "", advice: nil),
        ]
        let vendored = NativeFileReport(
            path: "brie.libs/libm.so", size: 10, format: "elf", role: .vendored, origin: .vendored)
        report.files = [own, vendored]
        return report
    }

    /// Keeps a report as the job does that looks into files.
    private func keep(
        _ report: WheelReport, for filename: String, in test: TestIndex
    ) async throws {
        let native = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
        let text =
            #"{"members":1,"unpackedBytes":1,"largestBytes":1,"isTyped":false,"native":\#(native)}"#
        try await test.database.write { connection in
            try connection.run(
                """
                INSERT INTO inspections (file_id, rubric, report, inspected_at)
                SELECT id, 2, $1, 0 FROM files WHERE filename = $2
                """, text, filename)
        }
    }

    private func text(_ path: String, _ client: any TestClientProtocol) async throws -> String {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }
}
