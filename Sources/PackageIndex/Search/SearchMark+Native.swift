import Database

extension SearchMark {
    /// What inspection found of a release's own native code: whether there is some, and in which
    /// languages; nothing while none of its wheels was looked into.
    static func native(
        ofRelease release: Int64, _ connection: any SQLConnection
    ) throws -> Set<SearchMark> {
        let found: Int64? = try connection.row(
            """
            SELECT MAX(native_traits.own_files) AS most FROM files
            JOIN native_traits ON native_traits.file_id = files.id
            WHERE files.release_id = $1 AND files.deleted_at IS NULL
            """, release)?.get("most")
        guard let found else { return [] }
        let languages: [String] = try connection.rows(
            """
            SELECT DISTINCT native_languages.language FROM files
            JOIN native_languages ON native_languages.file_id = files.id
            WHERE files.release_id = $1 AND files.deleted_at IS NULL
            """, release
        ).map { try $0.get("language") }
        return Set([SearchMark(.native, found > 0 ? "yes" : "no")])
            .union(languages.map { SearchMark(.language, $0) })
    }
}
