import CheeseboardTesting
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Finding projects` {
    @Test(arguments: TestDriver.available)
    func `the exact name comes first, whatever else fits`(_ driver: TestDriver) async throws {
        try await SearchTesting.with(driver) { testing in
            try await testing.publish("gouda", summary: "Old cheese")
            try await testing.publish("gouda-grater", summary: "Grates gouda, gouda and gouda")
            try await testing.publish("plate", summary: "For gouda")
            #expect(try await testing.names("gouda") == ["gouda", "gouda-grater", "plate"])
            #expect(try await testing.names("GOUDA").first == "gouda")
            #expect(try await testing.names("gouda_grater").first == "gouda-grater")
            #expect(try await testing.names("goudagrater").first == "gouda-grater")
            #expect(try await testing.names("gouda grater").first == "gouda-grater")
            #expect(try await testing.names("grater gouda").first == "gouda-grater")
        }
    }

    @Test
    func `one letter missing, doubled, swapped or wrong still finds the name, the first one too`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.publish("camembert")
            try await testing.publish("roquefort")
            for typed in [
                "camemert", "cammembert", "camebmert", "camenbert", "amembert", "ccamembert",
                "acmembert", "xamembert", "camember", "camembertt", "camember-t", "came_mbrt",
            ] {
                #expect(try await testing.names(typed) == ["camembert"], "\(typed)")
            }
            #expect(try await testing.names("camxxbert") == [])
        }
    }

    @Test func `a name is found by its beginning and by its middle`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("emmentaler")
            try await testing.publish("swiss-emmentaler")
            for typed in ["e", "em", "emm", "emmental"] {
                #expect(try await testing.names(typed).first == "emmentaler", "\(typed)")
            }
            #expect(Set(try await testing.names("mmental")) == ["emmentaler", "swiss-emmentaler"])
            #expect(try await testing.names("swissemm") == ["swiss-emmentaler"])
        }
    }

    @Test func `words are found in summary, keywords and description, phrases only in order`()
        async throws
    {
        try await SearchTesting.with { testing in
            try await testing.publish(
                "brie", summary: "Ripens slowly in a cellar", fields: [("Keywords", "mould,rind")],
                description: "Made of *milk*.")
            try await testing.publish("edam", summary: "A cellar that ripens")
            #expect(Set(try await testing.names("ripens cellar")) == ["brie", "edam"])
            #expect(try await testing.names("\"cellar that ripens\"") == ["edam"])
            #expect(try await testing.names("\"cellar ripens\"") == [])
            #expect(try await testing.names("rind") == ["brie"])
            #expect(try await testing.names("milk ripening") == ["brie"])
            #expect(try await testing.names("mil") == ["brie"])
        }
    }

    @Test func `the text is that of the latest release that is not yanked`() async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("brie", "1.0", summary: "first")
            try await testing.publish("brie", "2.0", summary: "second")
            #expect(try await testing.names("second") == ["brie"])
            #expect(try await testing.names("first") == [])
            try await testing.test.index.yankRelease(
                try Version("2.0"), of: try ProjectName("brie"), reason: nil, by: .machineOwner)
            #expect(try await testing.names("second") == [])
            #expect(try await testing.answer("first").hits.first?.version == "1.0")
        }
    }

    @Test
    func
        `archived projects answer to their exact name alone, quarantined and deleted ones to none`()
        async throws
    {
        try await SearchTesting.with { testing in
            for name in ["brie", "edam", "feta"] {
                try await testing.publish(name, summary: "cheese")
            }
            let index = testing.test.index
            try await index.archiveProject(try ProjectName("brie"), by: .machineOwner)
            try await index.changeStatus(
                of: try ProjectName("edam"), to: .quarantined, reason: nil, by: .machineOwner)
            try await index.deleteProject(try ProjectName("feta"), by: .machineOwner)
            #expect(try await testing.names("cheese") == [])
            #expect(try await testing.names("bri") == [])
            #expect(try await testing.answer("brie").hits.map(\.isArchived) == [true])
            #expect(try await testing.names("edam") == [])
            #expect(try await testing.names("feta") == [])
            try await index.unarchiveProject(try ProjectName("brie"), by: .machineOwner)
            #expect(try await testing.names("cheese") == ["brie"])
        }
    }

    @Test(arguments: [
        "", " ", "\"", "\"\"", "\"a", "a\"b\"c", "*", "a*", "^a", "a:b", "name:a", "NEAR(a b)",
        "a OR",
        "AND", "NOT a", "(a", "a)", "{a}", "-a", "+a", "a\u{0}b", "\u{0}", "\u{1F9C0}",
        "'; DROP TABLE x",
        "é", "\u{202E}a", "a\nb", "\\", "%", "_", "\u{FFFD}", "zqm1", "ß", "日本語", "a\u{301}",
        String(repeating: "a", count: 1_000), String(repeating: "a ", count: 500),
        String(repeating: "\"", count: 1_000),
    ])
    func `every text is a query`(_ text: String) async throws {
        try await SearchTesting.with { testing in
            try await testing.publish("brie", summary: "a b c")
            for order in SearchQuery.Order.allCases {
                _ = try await testing.answer(text, order: order)
                _ = try await testing.answer(text, filters: [.python: ["3.12"]], order: order)
            }
            _ = try await testing.search.suggestions(text, for: nil, from: .local)
        }
    }

    @Test
    func `a query that is too long, and a page beyond the last one there can be, are refused`()
        async throws
    {
        let tooLong = String(repeating: "a", count: 1_001)
        #expect(try await code { try SearchQuery(tooLong) } == .queryTooLong)
        #expect(try await code { try SearchQuery("a", page: 501) } == .queryInvalid)
        #expect(try await code { try SearchQuery("a", page: 0) } == .queryInvalid)
        #expect(try await code { try SearchQuery("a", days: 0) } == .queryInvalid)
    }

    @Test func `results come twenty a page, each once`() async throws {
        try await SearchTesting.with { testing in
            try await testing.load(
                (1...45).map { (number: Int) in
                    SearchTesting.line("cheese-\(number)", "a cheese", rank: number)
                })
            var seen: [String] = []
            for page in 1...4 {
                let answer = try await testing.answer("cheese", page: page)
                #expect(answer.total == 45)
                #expect(answer.pageCount == 3)
                #expect(answer.hits.count == [20, 20, 5, 0][page - 1])
                seen += answer.hits.map(\.name)
            }
            #expect(Set(seen).count == 45)
        }
    }

    @Test func `results can be ordered by their newest release and by name`() async throws {
        try await SearchTesting.with { testing in
            for name in ["brie", "edam", "asiago"] {
                try await testing.publish(name, summary: "cheese")
                testing.test.clock.advance(by: .seconds(86_400))
            }
            try await testing.publish("brie", "2.0", summary: "cheese")
            try await testing.load([SearchTesting.line("zola", "cheese", rank: 1)])
            #expect(
                try await testing.names("cheese", order: .newest) == [
                    "brie", "asiago", "edam", "zola",
                ])
            #expect(
                try await testing.names("cheese", order: .name) == [
                    "asiago", "brie", "edam", "zola",
                ])
            #expect(Set(try await testing.names("cheese", days: 1)) == ["brie", "asiago"])
        }
    }
}
