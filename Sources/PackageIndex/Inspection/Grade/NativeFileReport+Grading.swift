import NativeInspection

extension NativeFileReport {
    /// Grades the file anew from its facts, as after a change of the rubric.
    ///
    /// The worst slice counts: a fat file is as weak as the weakest of what it may be run as.
    package mutating func regrade() {
        memorySafe = Self.isMemorySafe(languages)
        let slices = runningSlices
        let assessments = slices.map { Rubric.assess($0, of: self) }
        let worst = assessments.filter { $0.score != nil }.min { ($0.score ?? 0) < ($1.score ?? 0) }
        grade = worst?.grade
        score = worst?.score
        checks = worst?.checks ?? []
        coverage = worst?.coverage ?? Coverage(decidable: 0, applicable: 0)
        let badges = slices.map(ControlFlow.badges)
        controlFlow =
            badges.first?.filter { badge in badges.allSatisfy { $0.contains(badge) } } ?? []
    }

    /// The slices that are graded and counted.
    var runningSlices: [SliceReport] {
        role == .debugCompanion ? [] : slices.filter { Self.graded.contains($0.kind) }
    }

    /// The kinds of slices that run: what is linked together later is graded then.
    private static let graded = ["executable", "shared-library"]

    /// Whether all languages check memory; nil where none is known.
    private static func isMemorySafe(_ languages: [String]) -> Bool? {
        languages.isEmpty ? nil : MemorySafety.languages.isSuperset(of: languages)
    }
}

extension WheelReport {
    /// Grades every file anew, and the wheel by its worst own file of the format in its tags.
    package mutating func regrade() {
        for index in files.indices {
            files[index].isInWheel = true
            files[index].regrade()
        }
        let format = gradedFormat
        let counted = files.filter { format == nil || $0.format == format }
        let own = counted.filter { $0.origin == .own }
        grade = own.compactMap(\.grade).min()
        vendoredGrade = counted.filter { $0.origin == .vendored }.compactMap(\.grade).min()
        coverage = own.reduce(Coverage(decidable: 0, applicable: 0)) {
            Coverage(
                decidable: $0.decidable + $1.coverage.decidable,
                applicable: $0.applicable + $1.coverage.applicable)
        }
    }
}
