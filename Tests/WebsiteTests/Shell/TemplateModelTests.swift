import Testing
import Website

@Suite struct `Models of templates` {
    private struct Rind: CustomStringConvertible {
        let colour: String
        var description: String { "a \(colour) rind" }
    }

    private struct Milk { let animal: String }

    private struct Cheese {
        let name: String
        let months: Int?
        let origin: String?
        let isRipe: Bool?
        let rind: Rind?
        let milk: Milk?
        let notes: [String?]
        let mixture: [Milk?]
        let csrf: LazyMark?
    }

    private func model(_ mark: LazyMark?) -> TemplateModel {
        TemplateModel(
            Cheese(
                name: "brie", months: 2, origin: nil, isRipe: false, rind: Rind(colour: "white"),
                milk: Milk(animal: "cow"), notes: ["a", nil, "b"],
                mixture: [nil, Milk(animal: "goat")], csrf: mark))
    }

    @Test func `give values by their names, those of optionals too`() {
        let model = model(nil)
        #expect(model.child(named: "name") as? String == "brie")
        #expect(model.child(named: "months") as? Int == 2)
        #expect(model.child(named: "isRipe") as? Bool == false)
        let milk = model.child(named: "milk") as? TemplateModel
        #expect(milk?.child(named: "animal") as? String == "cow")
    }

    @Test func `give nothing for what is nil, so that it is looked for further outside`() {
        let model = model(nil)
        #expect(model.child(named: "origin") == nil)
        #expect(model.child(named: "csrf") == nil)
        #expect(model.child(named: "other") == nil)
    }

    @Test func `leave out of lists what is nil`() throws {
        let model = model(nil)
        let notes = try #require(model.child(named: "notes") as? [Any])
        #expect(notes.map { $0 as? String } == ["a", "b"])
        let mixture = try #require(model.child(named: "mixture") as? [Any])
        #expect(mixture.count == 1)
        let milk = mixture.first as? TemplateModel
        #expect(milk?.child(named: "animal") as? String == "goat")
    }

    @Test func `show what has a text of its own by it`() throws {
        let rind = try #require(model(nil).child(named: "rind"))
        #expect("\(rind)" == "a white rind")
    }

    @Test func `make the mark of forms where the template asks, and once`() {
        let mark = LazyMark { "mark" }
        let model = model(mark)
        _ = model.child(named: "name")
        _ = model.child(named: "other")
        #expect(!mark.isMade)
        #expect(model.child(named: "csrf") as? String == "mark")
        #expect(mark.isMade)
    }
}

@Suite struct `Text with code in it` {
    @Test(
        arguments: [
            ("", []), ("plain", ["plain"]), ("a `b` c", ["a ", "<b>", " c"]), ("`a`", ["<a>"]),
            ("`a``b`", ["<a>", "<b>"]), ("a ` b", ["a ` b"]), ("`a` b ` c", ["<a>", " b ` c"]),
            ("``", []),
        ] as [(String, [String])])
    func `is code between two backticks, and one without another is itself`(
        text: String, pieces: [String]
    ) {
        let found = MarkedText.pieces(of: text).map { $0.isCode ? "<\($0.text)>" : $0.text }
        #expect(found == pieces)
    }
}
