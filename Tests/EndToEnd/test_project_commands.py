"""The owner's commands on a running server: a client sees each change within a second."""

import pytest
import requests

from cheeseboard_server import wait_until
from distributions import publish as upload
from distributions import wheel
from stored_data import StoredData

ACCEPT = {"Accept": "application/vnd.pypi.simple.v1+json"}


def page(index, name="brie"):
    """The project's page; None where there is none."""
    answer = requests.get(f"{index.simple}{name}/", headers=ACCEPT, timeout=30)
    return answer.json() if answer.status_code == 200 else None


def soon(condition):
    """Whether something is so within a second."""
    return wait_until(condition, seconds=1)


def files(index):
    listing = page(index)
    return [file["filename"] for file in listing["files"]] if listing else None


@pytest.fixture
def brie(index, publish, dist):
    publish(wheel(dist, "brie", "1.0"), wheel(dist, "brie", "1.1"))
    assert len(files(index)) == 2
    return index


def test_yank_and_unyank(brie):
    def yanked():
        return [file["yanked"] for file in page(brie)["files"]]

    assert yanked() == [False, False]
    brie.command("project", "yank", "brie", "1.1", "--reason", "mould")
    assert soon(lambda: yanked() == [False, "mould"])
    brie.command("project", "unyank", "brie", "1.1")
    assert soon(lambda: yanked() == [False, False])


def test_an_archived_project_is_read_but_not_added_to(brie, token, machine, dist):
    brie.command("project", "archive", "brie")
    assert soon(lambda: page(brie)["project-status"]["status"] == "archived")
    said = machine.run(
        "twine", "twine", "upload", "--repository-url", brie.upload, "-u", "__token__", "-p", token,
        wheel(dist, "brie", "1.2"), code=1)
    assert "403 Forbidden" in said and "archived" in said
    machine.pip("--python", machine.venv(), "install", "--index-url", brie.simple, "brie")
    brie.command("project", "unarchive", "brie")
    assert soon(lambda: page(brie)["project-status"]["status"] == "active")
    assert upload(brie, wheel(dist, "brie", "1.2"), token=token).status_code == 200


def test_a_deleted_file_is_gone_and_its_name_is_burnt(brie, token, dist):
    address = page(brie)["files"][1]["url"]
    address = requests.compat.urljoin(f"{brie.simple}brie/", address)
    assert requests.get(address, timeout=30).status_code == 200
    brie.command("project", "delete-file", "brie", "brie-1.1-py3-none-any.whl", "--yes")
    assert soon(lambda: files(brie) == ["brie-1.0-py3-none-any.whl"])
    assert soon(lambda: requests.get(address, timeout=30).status_code == 404)
    answer = upload(brie, wheel(dist, "brie", "1.1"), token=token)
    assert answer.status_code in (400, 409)
    assert "previously used" in answer.reason


def test_a_deleted_release_is_gone(brie):
    brie.command("project", "delete-release", "brie", "1.0", "--yes")
    assert soon(lambda: files(brie) == ["brie-1.1-py3-none-any.whl"])
    assert page(brie)["versions"] == ["1.1"]


def test_a_deleted_project_comes_back(brie, machine):
    brie.command("project", "delete-project", "brie", "--yes")
    assert soon(lambda: page(brie) is None)
    assert soon(
        lambda: "brie" not in requests.get(brie.simple, headers=ACCEPT, timeout=30).text)
    machine.pip("download", "--index-url", brie.simple, "brie", code=1)
    brie.command("project", "restore", "brie")
    assert soon(lambda: page(brie) is not None and len(files(brie)) == 2)
    machine.pip("--python", machine.venv(), "install", "--index-url", brie.simple, "brie")


def test_list_and_show(brie):
    assert brie.command("project", "list").stdout == "brie\n"
    shown = brie.command("project", "show", "Brie").stdout
    assert "brie-1.1-py3-none-any.whl" in shown and "1.0" in shown


@pytest.mark.parametrize(
    "words",
    [
        ["show", "nothing"], ["yank", "nothing", "1.0"], ["yank", "brie", "9"],
        ["delete-file", "brie", "nothing.whl", "--yes"], ["delete-release", "brie", "9", "--yes"],
        ["delete-project", "nothing", "--yes"], ["archive", "nothing"],
    ],
)
def test_what_is_not_there_is_a_no(brie, words):
    done = brie.command("project", *words, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("cheeseboard: ") and done.stdout == ""


def test_deleting_without_a_terminal_needs_yes(brie):
    done = brie.command("project", "delete-project", "brie", check=False, input="")
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert len(files(brie)) == 2


@pytest.mark.parametrize("change, word", [
    ("visibility = 'private'", "private"), ("status = 'quarantined'", "quarantined")])
def test_the_machine_s_owner_sees_what_is_hidden(brie, change, word):
    StoredData(brie).query(f"UPDATE projects SET {change}")
    assert brie.command("project", "list").stdout == "brie\n"
    shown = brie.command("project", "show", "brie").stdout
    assert word in shown.splitlines()[0] and "brie-1.1-py3-none-any.whl" in shown


def test_a_token_whose_time_is_over_is_listed_as_expired(index):
    index.token("alice", "--expires-in", "1d")
    assert "active" in index.command("token", "list", "--user", "alice").stdout
    StoredData(index).query("UPDATE tokens SET expires_at = 1")
    assert "expired" in index.command("token", "list", "--user", "alice").stdout
