import CheeseboardTesting
import Database
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Private projects in search` {
    @Test(arguments: TestDriver.available)
    func `answers to others are those of an index without them`(
        _ driver: TestDriver
    ) async throws {
        try await SearchTesting.with(driver) { testing in
            try await testing.publish(
                "shown", summary: "cheese", fields: [("Classifier", "Framework :: Django")])
            let bob = try await testing.test.addUser("bob")
            let callers: [Principal?] = [nil, Principal(user: bob)]
            let queries = [
                "cheese", "hidden-cheese", "hiddencheese", "hidden", "hid", "h", "hidden-chese",
                "idden", "cellar", "\"hidden cheese\"", "", "secret",
            ]
            try await testing.load([SearchTesting.line("other", "cheese")])
            var before: [String] = []
            for caller in callers {
                for text in queries { before.append(try await testing.told(text, caller)) }
            }
            try await testing.publish(
                "hidden-cheese", summary: "A secret cheese in the cellar",
                fields: [("Classifier", "Framework :: Flask"), ("License-Expression", "MIT")])
            try await testing.hide("hidden-cheese")
            var after: [String] = []
            for caller in callers {
                for text in queries { after.append(try await testing.told(text, caller)) }
            }
            #expect(before == after)
        }
    }

    @Test func `their own people find them by every way, counted in facets`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish(
                "hidden-cheese", summary: "A secret cheese in the cellar", python: ">=3.12",
                fields: [("License-Expression", "MIT")])
            try await testing.publish("shown", summary: "cheese")
            try await testing.hide("hidden-cheese")
            let alice = testing.test.principal
            for text in [
                "hidden-cheese", "hiddencheese", "hid", "hiden-cheese", "idden", "cellar", "cel",
                "\"secret cheese\"", "cheese hidden", "",
            ] {
                let hits = try await testing.answer(text, for: alice).hits
                #expect(hits.contains { $0.name == "hidden-cheese" && $0.isPrivate }, "\(text)")
                #expect(hits.filter { $0.name == "hidden-cheese" }.count == 1, "\(text)")
            }
            let answer = try await testing.answer("cheese", for: alice)
            #expect(answer.total == 2)
            #expect(answer.counts(of: .license).map(\.count) == [1])
            #expect(answer.stretches.map(\.count) == [2, 2, 2, 2])
            #expect(
                try await testing.names("cheese", filters: [.python: ["3.9"]], for: alice)
                    == ["shown"])
            #expect(
                try await testing.names("cheese", order: .name, for: alice)
                    == ["hidden-cheese", "shown"])
            #expect(
                try await testing.search.suggestions("hid", for: alice, from: .local).map(\.name)
                    == ["hidden-cheese"])
            #expect(try await testing.search.suggestions("hid", for: nil, from: .local) == [])
        }
    }

    @Test func `a token that is not for reading them does not find them`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("hidden")
            try await testing.publish("other")
            try await testing.hide("hidden")
            for (scopes, projects, isFound) in [
                (Set([TokenScope.read]), [String](), true), ([.upload], [], false),
                ([.read], ["other"], false),
            ] {
                let token = try await testing.test.token(for: projects, scopes: scopes)
                let principal = try await testing.test.index.authenticate(.token(token))
                let names = try await testing.names("hidden", for: principal)
                #expect(names.contains("hidden") == isFound, "\(scopes) \(projects)")
            }
        }
    }

    @Test func `what became private is shown no more, also before the journal was read`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.publish("brie")
            #expect(try await testing.names("brie") == ["brie"])
            try await testing.hide("brie")
            // No refresh in between.
            let answer = try await testing.search.search(
                SearchQuery("brie"), for: nil, from: .local)
            #expect(answer.hits == [])
            #expect(try await testing.search.suggestions("bri", for: nil, from: .local) == [])
        }
    }

    @Test func `who loses the role finds it no more at once`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("hidden")
            try await testing.hide("hidden")
            let alice = testing.test.principal
            #expect(try await testing.names("hidden", for: alice) == ["hidden"])
            try await testing.test.database.write { try $0.run("DELETE FROM roles") }
            #expect(try await testing.names("hidden", for: alice) == [])
        }
    }

    @Test
    func `a catalogue's line of the same name is there for others and gives way to the project`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.load([SearchTesting.line("hidden", "elsewhere", rank: 7)])
            try await testing.publish("hidden", summary: "ours")
            #expect(try await testing.answer("hidden").hits.map(\.isHeld) == [true])
            try await testing.hide("hidden")
            let others = try await testing.answer("hidden").hits
            #expect(others.map(\.summary) == ["elsewhere"])
            #expect(others.map(\.isHeld) == [false])
            let own = try await testing.answer("hidden", for: testing.test.principal).hits
            #expect(own.map(\.summary) == ["ours"])
        }
    }
}

extension SearchTesting {
    /// All that a caller is told, as text.
    fileprivate func told(_ text: String, _ caller: Principal?) async throws -> String {
        let answer = try await answer(text, for: caller)
        let suggestions = try await search.suggestions(text, for: caller, from: .local)
        return """
            \(answer.hits) \(answer.total) \(answer.isCapped) \(answer.facets) \(answer.stretches)
            \(suggestions)
            """
    }
}
