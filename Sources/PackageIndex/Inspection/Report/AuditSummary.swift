/// What an audit comes to, in numbers.
package struct AuditSummary: Codable, Sendable, Equatable {
    /// The wheels that were read.
    package var wheels: Int
    /// Those with native code of their own or of others.
    package var nativeWheels: Int
    /// The native files: in wheels, bare and in folders.
    package var files: Int
    /// The source distributions.
    package var sdists: Int
    /// How much could not be read: paths, native files inside of wheels, and what else of wheels.
    package var errors: Int
    /// The wheels by their grade, `A` to `F`; every grade stands.
    package var grades: [String: Int]
    /// The wheels and bare files by the language of their own code.
    package var languages: [String: Int]
    /// The wheels whose tags do not hold.
    package var untruthfulWheels: Int

    /// Counts what was found; `errors` is how much could not be read.
    package init(
        wheels: [WheelReport], files: [NativeFileReport], sdists: [SourceReport], errors: Int
    ) {
        self.wheels = wheels.count
        nativeWheels = wheels.count { !$0.files.isEmpty }
        self.files = wheels.reduce(files.count) { $0 + $1.files.count }
        self.sdists = sdists.count
        self.errors = errors
        untruthfulWheels = wheels.count { !$0.tags.truthful }
        grades = Dictionary(uniqueKeysWithValues: Grade.allCases.map { ($0.rawValue, 0) })
        for wheel in wheels {
            if let grade = wheel.grade { grades[grade.rawValue, default: 0] += 1 }
        }
        languages = [:]
        let own = wheels.map { Set($0.files.filter { $0.origin == .own }.flatMap(\.languages)) }
        for found in own + files.map({ Set($0.languages) }) {
            for language in found { languages[language, default: 0] += 1 }
        }
    }

    private enum CodingKeys: String, CodingKey {
        case wheels
        case nativeWheels = "native_wheels"
        case files, sdists, errors, grades, languages
        case untruthfulWheels = "untruthful_wheels"
    }
}
