import PackageIndex
import WebServer

/// What the search page shows.
///
/// Mustache sees stored properties only.
struct SearchPage {
    struct Result {
        let name: String
        /// The project's page; nil for what is not held here.
        let path: String?
        let version: String?
        let summary: String?
        let isArchived: Bool
        let isPrivate: Bool
        /// When the newest release was made.
        let released: ShownTime?
    }

    struct Choice {
        let label: String
        let path: String
        let count: String?
        let isChosen: Bool
    }

    struct Group {
        let title: String
        let isOpen: Bool
        let choices: [Choice]
    }

    struct Field {
        let name: String
        let value: String
    }

    struct Step {
        let label: String
        /// Nil for the page that is shown, and for a gap.
        let path: String?
        let isCurrent: Bool
    }

    let text: String
    let searchPath: String
    let heading: String
    let isEmpty: Bool
    /// The last page, where the one that was asked for is beyond it.
    let lastPath: String?
    let isBuilding: Bool
    let results: [Result]
    let groups: [Group]
    let orders: [Choice]
    /// The filters that are set; their addresses take them away.
    let chosen: [Choice]
    let unfiltered: String
    /// What the form sends along besides the text.
    let fields: [Field]
    let steps: [Step]
    let hasPages: Bool
    let isFiltered: Bool

    /// So many values of a facet are shown.
    private static let mostChoices = 15

    init(_ answer: SearchAnswer, prefix: String) {
        let query = answer.query
        let address = SearchAddress(query: query, prefix: prefix)
        text = query.text
        searchPath = Route.searchPage.path(prefix: prefix)
        heading = Self.heading(answer)
        isEmpty = answer.total == 0
        lastPath =
            answer.hits.isEmpty && answer.total > 0 ? address.onPage(answer.pageCount) : nil
        isBuilding = !answer.isComplete
        results = answer.hits.map { hit in
            Result(
                name: hit.name,
                path: hit.isHeld
                    ? "\(prefix)/project/\(PercentEncoding.step(hit.normalizedName))/" : nil,
                version: hit.version, summary: hit.summary, isArchived: hit.isArchived,
                isPrivate: hit.isPrivate, released: hit.releasedAt.map(ShownTime.init))
        }
        groups = Self.groups(answer, address)
        orders = SearchQuery.Order.allCases.map { order in
            Choice(
                label: Self.label(order), path: address.ordered(by: order), count: nil,
                isChosen: order == query.order)
        }
        var chosen = SearchFacet.allCases.flatMap { facet in
            (query.filters[facet] ?? []).map { value in
                Choice(
                    label: Self.label(facet, value), path: address.switching(facet, value),
                    count: nil, isChosen: true)
            }
        }
        if let days = query.days {
            chosen.append(
                Choice(
                    label: Self.label(days: days), path: address.within(nil), count: nil,
                    isChosen: true))
        }
        self.chosen = chosen
        unfiltered = address.unfiltered
        fields = SearchAddress.fields(of: query, withText: false).map {
            Field(name: $0.name, value: $0.value)
        }
        steps = Self.steps(answer, address)
        hasPages = !steps.isEmpty
        isFiltered = !chosen.isEmpty
    }

    private static func heading(_ answer: SearchAnswer) -> String {
        let projects = answer.total.counted("project")
        let count = answer.isCapped ? "More than \(projects)" : projects
        return answer.query.text.isEmpty
            ? count : "\(count) for “\(Shown.short(answer.query.text, limit: 80))”"
    }

    private static func groups(_ answer: SearchAnswer, _ address: SearchAddress) -> [Group] {
        let query = answer.query
        var groups: [Group] = []
        for facet in [
            SearchFacet.python, .license, .native, .language, .classifier,
        ] {
            let set = query.filters[facet] ?? []
            var counts = Array(answer.counts(of: facet).prefix(mostChoices))
            if facet == .python { counts.sort { minor($0.value) > minor($1.value) } }
            let choices = counts.map { count in
                Choice(
                    label: label(facet, count.value),
                    path: address.switching(facet, count.value), count: count.count.grouped,
                    isChosen: set.contains(count.value))
            }
            guard !choices.isEmpty else { continue }
            groups.append(
                Group(
                    title: title(facet), isOpen: facet != .classifier || !set.isEmpty,
                    choices: choices))
        }
        let stretches = Self.stretches(answer, address)
        if !stretches.isEmpty {
            groups.append(Group(title: "Last release", isOpen: true, choices: stretches))
        }
        return groups
    }

    /// The stretches that some of the results were released in, the chosen one, and longer ones, of
    /// which nothing was counted.
    private static func stretches(_ answer: SearchAnswer, _ address: SearchAddress) -> [Choice] {
        let chosen = answer.query.days
        let counts = Dictionary(
            answer.stretches.map { ($0.days, $0.count) }, uniquingKeysWith: { first, _ in first })
        return SearchQuery.stretches.filter { days in
            counts[days] != nil || chosen.map { days >= $0 } ?? false
        }.map { days in
            Choice(
                label: label(days: days), path: address.within(days == chosen ? nil : days),
                count: counts[days]?.grouped, isChosen: days == chosen)
        }
    }

    private static func minor(_ release: String) -> Int {
        release.split(separator: ".").last.flatMap { Int($0) } ?? 0
    }

    private static func title(_ facet: SearchFacet) -> String {
        switch facet {
        case .classifier: "Classifier"
        case .license: "Licence"
        case .python: "Python"
        case .native: "Native code"
        case .language: "Its language"
        }
    }

    private static func label(_ facet: SearchFacet, _ value: String) -> String {
        switch facet {
        case .python: "Python \(value)"
        case .native: value == "yes" ? "With native code" : "Pure Python"
        case .language: LanguageName.shown(value)
        case .license, .classifier: value
        }
    }

    private static func label(days: Int) -> String {
        switch days {
        case 7: "In the last week"
        case 30: "In the last 30 days"
        case 365: "In the last year"
        case 1_095: "In the last three years"
        default: "In the last \(days) days"
        }
    }

    private static func label(_ order: SearchQuery.Order) -> String {
        switch order {
        case .relevance: "Best match"
        case .newest: "Newest release"
        case .name: "Name"
        }
    }

    /// The first and the last page, and those around the one that is shown.
    private static func steps(_ answer: SearchAnswer, _ address: SearchAddress) -> [Step] {
        let last = answer.pageCount
        let page = answer.query.page
        guard last > 1 else { return [] }
        var steps: [Step] = []
        var before = 0
        for number in 1...last where number == 1 || number == last || abs(number - page) <= 2 {
            if number > before + 1 { steps.append(Step(label: "…", path: nil, isCurrent: false)) }
            steps.append(
                Step(
                    label: number.grouped, path: number == page ? nil : address.onPage(number),
                    isCurrent: number == page))
            before = number
        }
        return steps
    }
}
