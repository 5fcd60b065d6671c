"""A throwaway PostgreSQL for the tests, one database for each that asks."""

import pathlib
import shutil
import subprocess
import tempfile

import psycopg

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "Tools" / "postgres.sh"


class PostgresServer:
    def __init__(self):
        # The server runs as another user where the tests run as root, who has to get there.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cheeseboard-postgres-"))
        self.folder.chmod(0o755)
        self.url = self._do("start")
        self.count = 0

    def _do(self, verb):
        done = subprocess.run(
            [str(SCRIPT), verb, str(self.folder)], capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def new_database(self):
        """Makes an empty database and returns its URL."""
        self.count += 1
        name = f"index{self.count}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url.rpartition("/")[0] + "/" + name

    def restart(self):
        self._do("restart")

    def stop(self):
        self._do("stop")
        shutil.rmtree(self.folder, ignore_errors=True)
