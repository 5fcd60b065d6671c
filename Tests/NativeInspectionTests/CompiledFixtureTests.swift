import CheeseboardTesting
import Foundation
import NativeInspection
import Testing

/// Small files that compilers made with known flags; `Tools/native-fixtures/make.py` makes them.
@Suite("Compiled fixtures")
struct CompiledFixtureTests {
    @Test func `every fixture is in the table`() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(
            Set(files).subtracting(["fixtures.json"]) == Set(CompiledFixture.all.map(\.file)))
        #expect(CompiledFixture.all.count >= 85)
    }

    @Test(arguments: CompiledFixture.all)
    func `what the flags say is what is found`(_ fixture: CompiledFixture) throws {
        let file = try #require(try NativeFile(MemoryNativeSource(try fixture.bytes())))
        let slice = try #require(file.slices.first)
        #expect(slice.machine.name == fixture.machine)
        for (name, expected) in fixture.facts {
            let fact = slice.facts[try #require(FactName(rawValue: name))]
            #expect(expected.agrees(with: fact), "\(fixture.file): \(name) is \(fact)")
        }
    }

    @Test(arguments: CompiledFixture.all.filter { $0.content != nil })
    func `what was compiled and put in is what is told`(_ fixture: CompiledFixture) throws {
        let content = try #require(fixture.content)
        let file = try #require(try NativeFile(MemoryNativeSource(try fixture.bytes())))
        let slice = try #require(file.slices.first)
        let languages = slice.languages.map { CarriedCode.Part(name: $0.name, version: $0.version) }
        #expect(Set(languages) == CompiledFixture.Content.parts(content.languages))
        #expect(
            Set(slice.carried.observedCrates) == CompiledFixture.Content.parts(content.crates))
        #expect(Set(slice.carried.libraries) == CompiledFixture.Content.parts(content.libraries))
        // None of them is a module of Python.
        #expect(slice.bindings.isEmpty)
        #expect((slice.carried.auditableCrates != nil) == (content.auditable != nil))
    }

    @Test(arguments: CompiledFixture.all)
    func `a damaged file is inspected or refused, and nothing else`(
        _ fixture: CompiledFixture
    ) throws {
        let whole = try fixture.bytes()
        var random = SeededRandom(seed: UInt64(whole.count))
        for _ in 0..<CompiledFixture.mutations {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            }
            #expect(throws: Never.self) { try Self.inspectOrRefuse(bytes) }
        }
    }

    /// A refusal has its own type; anything else that is thrown fails the test.
    private static func inspectOrRefuse(_ bytes: [UInt8]) throws {
        do {
            _ = try NativeFile(MemoryNativeSource(bytes))
        } catch NativeInspectionError.invalid {
        }
    }
}

/// A compiled file with what is known of it from its flags.
struct CompiledFixture: Decodable, Sendable, CustomTestStringConvertible {
    /// A fact as the table has it.
    enum Expected: Decodable {
        case word(String)
        case list([String])
        case names([String: [String]])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let word = try? container.decode(String.self) {
                self = .word(word)
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else {
                self = .names(try container.decode([String: [String]].self))
            }
        }

        func agrees(with fact: Fact) -> Bool {
            switch (self, fact.value) {
            case (.word("present"), .present), (.word("absent"), .absent),
                (.word("undecidable"), .undecidable), (.word("not-applicable"), .notApplicable),
                (.word("absent-or-undecidable"), .absent),
                (.word("absent-or-undecidable"), .undecidable):
                true
            case (.word("absent"), .list(let found)): found.isEmpty
            case (.word(let word), .word(let found)): word == found
            case (.list(let list), .list(let found)): list == found
            case (.names(let names), _):
                names.allSatisfy { kind, wanted in fact.names[kind, default: []].sorted() == wanted
                }
            default: false
            }
        }
    }

    /// Languages and parts, each with its version where the bytes tell one.
    struct Content: Decodable {
        struct Part: Decodable {
            let name: String
            let version: String?
        }

        let languages: [Part]
        let crates: [Part]?
        let libraries: [Part]?
        /// What the list of `cargo auditable` has.
        let auditable: [Part]?

        static func parts(_ parts: [Part]?) -> Set<CarriedCode.Part> {
            Set((parts ?? []).map { CarriedCode.Part(name: $0.name, version: $0.version) })
        }
    }

    let file: String
    let machine: String
    let facts: [String: Expected]
    let content: Content?

    var testDescription: String { file }

    /// Damaged copies of each file; `make fuzz` goes on where these end.
    static let mutations = 200

    static let all: [CompiledFixture] = {
        guard let url = Bundle.module.url(forResource: "Fixtures", withExtension: nil),
            let data = try? Data(contentsOf: url.appendingPathComponent("fixtures.json")),
            let fixtures = try? JSONDecoder().decode([CompiledFixture].self, from: data)
        else { return [] }
        return fixtures
    }()

    func bytes() throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        return [UInt8](try Data(contentsOf: url.appendingPathComponent(file)))
    }
}
