"""What a server keeps on disk and in its database, seen from outside."""

import contextlib
import hashlib
import os
import pathlib
import sqlite3

import psycopg


class StoredData:
    """The data behind an index: SQLite in its folder, or PostgreSQL."""

    def __init__(self, index):
        self.index = index

    def query(self, sql):
        """The rows of a statement; a change is committed."""
        if self.index.database:
            with psycopg.connect(self.index.database.replace("postgres://", "postgresql://")) as c:
                cursor = c.execute(sql)
                return cursor.fetchall() if cursor.description else []
        path = self.index.folder / "cheeseboard.sqlite"
        with contextlib.closing(sqlite3.connect(path, timeout=30)) as connection:
            rows = connection.execute(sql).fetchall()
            connection.commit()
            return rows

    @property
    def serial(self):
        return self.query("SELECT serial FROM journal_counter")[0][0]

    @property
    def named(self):
        """The digests that rows name."""
        rows = self.query("SELECT sha256, metadata_sha256 FROM files")
        return {digest for row in rows for digest in row if digest}

    @property
    def blobs(self):
        """Every blob's path by its digest."""
        return {path.name: path for path in (self.index.folder / "blobs").glob("*/*/*")}

    @property
    def orphans(self):
        named = self.named
        return {digest: path for digest, path in self.blobs.items() if digest not in named}

    @property
    def staging(self):
        return sorted(os.listdir(self.index.folder / "staging"))

    def end_leases(self):
        """As if the five minutes were over after which another worker may take a job over."""
        self.query("UPDATE jobs SET leased_until = 1 WHERE state = 'running'")

    def plant_orphan(self, content):
        """Puts a blob on disk that no row names; returns its digest."""
        digest = hashlib.sha256(content).hexdigest()
        folder = self.index.folder / "blobs" / digest[:2] / digest[2:4]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / digest).write_bytes(content)
        return digest


def memory(process):
    """What a process holds in memory now, in MiB."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the process has ended")


def losses(verify):
    """The lines of `verify` that tell of damage: everything but orphans and the last."""
    lines = verify.stdout.strip().splitlines()
    return [line for line in lines[:-1] if not line.startswith("orphan")]
