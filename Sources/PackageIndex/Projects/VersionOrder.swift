import PythonPackaging

/// The order of a project's versions by PEP 440, worked out once for many comparisons.
struct VersionOrder {
    /// The versions, oldest first.
    let sorted: [String]
    private let places: [String: Int]

    /// Versions that do not parse, which only a damaged database holds, come first.
    init(_ versions: [String]) {
        let parsed = versions.map { (text: $0, version: try? Version($0)) }
        sorted = parsed.sorted { left, right in
            switch (left.version, right.version) {
            case (let left?, let right?): left < right
            case (nil, _?): true
            case (_?, nil): false
            case (nil, nil): left.text < right.text
            }
        }.map(\.text)
        places = Dictionary(
            sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Files by version, then by name.
    func sort(_ files: [PublishedFile]) -> [PublishedFile] {
        files.sorted { left, right in
            let (leftPlace, rightPlace) = (places[left.version] ?? -1, places[right.version] ?? -1)
            return (leftPlace, left.filename) < (rightPlace, right.filename)
        }
    }
}
