extension Schema {
    /// The second step: people with several addresses, second factors and sessions; invitations,
    /// private projects and what pages show beside a release's metadata.
    ///
    /// Secrets that are shown back (of sessions, devices, links, recovery codes) are kept as digests.
    static let people = """
        CREATE TABLE emails (
            id {{id}},
            user_id BIGINT NOT NULL REFERENCES users (id),
            address TEXT NOT NULL,
            normalized_address {{text}} NOT NULL,
            is_primary BIGINT NOT NULL DEFAULT 0,
            is_verified BIGINT NOT NULL DEFAULT 0,
            is_public BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            verified_at BIGINT,
            removed_at BIGINT
        );
        CREATE INDEX emails_by_address ON emails (normalized_address);
        CREATE UNIQUE INDEX emails_verified_once ON emails (normalized_address)
            WHERE is_verified = 1 AND removed_at IS NULL;
        CREATE UNIQUE INDEX emails_once_each ON emails (user_id, normalized_address)
            WHERE removed_at IS NULL;
        CREATE UNIQUE INDEX emails_one_primary ON emails (user_id)
            WHERE is_primary = 1 AND removed_at IS NULL;
        INSERT INTO emails
            (user_id, address, normalized_address, is_primary, is_verified, created_at, verified_at)
            SELECT id, email, lower(email), 1, 0, created_at, NULL FROM users;
        UPDATE emails SET is_verified = 1, verified_at = created_at WHERE id IN (
            SELECT MIN(id) FROM emails GROUP BY normalized_address);
        ALTER TABLE users DROP COLUMN email;
        ALTER TABLE users ADD COLUMN full_name TEXT;
        ALTER TABLE users ADD COLUMN frozen_reason TEXT;
        ALTER TABLE users ADD COLUMN password_changed_at BIGINT;
        ALTER TABLE users ADD COLUMN last_signed_in_at BIGINT;
        ALTER TABLE users ADD COLUMN deleted_at BIGINT;

        CREATE TABLE sessions (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            secret_hash TEXT NOT NULL UNIQUE,
            user_id BIGINT NOT NULL REFERENCES users (id),
            created_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            proven_at BIGINT NOT NULL,
            client_address TEXT,
            user_agent TEXT
        );
        CREATE INDEX sessions_by_user ON sessions (user_id);

        CREATE TABLE devices (
            id {{id}},
            user_id BIGINT NOT NULL REFERENCES users (id),
            secret_hash TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL,
            client_address TEXT,
            user_agent TEXT,
            UNIQUE (user_id, secret_hash)
        );

        CREATE TABLE sign_ins (
            id {{id}},
            secret_hash TEXT NOT NULL UNIQUE,
            step TEXT NOT NULL,
            user_id BIGINT REFERENCES users (id),
            challenge TEXT NOT NULL,
            next_path TEXT,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        );

        CREATE TABLE authenticators (
            user_id BIGINT PRIMARY KEY REFERENCES users (id),
            secret BYTEA NOT NULL,
            last_step BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL
        );

        CREATE TABLE security_keys (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            user_id BIGINT NOT NULL REFERENCES users (id),
            label TEXT NOT NULL,
            credential_id TEXT NOT NULL UNIQUE,
            public_key BYTEA NOT NULL,
            sign_count BIGINT NOT NULL,
            is_passkey BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            last_used_at BIGINT,
            UNIQUE (user_id, label)
        );

        CREATE TABLE recovery_codes (
            id {{id}},
            user_id BIGINT NOT NULL REFERENCES users (id),
            code_hash TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            proven_at BIGINT,
            used_at BIGINT
        );
        CREATE INDEX recovery_codes_by_user ON recovery_codes (user_id);

        CREATE TABLE links (
            id {{id}},
            secret_hash TEXT NOT NULL UNIQUE,
            purpose TEXT NOT NULL,
            user_id BIGINT NOT NULL REFERENCES users (id),
            subject TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            used_at BIGINT
        );
        CREATE INDEX links_by_user ON links (user_id, purpose);

        CREATE TABLE events (
            id {{id}},
            user_id BIGINT REFERENCES users (id),
            project_id BIGINT REFERENCES projects (id),
            tag TEXT NOT NULL,
            actor TEXT,
            detail TEXT NOT NULL,
            client_address TEXT,
            user_agent TEXT,
            at BIGINT NOT NULL
        );
        CREATE INDEX events_by_user ON events (user_id, at);
        CREATE INDEX events_by_project ON events (project_id, at);

        CREATE TABLE rate_counts (
            bucket TEXT NOT NULL,
            caller TEXT NOT NULL,
            window_start BIGINT NOT NULL,
            count BIGINT NOT NULL,
            PRIMARY KEY (bucket, caller, window_start)
        );
        CREATE INDEX rate_counts_by_start ON rate_counts (window_start);

        CREATE TABLE mails (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            user_id BIGINT REFERENCES users (id),
            recipient TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            text_body TEXT,
            html_body TEXT,
            created_at BIGINT NOT NULL,
            sent_at BIGINT,
            refusal TEXT
        );
        CREATE INDEX mails_by_user ON mails (user_id, created_at);

        CREATE TABLE invitations (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            project_id BIGINT NOT NULL REFERENCES projects (id),
            user_id BIGINT NOT NULL REFERENCES users (id),
            role TEXT NOT NULL,
            is_transfer BIGINT NOT NULL DEFAULT 0,
            invited_by BIGINT REFERENCES users (id),
            state TEXT NOT NULL DEFAULT 'open',
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            answered_at BIGINT
        );
        CREATE UNIQUE INDEX invitations_one_open ON invitations (project_id, user_id)
            WHERE state = 'open';
        CREATE INDEX invitations_by_user ON invitations (user_id);

        CREATE TABLE role_changes (
            id {{id}},
            uid TEXT NOT NULL UNIQUE,
            project_id BIGINT NOT NULL REFERENCES projects (id),
            user_id BIGINT NOT NULL REFERENCES users (id),
            role TEXT,
            asked_by BIGINT NOT NULL REFERENCES users (id),
            state TEXT NOT NULL DEFAULT 'open',
            created_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            ended_at BIGINT
        );
        CREATE UNIQUE INDEX role_changes_one_open ON role_changes (project_id, user_id)
            WHERE state = 'open';
        CREATE INDEX role_changes_by_user ON role_changes (user_id);

        CREATE TABLE prohibited_names (
            normalized_name {{text}} PRIMARY KEY,
            reason TEXT,
            created_at BIGINT NOT NULL,
            created_by TEXT
        );

        ALTER TABLE tokens ADD COLUMN label TEXT;
        CREATE UNIQUE INDEX tokens_one_label ON tokens (user_id, label) WHERE revoked_at IS NULL;

        ALTER TABLE projects ADD COLUMN look_alike_key {{text}};
        ALTER TABLE projects ADD COLUMN successor TEXT;
        ALTER TABLE projects ADD COLUMN maximum_file_bytes BIGINT;
        ALTER TABLE projects ADD COLUMN maximum_total_bytes BIGINT;
        CREATE INDEX projects_by_look_alike ON projects (look_alike_key);
        CREATE TABLE name_turns (look_alike_key {{text}} PRIMARY KEY);
        ALTER TABLE releases ADD COLUMN uploader_id BIGINT REFERENCES users (id);
        CREATE INDEX files_by_uploader ON files (uploader_id);
        CREATE INDEX releases_by_creation ON releases (created_at, id);
        CREATE INDEX projects_by_creation ON projects (created_at, id);

        CREATE TABLE descriptions (
            release_id BIGINT PRIMARY KEY REFERENCES releases (id),
            html TEXT,
            problem TEXT,
            renderer TEXT NOT NULL,
            rendered_at BIGINT NOT NULL
        );

        CREATE TABLE dependencies (
            release_id BIGINT NOT NULL REFERENCES releases (id),
            normalized_name {{text}} NOT NULL,
            PRIMARY KEY (release_id, normalized_name)
        );
        CREATE INDEX dependencies_by_name ON dependencies (normalized_name);

        CREATE TABLE dependents (
            needed {{text}} NOT NULL,
            dependent {{text}} NOT NULL,
            project_id BIGINT NOT NULL REFERENCES projects (id),
            version TEXT NOT NULL,
            PRIMARY KEY (needed, dependent)
        );
        CREATE INDEX dependents_by_project ON dependents (project_id);

        CREATE TABLE catalogues (
            id BIGINT PRIMARY KEY CHECK (id = 1),
            sha256 TEXT NOT NULL,
            entries BIGINT NOT NULL,
            loaded_at BIGINT NOT NULL
        );
        CREATE INDEX inspections_by_time ON inspections (inspected_at);

        CREATE TABLE verified_urls (
            project_id BIGINT NOT NULL REFERENCES projects (id),
            url TEXT NOT NULL,
            verified_at BIGINT NOT NULL,
            PRIMARY KEY (project_id, url)
        );

        CREATE TABLE page_counter (
            id BIGINT PRIMARY KEY CHECK (id = 1),
            serial BIGINT NOT NULL
        );
        INSERT INTO page_counter (id, serial) VALUES (1, 0);

        CREATE TABLE page_changes (
            serial BIGINT PRIMARY KEY,
            project TEXT NOT NULL,
            at BIGINT NOT NULL
        );
        """
}
