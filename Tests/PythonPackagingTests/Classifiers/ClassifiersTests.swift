import PythonPackaging
import Testing

@Suite("trove classifiers")
struct ClassifiersTests {
    @Test func `the list is sorted and has what everybody uses`() {
        #expect(Classifiers.all.count > 800)
        #expect(Classifiers.all.first == "Development Status :: 1 - Planning")
        #expect(Classifiers.all.contains("Programming Language :: Python :: 3"))
        #expect(Classifiers.all.allSatisfy { Classifiers.isKnown($0) })
    }

    @Test(arguments: [
        "", "Made Up", "private :: Do Not Upload", "programming language :: python",
        "Topic :: Utilities ",
    ])
    func `classifiers are compared exactly`(classifier: String) {
        #expect(!Classifiers.isKnown(classifier))
        #expect(Classifiers.replacements(of: classifier) == nil)
    }

    @Test func `a deprecated classifier names its replacements`() {
        let deprecated = "Natural Language :: Ukranian"
        #expect(Classifiers.isKnown(deprecated))
        #expect(!Classifiers.all.contains(deprecated))
        #expect(
            Classifiers.replacements(of: deprecated) == ["Natural Language :: Ukrainian"])
        #expect(
            Classifiers.replacements(of: "License :: OSI Approved :: X.Net License") == [])
        #expect(Classifiers.replacements(of: "Topic :: Utilities") == nil)
    }
}
