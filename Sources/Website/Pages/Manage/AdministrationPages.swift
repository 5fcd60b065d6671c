import PackageIndex
import WebServer

/// What the page of prohibited names shows to administrators.
struct ProhibitedNamesPage {
    struct Row {
        let name: String
        let why: String?
        let by: String?
        let at: ShownTime
        let allowLabel: String
    }

    let names: [Row]
    let hasNames: Bool
    let olderPath: String?
    let path: String
    let allowPath: String
    var givenName = ""
    var givenReason = ""
    var problem: String?

    init(_ names: [ProhibitedName], limit: Int, _ context: IndexRequestContext) {
        self.names = names.map { entry in
            Row(
                name: entry.name, why: entry.reason, by: entry.createdBy,
                at: ShownTime(entry.createdAt), allowLabel: "Allow \(entry.name)")
        }
        hasNames = !names.isEmpty
        olderPath =
            names.count == limit
            ? names.last.map { "?after=\(PercentEncoding.field($0.name))" } : nil
        path = context.link(.prohibitedNames)
        allowPath = context.link(.allowName)
        givenName = context.form["name"]
        givenReason = context.form["reason"]
    }
}

/// What the page of projects' own limits shows to administrators.
struct ProjectLimitsPage {
    let path: String
    let fileDefault: String
    let totalDefault: String
    var project = ""
    var fileMiB = ""
    var totalMiB = ""
    var problem: String?

    init(_ settings: IndexSettings, _ context: IndexRequestContext) {
        path = context.link(.projectLimits)
        fileDefault = ByteCount.text(settings.maximumFileBytes)
        totalDefault = ByteCount.text(settings.maximumProjectBytes)
        project = context.form["project"]
        fileMiB = context.form["file"]
        totalMiB = context.form["total"]
    }
}
