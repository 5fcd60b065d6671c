import NativeInspection

/// Holds what SBOMs list against what the binaries show.
///
/// A binary shows a part of what was compiled in: that an SBOM lists more is no contradiction.
package struct SBOMComparison {
    private let components: [SBOMReport.Component]
    /// Those that are no package of a language, whose names mean bindings (the crate `openssl`), and
    /// the crates that compile a library of C.
    private let libraries: [SBOMReport.Component]
    /// Those whose names may be looked for in others' and the other way round: the name without what
    /// differs between file, project and package, with the place among the libraries.
    private let comparable: [(stem: String, place: Int)]
    /// The first library of each name as it is listed, and of each stem.
    private let namesakes: [String: Int]
    private let places: [String: Int]
    private let versions: [String: [String]]
    private let listsCrates: Bool
    private let listsModules: Bool
    /// Whether all that the SBOMs list was read: what was not may be where a part is listed.
    private let isWhole: Bool

    /// A comparison with all SBOMs of a wheel.
    package init(_ sboms: [SBOMReport]) {
        components = sboms.flatMap(\.components)
        isWhole = sboms.allSatisfy { $0.error == nil }
        let isOfLanguage = { (component: SBOMReport.Component) in
            Self.languages.contains { component.purl?.hasPrefix($0) ?? false }
        }
        let crates = components.filter {
            isOfLanguage($0) && CarriedCode.cratesOfC.contains($0.name)
        }.map { crate in
            // The crate's version is its own; the library's stands behind a plus sign, if anywhere.
            var library = crate
            library.version = crate.version?.split(separator: "+").dropFirst().first.map {
                String($0.drop { !$0.isNumber })
            }
            return library
        }
        libraries = components.filter { !isOfLanguage($0) } + crates
        let stems = libraries.map { Self.stem($0.name) }
        comparable = Array(
            stems.enumerated().map { (stem: $1, place: $0) }
                .filter { Self.comparedBytes.contains($0.stem.utf8.count) }
                .prefix(Self.mostCompared))
        namesakes = Dictionary(
            libraries.enumerated().map { (Self.key($1.name), $0) },
            uniquingKeysWith: { first, _ in first })
        places = Dictionary(
            stems.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var versions: [String: [String]] = [:]
        for component in components {
            let key = Self.key(component.name)
            let known = versions[key, default: []]
            versions[key] = known
            guard let version = component.version, known.count < Self.mostVersions,
                !known.contains(version)
            else { continue }
            versions[key] = known + [version]
        }
        self.versions = versions
        listsCrates = components.contains { $0.purl?.hasPrefix("pkg:cargo/") ?? false }
        listsModules = components.contains { $0.purl?.hasPrefix("pkg:golang/") ?? false }
    }

    /// Where a file and the SBOMs disagree; nothing where no SBOM lists parts of that kind, and nothing
    /// that is not listed where a part of the SBOMs was not read.
    package func differences(in file: NativeFileReport) -> [SBOMDifference] {
        let differences = differencesFromRead(file)
        return isWhole ? differences : differences.filter { $0.kind != .notListed }
    }

    private func differencesFromRead(_ file: NativeFileReport) -> [SBOMDifference] {
        guard !components.isEmpty else { return [] }
        var differences: [SBOMDifference] = []
        if listsCrates {
            differences += file.carried.crates.compactMap {
                difference($0, part: "crate", in: file.path)
            }
        }
        if listsModules {
            differences += file.carried.modules.compactMap {
                difference($0, part: "module", in: file.path)
            }
        }
        if file.origin == .vendored {
            let name = VendoredLibrary.name(ofFile: file.path)
            if component(ofLibrary: name) == nil {
                differences.append(
                    SBOMDifference(
                        kind: .notListed, part: "library", name: name,
                        found: file.libraryVersion, listed: [], path: file.path))
            }
            return differences
        }
        for library in file.carried.libraries {
            let listed = component(ofLibrary: library.name)
            let versions = [listed?.version].compactMap { $0 }
            if listed == nil || !Self.agree(library.version, versions) {
                differences.append(
                    SBOMDifference(
                        kind: listed == nil ? .notListed : .otherVersion, part: "library",
                        name: library.name, found: library.version, listed: versions,
                        path: file.path))
            }
        }
        return differences
    }

    /// The component that is a library, whatever the distribution calls it.
    func component(ofLibrary name: String) -> SBOMReport.Component? {
        let wanted = Self.stem(name)
        guard !wanted.isEmpty else { return nil }
        // Where `libz` and `zlib` are both listed, the file's own name decides.
        if let index = namesakes[Self.key(name)] ?? places[wanted] { return libraries[index] }
        guard Self.comparedBytes.contains(wanted.utf8.count) else { return nil }
        let near = comparable.first { $0.stem.contains(wanted) || wanted.contains($0.stem) }
        return near.map { libraries[$0.place] }
    }

    private func difference(
        _ part: CarriedReport.Part, part kind: String, in path: String
    ) -> SBOMDifference? {
        let listed = versions[Self.key(part.name)]
        if let listed, Self.agree(part.version, listed) { return nil }
        return SBOMDifference(
            kind: listed == nil ? .notListed : .otherVersion, part: kind, name: part.name,
            found: part.version, listed: listed ?? [], path: path)
    }

    /// How many names are looked through for one that is nearly the same.
    private static let mostCompared = 1000
    /// How long such names are: shorter ones stand in too many others, and longer ones are no names.
    private static let comparedBytes = 4...64
    /// How many versions are kept of what an SBOM lists more than once.
    private static let mostVersions = 20

    private static let languages = ["pkg:cargo/", "pkg:golang/", "pkg:pypi/", "pkg:npm/"]

    /// Whether a version is among those that are listed; distributions append their own numbers.
    private static func agree(_ found: String?, _ listed: [String]) -> Bool {
        // zlib-ng tells the version of the zlib that it stands in for, not its own.
        guard let found, !listed.isEmpty, !found.hasSuffix(".zlib-ng") else { return true }
        return listed.contains { version in
            version == found || version == "v" + found || "v" + version == found
                || version.hasPrefix(found + "-") || version.hasPrefix(found + "+")
                || found.hasPrefix(version + "-") || found.hasPrefix(version + "+")
        }
    }

    /// Cargo takes `-` and `_` for the same.
    private static func key(_ name: String) -> String {
        name.lowercased().replacing("_", with: "-")
    }

    /// A library's name without what differs between file, project and package.
    static func stem(_ name: String) -> String {
        var stem = name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
        if stem.hasPrefix("lib"), stem.count > 4 { stem.removeFirst(3) }
        return LibraryProject.name(of: stem)
    }
}
