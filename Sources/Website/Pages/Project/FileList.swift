import PackageIndex
import PythonPackaging
import WebServer

/// The files of a release, as many as the reader asked for.
struct FileList {
    /// A built file or a source archive.
    struct Row {
        let filename: String
        /// The address of the bytes, under the site's prefix.
        let filePath: String
        let python: String
        let platform: String
        let requiresPython: String?
        let size: String
        let uploaded: ShownTime
        let sha256: String
        let blake2b: String
        let md5: String
        let metadataPath: String?
        let isYankedFile: Bool
        let fileNative: NativeLine?
    }

    /// A value that can be chosen in a filter.
    struct Choice {
        let value: String
        let title: String
        let isChosen: Bool
    }

    let wheels: [Row]
    let sources: [Row]
    let systems: [Choice]
    let minors: [Choice]
    /// Whether there is anything to choose.
    let hasFilters: Bool
    /// How many files the filters hide; nil for none.
    let hiddenCount: Int?
    /// How many more there are than the page shows; nil for none.
    let moreCount: Int?
    let fileCount: Int
    /// The same in words.
    let filesTogether: String
    let totalSize: String

    /// More built files than these stand on no page; the simple index has them all.
    private static let mostRows = 120

    init(_ release: ShownRelease, platform: String, python: String) {
        let wheelFiles = release.files.filter { $0.kind == .wheel }
        let labelled = wheelFiles.compactMap { file in
            (try? WheelFilename(file.filename)).map { (file, WheelLabel($0)) }
        }
        var systems: [WheelLabel.System] = []
        for system in labelled.flatMap(\.1.systems) where !systems.contains(system) {
            systems.append(system)
        }
        let minors = Set(labelled.flatMap(\.1.minors)).sorted(by: >)
        let minor = python.hasPrefix("3.") ? Int(python.dropFirst(2)) : nil
        // Most files of a release ask for the same.
        let unfit = Set(wheelFiles.compactMap(\.requiresPython)).filter { text in
            minor.map { PythonRequirement(text)?.admits("3.\($0)") == false } ?? false
        }
        let fitting = labelled.filter { file, label in
            label.fits(system: platform) && label.fits(minor: minor)
                && !(file.requiresPython.map { unfit.contains($0) } ?? false)
        }
        self.systems = systems.sorted { $0.title < $1.title }.map {
            Choice(value: $0.value, title: $0.title, isChosen: $0.value == platform)
        }
        self.minors = minors.map {
            Choice(value: "3.\($0)", title: "Python 3.\($0)", isChosen: $0 == minor)
        }
        hasFilters = systems.count + minors.count > 1
        hiddenCount = (labelled.count - fitting.count).unlessZero
        moreCount = max(0, fitting.count - Self.mostRows).unlessZero
        wheels = fitting.prefix(Self.mostRows).map { file, label in
            Row(file, release, python: label.python, platform: label.platform)
        }
        sources = release.files.filter { $0.kind == .sdist }.map {
            Row($0, release, python: "", platform: "")
        }
        fileCount = release.files.count
        filesTogether = fileCount.counted("file")
        totalSize = ByteCount.text(release.summary.byteCount)
    }
}

extension FileList.Row {
    fileprivate init(
        _ file: PublishedFile, _ release: ShownRelease, python: String, platform: String
    ) {
        filename = file.filename
        filePath = Route.file.path(["sha256": file.sha256, "filename": file.filename])
        self.python = python
        self.platform = platform
        requiresPython = file.requiresPython
        size = ByteCount.text(file.byteCount)
        uploaded = ShownTime(file.uploadedAt)
        sha256 = file.sha256
        blake2b = file.blake2b
        md5 = file.md5
        metadataPath = file.metadataSHA256 == nil ? nil : filePath + ".metadata"
        isYankedFile = file.isYanked && !release.summary.isYanked
        fileNative = release.native[file.filename].flatMap { NativeLine($0) }
    }
}

/// What the native code of a wheel comes to, in a line.
struct NativeLine {
    let grade: String
    /// The class that colours the grade.
    let gradeClass: String
    let languages: String
    let coverage: String
    let isUntruthful: Bool

    /// Nil for a wheel without native code.
    init?(_ summary: NativeSummary) {
        guard summary.fileCount > 0 else { return nil }
        grade = summary.grade?.rawValue ?? "–"
        gradeClass = summary.grade?.rawValue.lowercased() ?? ""
        languages =
            summary.languages.isEmpty
            ? "language not told"
            : summary.languages.map(LanguageName.shown).joined(separator: ", ")
        coverage =
            "\(summary.coverage.decidable) of \(summary.coverage.applicable) checks decidable"
        isUntruthful = !summary.isTruthful
    }
}

/// Names of languages as people write them.
enum LanguageName {
    /// The name for a report's lower-case word.
    static func shown(_ word: String) -> String {
        names[word] ?? word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let names = [
        "c": "C", "c++": "C++", "cpp": "C++", "c-or-c++": "C or C++", "rust": "Rust", "go": "Go",
        "fortran": "Fortran", "objective-c": "Objective-C", "assembly": "assembly",
        "javascript": "JavaScript", "webassembly": "WebAssembly",
    ]
}
