extension Schema {
    /// The first step: everything an index needs to publish, and room for what follows.
    static let foundation = """
        CREATE TABLE journal_counter (
            id BIGINT PRIMARY KEY CHECK (id = 1),
            serial BIGINT NOT NULL
        );
        INSERT INTO journal_counter (id, serial) VALUES (1, 0);

        CREATE TABLE journal (
            serial BIGINT PRIMARY KEY,
            project TEXT NOT NULL,
            version TEXT,
            filename TEXT,
            action TEXT NOT NULL,
            detail TEXT,
            actor TEXT,
            at BIGINT NOT NULL
        );
        CREATE INDEX journal_by_project ON journal (project, serial);

        CREATE TABLE organizations (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            normalized_name {{text}} NOT NULL UNIQUE,
            created_at BIGINT NOT NULL
        );

        CREATE TABLE users (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            normalized_name {{text}} NOT NULL UNIQUE,
            email TEXT NOT NULL,
            password_hash TEXT,
            is_admin BIGINT NOT NULL DEFAULT 0,
            is_frozen BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL
        );

        CREATE TABLE tokens (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            user_id BIGINT NOT NULL REFERENCES users (id),
            root_key BYTEA NOT NULL,
            caveats TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT,
            last_used_at BIGINT,
            revoked_at BIGINT
        );
        CREATE INDEX tokens_by_user ON tokens (user_id);

        CREATE TABLE projects (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            normalized_name {{text}} NOT NULL UNIQUE,
            visibility TEXT NOT NULL DEFAULT 'public',
            status TEXT NOT NULL DEFAULT 'active',
            status_reason TEXT,
            organization_id BIGINT REFERENCES organizations (id),
            revision BIGINT NOT NULL DEFAULT 0,
            last_serial BIGINT NOT NULL DEFAULT 0,
            total_bytes BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            deleted_at BIGINT
        );

        CREATE TABLE roles (
            project_id BIGINT NOT NULL REFERENCES projects (id),
            user_id BIGINT NOT NULL REFERENCES users (id),
            role TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (project_id, user_id)
        );
        CREATE INDEX roles_by_user ON roles (user_id);

        CREATE TABLE releases (
            id {{id}},
            project_id BIGINT NOT NULL REFERENCES projects (id),
            version TEXT NOT NULL,
            canonical_version TEXT NOT NULL,
            metadata TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            deleted_at BIGINT,
            UNIQUE (project_id, canonical_version)
        );

        CREATE TABLE files (
            id {{id}},
            project_id BIGINT NOT NULL REFERENCES projects (id),
            release_id BIGINT NOT NULL REFERENCES releases (id),
            filename TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            python_tag TEXT NOT NULL,
            requires_python TEXT,
            byte_count BIGINT NOT NULL,
            sha256 TEXT NOT NULL,
            blake2b TEXT NOT NULL,
            md5 TEXT NOT NULL,
            metadata_sha256 TEXT,
            comment TEXT,
            attestations TEXT,
            is_yanked BIGINT NOT NULL DEFAULT 0,
            yanked_reason TEXT,
            uploader_id BIGINT REFERENCES users (id),
            uploaded_at BIGINT NOT NULL,
            deleted_at BIGINT
        );
        CREATE INDEX files_by_project ON files (project_id);
        CREATE INDEX files_by_release ON files (release_id);
        CREATE INDEX files_by_sha256 ON files (sha256);
        CREATE INDEX files_by_blake2b ON files (blake2b);
        CREATE INDEX files_by_metadata ON files (metadata_sha256);

        CREATE TABLE filenames (
            filename TEXT PRIMARY KEY,
            project TEXT NOT NULL,
            first_used_at BIGINT NOT NULL
        );

        CREATE TABLE inspections (
            file_id BIGINT PRIMARY KEY REFERENCES files (id),
            rubric BIGINT NOT NULL,
            report TEXT NOT NULL,
            inspected_at BIGINT NOT NULL
        );

        CREATE TABLE jobs (
            id {{id}},
            kind TEXT NOT NULL,
            idempotency_key TEXT NOT NULL UNIQUE,
            payload TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'ready',
            attempts BIGINT NOT NULL DEFAULT 0,
            run_after BIGINT NOT NULL,
            leased_until BIGINT,
            lease TEXT,
            last_error TEXT,
            created_at BIGINT NOT NULL,
            finished_at BIGINT
        );
        CREATE INDEX jobs_by_state ON jobs (state, run_after);
        """
}
