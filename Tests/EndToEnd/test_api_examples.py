"""Runs the examples of docs/API.md against an index, as they stand there."""

import os
import subprocess

import distributions
from cheeseboard_server import ROOT


def examples():
    """The commands of the page that ask the index."""
    lines = (ROOT / "docs" / "API.md").read_text().splitlines()
    return [line.strip() for line in lines if line.startswith("    curl ")]


def test_every_example_is_answered_without_a_refusal(index, publish, dist):
    index.add_user("bob", admin=False)
    publish(distributions.wheel(dist, "brie", "1.0"))
    token = index.token("alice", "--scope", "manage", "--scope", "read")
    environment = {**os.environ, "INDEX": index.url, "TOKEN": token}
    commands = examples()
    assert len(commands) >= 10
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command.replace("curl -sS", "curl -sS -w '\\n%{http_code}'")],
            capture_output=True, text=True, env=environment, timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines()[-1] in ("200", "201", "204"), (command, done.stdout)
