import PackageIndex
import PythonPackaging

/// What a release needs: always, and with each of its extras.
struct DependencyList {
    /// The projects needed under one heading.
    struct Group {
        let title: String
        /// The extra; nil for what is always needed.
        let extra: String?
        var items: [Item]
    }

    /// One project that is needed.
    struct Item {
        let name: String
        /// The address of its page, where this index holds it.
        let itemPath: String?
        /// The versions and extras wanted.
        let wanted: String
        /// When it is needed; nil for always.
        let condition: String?
    }

    let groups: [Group]

    init(_ release: ShownRelease) {
        var always = Group(title: "Always", extra: nil, items: [])
        var byExtra: [String: [Item]] = [:]
        for text in release.metadata.requiresDist {
            guard let requirement = try? Requirement(text) else {
                always.items.append(Item(name: text, itemPath: nil, wanted: "", condition: nil))
                continue
            }
            let name = requirement.name.normalized
            let extras =
                requirement.extras.isEmpty
                ? "" : "[\(requirement.extras.joined(separator: ","))] "
            let (extra, condition) = Self.split(requirement.marker)
            let item = Item(
                name: requirement.name.spelling,
                itemPath: release.heldDependencies.contains(name) ? "/project/\(name)/" : nil,
                wanted: extras + (requirement.url ?? requirement.specifiers.description),
                condition: condition.unlessEmpty)
            if let extra {
                byExtra[extra, default: []].append(item)
            } else {
                always.items.append(item)
            }
        }
        let named = release.metadata.providesExtra.map(ProjectName.normalize)
        let order = named + byExtra.keys.filter { !named.contains($0) }.sorted()
        groups =
            ([always]
            + order.map { extra in
                Group(title: "With the extra \(extra)", extra: extra, items: byExtra[extra] ?? [])
            }).filter { !$0.items.isEmpty || $0.extra != nil }
    }

    /// The extra that a condition names, and what is left of the condition.
    private static func split(_ marker: Marker?) -> (extra: String?, condition: String) {
        guard let marker else { return (nil, "") }
        let text = marker.description
        guard marker.variables.contains(.extra),
            let start = text.firstRange(of: "extra == \"")
        else { return (nil, text) }
        let rest = text[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return (nil, text) }
        let extra = String(rest[..<end])
        let clause = String(text[start.lowerBound...end])
        var condition = text.replacing(" and \(clause)", with: "")
            .replacing("\(clause) and ", with: "")
        if condition == clause { condition = "" }
        return (ProjectName.normalize(extra), condition)
    }
}
