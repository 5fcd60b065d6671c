"""Runs the built program as a user would, for the end-to-end tests."""

import os
import pathlib
import re
import select
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(
    os.environ.get("CHEESEBOARD_BINARY", ROOT / ".build" / "release" / "cheeseboard")
)


class Cheeseboard:
    """One index: a data folder, and a server on it that can be started, stopped and killed."""

    def __init__(self, folder, settings=None, database=None):
        self.folder = pathlib.Path(folder)
        self.settings = {"metrics.port": "0", **(settings or {})}
        self.database = database
        self.process = None
        self.url = None
        # The certificate that clients are to trust, where the server speaks HTTPS.
        self.certificate = None

    @property
    def environment(self):
        environment = dict(os.environ)
        for key, value in self.settings.items():
            name = "".join(
                "_" if c == "." else "_" + c if c.isupper() else c.upper() for c in key
            )
            environment["CHEESEBOARD_" + name] = str(value)
        if self.database:
            environment["CHEESEBOARD_DATABASE_URL"] = self.database
        return environment

    def command(self, *arguments, input=None, check=True):
        """Runs a command of the program on this folder and returns the finished process."""
        words = [str(BINARY), *map(str, arguments)]
        if arguments[0] not in ("check", "conform"):
            words += ["--data", str(self.folder)]
        done = subprocess.run(
            words, input=input, capture_output=True, text=True, env=self.environment, timeout=600
        )
        if check and done.returncode != 0:
            raise AssertionError(f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def add_user(self, name="alice", password="correct horse battery", admin=True):
        flags = ["--admin"] if admin else []
        self.command(
            "user", "add", name, "--email", f"{name}@index.example", "--password-stdin", *flags,
            input=password + "\n",
        )
        return password

    def token(self, user="alice", *options):
        return self.command("token", "add", "--user", user, *options).stdout.strip()

    def start(self, port=0):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = open(self.folder.parent / (self.folder.name + ".log"), "ab")
        self.process = subprocess.Popen(
            [str(BINARY), "serve", "--data", str(self.folder), "--port", str(port)],
            stdout=subprocess.PIPE, stderr=self.log, text=True, env=self.environment,
        )
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        line = self.process.stdout.readline().strip() if ready else ""
        if not line.startswith("ready "):
            self.process.kill()
            raise AssertionError(f"the server said {line!r}; its log: {self.log_text()}")
        self.url = line.removeprefix("ready ").rstrip("/")
        return self

    def log_text(self):
        return (self.folder.parent / (self.folder.name + ".log")).read_text()

    def stop(self):
        """Asks the server to stop and returns its exit code."""
        if self.process is None or self.process.poll() is not None:
            return None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def kill(self):
        """Kills the server without warning."""
        self.process.kill()
        self.process.wait(timeout=60)

    def requests(self, method=None):
        """The requests that the log tells of, as `(method, path, status)`; needs `log.level: info`."""
        lines = re.findall(r"(GET|HEAD|POST) (\S+) (\d{3})\b", self.log_text())
        return [(m, path, int(status)) for m, path, status in lines if method in (None, m)]

    @property
    def address(self):
        """Host and port, as they stand in a URL."""
        return self.url.partition("://")[2]

    @property
    def simple(self):
        return self.url + "/simple/"

    @property
    def upload(self):
        return self.url + "/legacy/"


def wait_until(condition, seconds=10):
    """Waits for something that another process does; returns whether it happened."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())
