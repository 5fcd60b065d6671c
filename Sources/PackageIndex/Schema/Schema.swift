package import Database

/// The tables of the index and how they came to be, oldest step first.
///
/// A step that has shipped is never edited; the next change is a step of its own. Times are
/// microseconds since 1970, truth values 0 or 1, digests lower-case hex.
package enum Schema {
    /// Every step, in order.
    package static let migrations: [Migration] = [
        Migration("0001-foundation", foundation),
        Migration("0002-people", people),
        Migration("0003-native-traits", nativeTraits),
    ]

    /// The tables in an order in which rows can be restored without breaking a foreign key.
    package static let tablesInForeignKeyOrder = [
        "journal_counter", "journal", "organizations", "users", "emails", "sessions", "devices",
        "sign_ins", "authenticators", "security_keys", "recovery_codes", "links", "tokens",
        "projects", "roles", "invitations", "role_changes", "prohibited_names", "verified_urls",
        "releases", "descriptions", "dependencies", "dependents", "files", "filenames",
        "inspections",
        "native_revision", "native_traits", "native_languages", "native_builds", "native_slices",
        "events", "rate_counts", "mails", "catalogues", "page_counter", "page_changes",
        "name_turns", "jobs",
    ]
}
