/// The languages of projects by the time of their files: what curves and changes are made from.
struct LanguageHistory {
    /// A release with the languages of its own code.
    struct Release {
        let id: Int64
        var languages: Set<String> = []
        var first: Timestamp
    }

    private var releases: [Int64: [Int64: Release]] = [:]

    /// The number of projects.
    var projects: Int { releases.count }

    /// Notes that a release of a project has a file in a language, the first at that time.
    mutating func note(_ language: String, project: Int64, release: Int64, at time: Timestamp) {
        var entry =
            releases[project, default: [:]][release] ?? Release(id: release, first: time)
        entry.languages.insert(language)
        entry.first = min(entry.first, time)
        releases[project, default: [:]][release] = entry
    }

    /// The languages with the months in which projects began with them, most projects first.
    func languages(firsts: [String: [Int64: Timestamp]]) -> [NativeStatistics.Language] {
        firsts.map { language, projects in
            let months = Dictionary(grouping: projects.values, by: \.month).sorted {
                $0.key < $1.key
            }
            var total = 0
            return NativeStatistics.Language(
                language: language, projects: projects.count,
                months: months.map { month, times in
                    total += times.count
                    return NativeStatistics.Month(month: month, new: times.count, total: total)
                })
        }
        .sorted { ($1.projects, $0.language) < ($0.projects, $1.language) }
    }

    /// The projects whose newest release has other languages than their first, the latest change
    /// first.
    func changes() -> [(project: Int64, from: Release, to: Release, at: Timestamp)] {
        var changes: [(project: Int64, from: Release, to: Release, at: Timestamp)] = []
        for (project, entries) in releases {
            let ordered = entries.values.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
            guard let from = ordered.first, let to = ordered.last, from.languages != to.languages
            else { continue }
            let since = ordered.first { $0.languages == to.languages } ?? to
            changes.append((project, from, to, since.first))
        }
        return changes.sorted { ($1.at, $0.project) < ($0.at, $1.project) }
    }
}

extension Timestamp {
    /// The month in UTC as `yyyy-mm`.
    var month: String { String(day.prefix(7)) }
}
