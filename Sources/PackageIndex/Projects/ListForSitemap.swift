import Database

/// A part of the sitemap: the projects, or users, of a stretch of numbers.
///
/// A row's number never changes, so a name stays in its part and parts stay as small as they are.
package struct SitemapPart: Sendable, Equatable, CustomStringConvertible {
    /// What is listed.
    package enum Kind: String, Sendable {
        case projects, users
    }

    /// What is listed.
    package let kind: Kind
    let number: Int64

    /// How many numbers a part spans; a sitemap may have 50,000 addresses.
    static let size: Int64 = 20_000

    init(_ kind: Kind, _ number: Int64) {
        self.kind = kind
        self.number = number
    }

    /// Reads `projects-0`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])),
            let number = Int64(parts[1]), (0...1_000_000).contains(number),
            String(number) == parts[1]
        else { return nil }
        self.init(kind, number)
    }

    package var description: String { "\(kind.rawValue)-\(number)" }
}

extension Index {
    /// The parts that there are.
    package func sitemapParts() async throws -> [SitemapPart] {
        try await database.read { connection in
            try [SitemapPart.Kind.projects, .users].flatMap { kind -> [SitemapPart] in
                let last: Int64? = try connection.row(
                    "SELECT MAX(id) AS last FROM \(kind.rawValue)")?.get("last")
                guard let last else { return [] }
                return (0...last / SitemapPart.size).map { SitemapPart(kind, $0) }
            }
        }
    }

    /// The names in a part: public projects, or users with a role in one.
    package func sitemapNames(_ part: SitemapPart) async throws -> [String] {
        let lower = part.number * SitemapPart.size
        return try await database.read { connection in
            let isListed =
                "deleted_at IS NULL AND visibility = 'public' AND status <> 'quarantined'"
            let query =
                switch part.kind {
                case .projects:
                    """
                    SELECT normalized_name AS name FROM projects
                    WHERE id >= $1 AND id < $2 AND \(isListed) ORDER BY id
                    """
                case .users:
                    """
                    SELECT name FROM users
                    WHERE id >= $1 AND id < $2 AND deleted_at IS NULL AND EXISTS (
                        SELECT 1 FROM roles JOIN projects ON projects.id = roles.project_id
                        WHERE roles.user_id = users.id AND \(ProjectRole.isTold)
                        AND projects.visibility = 'public'
                        AND projects.deleted_at IS NULL AND projects.status <> 'quarantined')
                    ORDER BY id
                    """
                }
            return try connection.rows(query, lower, lower + SitemapPart.size).map {
                try $0.get("name")
            }
        }
    }
}
