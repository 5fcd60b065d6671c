import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Narrowing down` {
    private static func fill(_ testing: SearchTesting) async throws {
        try await testing.publish(
            "brie", summary: "cheese", python: ">=3.9",
            fields: [
                ("Classifier", "Framework :: Django :: 4.2"),
                ("Classifier", "License :: OSI Approved :: MIT License"),
            ])
        try await testing.publish(
            "edam", summary: "cheese", python: "<3.10",
            fields: [
                ("Classifier", "Framework :: Django"), ("License-Expression", "MIT OR Apache-2.0"),
            ])
        try await testing.publish("feta", summary: "cheese")
        try await testing.load([SearchTesting.line("zola", "cheese", rank: 1)])
    }

    @Test(arguments: TestDriver.available)
    func `by a classifier with those below it, a licence, a release of Python`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            try await Self.fill(testing)
            func names(_ facet: SearchFacet, _ values: String...) async throws -> Set<String> {
                Set(try await testing.names("cheese", filters: [facet: values]))
            }
            #expect(try await names(.classifier, "Framework :: Django") == ["brie", "edam"])
            #expect(try await names(.classifier, "Framework :: Django :: 4.2") == ["brie"])
            #expect(
                try await names(.classifier, "Framework :: Django", "Framework :: Django :: 4.2")
                    == ["brie"])
            #expect(try await names(.license, "MIT") == ["brie", "edam"])
            #expect(try await names(.license, "Apache-2.0") == ["edam"])
            #expect(try await names(.license, "Apache-2.0", "MIT") == ["brie", "edam"])
            #expect(try await names(.python, "3.8") == ["edam", "feta"])
            #expect(try await names(.python, "3.12") == ["brie", "feta"])
            #expect(try await names(.python, "3.8", "3.12") == ["feta"])
            #expect(try await names(.license, "none such") == [])
            #expect(try await names(.license, "a\u{0}b") == [])
            // Names are narrowed down like texts, and so is everything.
            #expect(try await testing.names("brie", filters: [.python: ["3.8"]]) == [])
            #expect(
                Set(try await testing.names("", filters: [.license: ["MIT"]])) == ["brie", "edam"])
            #expect(Set(try await testing.names("")) == ["brie", "edam", "feta", "zola"])
        }
    }

    @Test func `facets count over all results, of what is shown and of what is not`() async throws {
        try await SearchTesting.with { testing in
            try await Self.fill(testing)
            let answer = try await testing.answer("cheese")
            func count(_ facet: SearchFacet, _ value: String) -> Int? {
                answer.facets.first { $0.facet == facet && $0.value == value }?.count
            }
            #expect(answer.total == 4)
            #expect(count(.classifier, "Framework :: Django") == 2)
            #expect(count(.classifier, "Framework :: Django :: 4.2") == 1)
            #expect(count(.license, "MIT") == 2)
            #expect(count(.python, "3.9") == 3)
            #expect(count(.python, "3.12") == 2)
            let narrowed = try await testing.answer("cheese", filters: [.python: ["3.8"]])
            #expect(narrowed.counts(of: .license).map(\.value) == ["Apache-2.0", "MIT"])
            #expect(try await testing.answer("zola").facets == [])
        }
    }

    @Test(arguments: TestDriver.available)
    func `the last release is counted over all results, for as long as was asked for`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            try await testing.load([SearchTesting.line("zola", "cheese", rank: 1)])
            for (name, days) in [("brie", 300), ("edam", 20), ("feta", 0), ("gouda", 0)] {
                try await testing.publish(name, summary: "cheese")
                testing.test.clock.advance(by: .seconds(Int64(days) * 86_400))
            }
            func counts(_ text: String, days: Int? = nil) async throws -> [Int: Int] {
                let answer = try await testing.answer(text, days: days)
                #expect(answer.stretches.map(\.days) == answer.stretches.map(\.days).sorted())
                return Dictionary(
                    answer.stretches.map { ($0.days, $0.count) }, uniquingKeysWith: +)
            }
            #expect(try await counts("cheese") == [7: 2, 30: 3, 365: 4, 1_095: 4])
            #expect(try await counts("cheese", days: 30) == [7: 2, 30: 3])
            #expect(try await counts("cheese", days: 100) == [7: 2, 30: 3])
            #expect(try await counts("brie") == [365: 1, 1_095: 1])
            #expect(try await counts("zola") == [:])
            for (days, count) in try await counts("cheese") {
                #expect(try await testing.answer("cheese", days: days).total == count)
            }
        }
    }

    @Test func `by native code and its language, once inspection knows`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("brie", summary: "cheese")
            #expect(try await testing.answer("cheese").counts(of: .native) == [])
            try await testing.test.index.runDueJobs()
            #expect(try await testing.names("cheese", filters: [.native: ["no"]]) == ["brie"])
            // What inspection keeps of a wheel with native code.
            try await testing.test.database.write { connection in
                try connection.run("UPDATE inspections SET inspected_at = inspected_at + 1")
                try connection.run("UPDATE native_traits SET own_files = 1")
                for language in ["rust", "c"] {
                    try connection.run(
                        """
                        INSERT INTO native_languages (file_id, language)
                        SELECT file_id, $1 FROM native_traits
                        """, language)
                }
            }
            #expect(try await testing.names("cheese", filters: [.native: ["yes"]]) == ["brie"])
            #expect(try await testing.names("cheese", filters: [.native: ["no"]]) == [])
            #expect(try await testing.names("cheese", filters: [.language: ["rust"]]) == ["brie"])
            #expect(try await testing.names("cheese", filters: [.language: ["go"]]) == [])
        }
    }
}
