import NativeInspection

extension NativeSlice {
    /// The facts that labels go by: what the loader looks for.
    private static let labelFacts: [FactName] = [.needed, .versionNeeds]
    /// The facts that say what the loader looks for, and where.
    private static let loaderFacts: [FactName] = labelFacts + [.rpath, .runpath]

    /// Those that labels go by and that could not be read, which a slice for labels keeps.
    var unreadLabelFacts: [FactName] { unread(Self.labelFacts) }

    /// Why it is not known what the loader looks for; nil where all of that was read.
    ///
    /// What could not be read may ask for anything, so that it is never taken for nothing.
    var labelProblem: String? { problem(Self.labelFacts) }

    /// Why it is not known what the loader looks for, and where; nil where all of that was read.
    var loaderProblem: String? { problem(Self.loaderFacts) }

    private func unread(_ names: [FactName]) -> [FactName] {
        names.filter { facts[$0].value == .undecidable }
    }

    private func problem(_ names: [FactName]) -> String? {
        unread(names).first.map { name in
            "\(name.rawValue) could not be read" + (facts[name].evidence.map { ": \($0)" } ?? "")
        }
    }
}
