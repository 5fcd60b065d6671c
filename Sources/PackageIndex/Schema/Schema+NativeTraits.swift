extension Schema {
    /// The third step: what the reports of native code come to, file by file, so that figures of the
    /// whole index need not read the reports.
    ///
    /// A build is one way in which code was compiled and linked; most files share theirs with many
    /// others. `native_revision` counts changes of these tables, which the journal does not.
    static let nativeTraits = """
        CREATE TABLE native_revision (
            id BIGINT PRIMARY KEY CHECK (id = 1),
            revision BIGINT NOT NULL
        );
        INSERT INTO native_revision (id, revision) VALUES (1, 0);

        CREATE TABLE native_traits (
            file_id BIGINT PRIMARY KEY REFERENCES files (id),
            own_files BIGINT NOT NULL
        );

        CREATE TABLE native_languages (
            file_id BIGINT NOT NULL REFERENCES files (id),
            language TEXT NOT NULL,
            PRIMARY KEY (file_id, language)
        );

        CREATE TABLE native_builds (
            id {{id}},
            format TEXT NOT NULL,
            machine TEXT NOT NULL,
            toolchains TEXT NOT NULL,
            protections TEXT NOT NULL,
            UNIQUE (format, machine, toolchains, protections)
        );

        CREATE TABLE native_slices (
            file_id BIGINT NOT NULL REFERENCES files (id),
            build_id BIGINT NOT NULL REFERENCES native_builds (id),
            slices BIGINT NOT NULL,
            PRIMARY KEY (file_id, build_id)
        );
        """
}
