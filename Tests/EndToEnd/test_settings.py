"""A setting that cannot be understood ends the program: it is never passed over."""

import pytest


@pytest.fixture
def index(make_server):
    """An index whose settings are still to be written."""
    index = make_server()
    index.folder.mkdir()
    return index


def refused(index, words=("user", "list")):
    """What a command says that does not begin because of the settings."""
    done = index.command(*words, check=False)
    assert (done.returncode, done.stdout) == (2, ""), done
    return done.stderr


def test_only_a_missing_file_means_no_settings(index):
    file = index.folder / "cheeseboard.yaml"
    index.command("user", "list")
    file.mkdir()
    assert "cheeseboard.yaml cannot be read" in refused(index)
    file.rmdir()
    file.symlink_to("nowhere")
    assert "cheeseboard.yaml cannot be read" in refused(index)
    file.unlink()
    file.write_bytes(b"access.read: authenticated # \xe9\n")
    assert "cheeseboard.yaml is not UTF-8" in refused(index)
    file.write_text("")
    index.command("user", "list")


def test_an_unknown_variable_is_named(index):
    index.settings["access.wread"] = "authenticated"
    for words in (["user", "list"], ["serve", "--port", "0"]):
        assert "CHEESEBOARD_ACCESS_WREAD" in refused(index, words)


@pytest.mark.parametrize("text, place", [
    ("proxy:\n  trusted:\n    - 10.0.0.1\n    - address: 10.0.0.2\n", "cheeseboard.yaml:4: proxy.trusted"),
    ("proxy.trusted: [[10.0.0.1]]\n", "cheeseboard.yaml:1: proxy.trusted"),
    ("proxy.trusted: [10.0.0.1, nonsense]\n", "cheeseboard.yaml:1: proxy.trusted"),
    ("? [access, read]\n: authenticated\n", "cheeseboard.yaml:1"),
    ("access.read:\n", "cheeseboard.yaml:1: access.read"),
    ("authenticated\n", "cheeseboard.yaml:1"),
    ("access: {read: authenticated\n", "cheeseboard.yaml"),
])
def test_what_is_no_value_is_refused_with_its_line(index, text, place):
    (index.folder / "cheeseboard.yaml").write_text(text)
    assert place in refused(index)
