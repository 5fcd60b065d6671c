import PackageIndex
import PythonPackaging
import WebServer

/// What is known of a release besides its files, what was proven apart from what is only said.
struct DetailList {
    /// A named fact.
    struct Fact {
        let label: String
        let items: [Item]
    }

    /// A value, with where it leads.
    struct Item {
        let text: String
        /// An address on another site, which begins with `https:` or `http:`.
        let href: String?
        /// An address on this site, under its prefix.
        let ownPath: String?

        init(_ text: String, href: String? = nil, ownPath: String? = nil) {
            self.text = text
            self.href = href
            self.ownPath = ownPath
        }
    }

    let verified: [Fact]
    let unverified: [Fact]
    let classifiers: [Fact]
    let keywords: [Item]
    let hasUnverified: Bool
    let hasClassifiers: Bool
    let hasKeywords: Bool

    init(_ overview: ProjectOverview) {
        var verified: [Fact] = []
        for (role, label) in [(ProjectRole.owner, "Owners"), (.maintainer, "Maintainers")] {
            let people = overview.members.filter { $0.role == role }.map {
                Item($0.user, ownPath: Route.userPage.path(["user": $0.user]))
            }
            if !people.isEmpty { verified.append(Fact(label: label, items: people)) }
        }
        var unverified: [Fact] = []
        guard let shown = overview.shown else {
            self.verified = verified
            self.unverified = []
            classifiers = []
            keywords = []
            hasUnverified = false
            hasClassifiers = false
            hasKeywords = false
            return
        }
        for link in shown.urls {
            let fact = Fact(
                label: link.label,
                items: [Item(Self.shortened(link.url), href: Self.safe(link.url))])
            if link.isVerified {
                verified.append(fact)
            } else {
                unverified.append(fact)
            }
        }
        func add(_ label: String, _ text: String?) {
            guard let text, !text.isEmpty, text != "UNKNOWN" else { return }
            unverified.append(Fact(label: label, items: [Item(text)]))
        }
        let metadata = shown.metadata
        add("Licence", metadata.licenseExpression ?? Self.firstLine(metadata.license))
        add("Author", metadata.author)
        add("Author’s e-mail", metadata.authorEmail)
        add("Maintainer", metadata.maintainer)
        add("Maintainer’s e-mail", metadata.maintainerEmail)
        add("Requires Python", metadata.requiresPython)
        add("Needs besides Python", metadata.requiresExternal.joined(separator: ", "))
        self.verified = verified
        self.unverified = unverified
        classifiers = Self.grouped(metadata.classifiers)
        keywords = (metadata.keywords ?? "").split { $0 == "," || $0 == ";" }
            .map { String($0.trimmingWhitespace) }.filter { !$0.isEmpty }.prefix(40)
            .map { Item($0, ownPath: "/search/?q=" + PercentEncoding.field($0)) }
        hasUnverified = !unverified.isEmpty
        hasClassifiers = !classifiers.isEmpty
        hasKeywords = !keywords.isEmpty
    }

    /// The address, where it is one that a reader may be sent to.
    private static func safe(_ url: String) -> String? {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://") ? url : nil
    }

    private static func shortened(_ url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return url }
        let rest = url[start...]
        return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }

    private static func firstLine(_ text: String?) -> String? {
        text?.split(whereSeparator: \.isNewline).first.map { Shown.short(String($0), limit: 120) }
    }

    private static func grouped(_ classifiers: [String]) -> [Fact] {
        var facts: [(label: String, items: [Item])] = []
        for classifier in classifiers {
            let parts = classifier.split(separator: " :: ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            let item = Item(
                parts[1].replacing(" :: ", with: " › "),
                ownPath: "/search/?c=" + PercentEncoding.field(classifier))
            if let place = facts.firstIndex(where: { $0.label == parts[0] }) {
                facts[place].items.append(item)
            } else {
                facts.append((parts[0], [item]))
            }
        }
        return facts.map { Fact(label: $0.label, items: $0.items) }
    }
}
