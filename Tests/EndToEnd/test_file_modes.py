"""Who may read what the index writes."""

import os
import stat
import subprocess

from cheeseboard_server import BINARY
from distributions import publish, sdist


def readable_by_others(folder):
    """What other users of the machine could open, if the folders above let them."""
    paths = [folder, *folder.rglob("*")]
    return [path for path in paths if stat.S_IMODE(path.lstat().st_mode) & 0o007]


def test_nothing_is_open_to_other_users(make_server, dist, tmp_path):
    index = make_server()
    # Someone else's folder, open to all: the files have to be closed by themselves.
    index.folder.mkdir()
    index.folder.chmod(0o755)
    former = os.umask(0o022)
    try:
        index.add_user()
        index.start()
        publish(index, sdist(dist, "brie", "1.0"), token=index.token())
        names = {path.name for path in index.folder.iterdir()}
        assert {"cheeseboard.sqlite", "cheeseboard.sqlite-wal"} <= names
        index.command("backup", tmp_path / "backup")
    finally:
        os.umask(former)
    assert readable_by_others(index.folder) == [index.folder]
    assert readable_by_others(tmp_path / "backup") == []


def test_a_stricter_umask_stays(tmp_path):
    words = ["user", "add", "alice", "--email", "alice@index.example", "--password-stdin"]
    folder = tmp_path / "data"
    subprocess.run(
        [BINARY, *words, "--data", folder], input="correct horse battery\n", text=True,
        check=True, umask=0o077, capture_output=True)
    assert stat.S_IMODE((folder / "cheeseboard.sqlite").stat().st_mode) == 0o600
