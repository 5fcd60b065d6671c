"""The owner's commands on a running server: a client sees each change within a second."""

import pytest
import requests

from cheeseboard_server import wait_until
from distributions import publish as upload
from distributions import sdist, wheel
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


def test_one_file_is_yanked_by_itself(brie, dist):
    upload(brie, sdist(dist, "brie", "1.1"), token=brie.token())
    name = "brie-1.1-py3-none-any.whl"

    def yanked():
        return {file["filename"]: file["yanked"] for file in page(brie)["files"] if file["yanked"]}

    brie.command("project", "yank-file", "brie", name, "--reason", "built wrong")
    assert soon(lambda: yanked() == {name: "built wrong"})
    brie.command("project", "unyank-file", "brie", name)
    assert soon(lambda: yanked() == {})


def test_a_deleted_release_and_a_deleted_file_come_back(brie):
    name = "brie-1.1-py3-none-any.whl"
    brie.command("project", "delete-release", "brie", "1.0", "--yes")
    brie.command("project", "delete-file", "brie", name, "--yes")
    assert soon(lambda: files(brie) == [])
    brie.command("project", "restore", "brie", "--release", "1.0")
    assert soon(lambda: files(brie) == ["brie-1.0-py3-none-any.whl"])
    brie.command("project", "restore", "brie", "--file", name)
    assert soon(lambda: len(files(brie)) == 2)
    done = brie.command(
        "project", "restore", "brie", "--file", name, "--release", "1.0", check=False)
    assert done.returncode == 2 and "not both" in done.stderr


def test_nothing_of_a_quarantined_project_is_offered(brie):
    brie.command("project", "quarantine", "brie", "--reason", "odd")
    assert soon(lambda: page(brie)["project-status"]["status"] == "quarantined")
    assert files(brie) == []
    for words in (["archive"], ["unarchive"], ["deprecate"]):
        done = brie.command("project", *words, "brie", check=False)
        assert done.returncode == 1 and "quarantined" in done.stderr
    brie.command("project", "unquarantine", "brie")
    assert soon(lambda: page(brie)["project-status"]["status"] == "active")
    assert len(files(brie)) == 2


def test_a_deprecated_project_names_its_successor(brie):
    brie.command("project", "deprecate", "brie", "--successor", "gouda", "--reason", "Too soft.")
    assert soon(lambda: page(brie)["project-status"] == {
        "status": "deprecated", "reason": "Too soft. Use gouda instead."})
    brie.command("project", "unarchive", "brie")
    assert soon(lambda: page(brie)["project-status"]["status"] == "active")


def test_a_project_is_closed_and_opened(brie):
    brie.command("project", "visibility", "brie", "private")
    assert soon(lambda: page(brie) is None)
    brie.command("project", "visibility", "brie", "public")
    assert soon(lambda: page(brie) is not None)
    assert brie.command("project", "visibility", "brie", "secret", check=False).returncode == 2


def test_roles_are_given_changed_and_taken(brie):
    data = StoredData(brie)
    brie.add_user("bob", admin=False)
    data.query("UPDATE emails SET is_verified = 1")

    def roles():
        return dict(data.query(
            "SELECT users.name, roles.role FROM roles JOIN users ON users.id = roles.user_id"))

    assert roles() == {"alice": "owner"}
    assert "invited" in brie.command("project", "role", "brie", "bob", "maintainer").stdout
    assert data.query("SELECT role, state FROM invitations") == [("maintainer", "open")]
    data.query(
        "INSERT INTO roles (project_id, user_id, role, created_at) "
        "SELECT 1, id, 'reader', 0 FROM users WHERE name = 'bob'")
    assert brie.command("project", "role", "brie", "bob", "owner").stdout == ""
    assert roles() == {"alice": "owner", "bob": "owner"}
    brie.command("project", "role", "brie", "alice", "none")
    assert roles() == {"bob": "owner"}
    done = brie.command("project", "role", "brie", "bob", "none", check=False)
    assert done.returncode == 1 and "only owner" in done.stderr


def test_limits_of_a_project_s_own(brie):
    def limits():
        return StoredData(brie).query(
            "SELECT maximum_file_bytes, maximum_total_bytes FROM projects")[0]

    brie.command("project", "limit", "brie", "--file-size", "300MiB")
    assert limits() == (300 << 20, None)
    brie.command("project", "limit", "brie", "--project-size", "20 GiB")
    assert limits() == (300 << 20, 20 << 30)
    brie.command("project", "limit", "brie", "--file-size", "none")
    assert limits() == (None, 20 << 30)
    for words in ([], ["--file-size", "large"]):
        assert brie.command("project", "limit", "brie", *words, check=False).returncode == 2


def test_a_prohibited_name_is_not_taken(index, token, dist):
    gouda = wheel(dist, "gouda", "1.0")
    index.command("name", "prohibit", "Gouda", "--reason", "a trap")
    listed = index.command("name", "list").stdout
    assert listed.startswith("gouda ") and listed.endswith("  by command  a trap\n")
    assert upload(index, gouda, token=token).status_code in (400, 403)
    index.command("name", "allow", "gouda")
    assert index.command("name", "list").stdout == ""
    assert upload(index, gouda, token=token).status_code == 200
    assert index.command("name", "allow", "gouda", check=False).returncode == 1


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
        ["quarantine", "nothing"], ["unquarantine", "nothing"], ["deprecate", "nothing"],
        ["visibility", "nothing", "private"], ["yank-file", "brie", "nothing.whl"],
        ["restore", "brie", "--file", "nothing.whl"], ["restore", "brie", "--release", "9"],
        ["role", "brie", "nobody", "owner"], ["limit", "nothing", "--file-size", "1GiB"],
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
