import NativeInspection

extension NativeSlice {
    /// The facts that say what the loader looks for, and where.
    private static let loaderFacts: [FactName] = [.needed, .versionNeeds, .rpath, .runpath]

    /// Those of them that could not be read, which a slice for labels keeps.
    var unreadLoaderFacts: [FactName] {
        Self.loaderFacts.filter { facts[$0].value == .undecidable }
    }

    /// Why it is not known what the loader looks for, and where; nil where all of that was read.
    ///
    /// What could not be read may ask for anything, so that it is never taken for nothing.
    var loaderProblem: String? {
        unreadLoaderFacts.first.map { name in
            "\(name.rawValue) could not be read" + (facts[name].evidence.map { ": \($0)" } ?? "")
        }
    }
}
