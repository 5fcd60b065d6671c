"""bandersnatch mirrors the index completely, and follows what changes."""

import hashlib
import json
import pathlib

import requests

from cheeseboard_server import wait_until
from distributions import sdist, wheel


def mirror(machine, index):
    """Runs bandersnatch once and returns the folder that holds its copy."""
    folder = machine.folder / "mirror"
    settings = machine.folder / "bandersnatch.conf"
    settings.write_text(
        f"""
[mirror]
directory = {folder}
master = {index.url}
api-method = simple
allow-non-https = true
json = true
release-files = true
hash-index = false
stop-on-error = true
timeout = 30
workers = 2
compare-method = hash
""")
    # Its HTTP library heeds the proxies that keep the other clients at home, but not no_proxy.
    direct = dict.fromkeys(["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"], "")
    machine.run("bandersnatch", "bandersnatch", "--config", settings, "mirror", env=direct)
    return folder / "web"


def json_page(index, project):
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    return requests.get(f"{index.simple}{project}/", headers=accept, timeout=30).json()


def check(web, index):
    """Demands that each file of the index is in the copy, byte for byte."""
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    projects = requests.get(index.simple, headers=accept, timeout=30).json()["projects"]
    for project in projects:
        name = project["name"].lower().replace(".", "-")
        page = json_page(index, name)
        copy = json.loads((web / "simple" / name / "index.v1_json").read_text())
        assert {each["filename"]: each["hashes"]["sha256"] for each in copy["files"]} == {
            each["filename"]: each["hashes"]["sha256"] for each in page["files"]}
        assert {each["filename"]: bool(each["yanked"]) for each in copy["files"]} == {
            each["filename"]: bool(each["yanked"]) for each in page["files"]}
        for file in copy["files"]:
            path = pathlib.Path(web / "simple" / name / file["url"]).resolve()
            assert hashlib.sha256(path.read_bytes()).hexdigest() == file["hashes"]["sha256"]
        document = json.loads((web / "json" / name).read_text())
        assert document["last_serial"] == page["meta"]["_last-serial"]
    return {project["name"] for project in projects}


def test_a_mirror_is_complete_and_follows(index, publish, machine, dist):
    publish(
        wheel(dist, "Soft.Brie", "1.0"), sdist(dist, "Soft.Brie", "1.0"),
        wheel(dist, "Soft.Brie", "1.1+raw"), wheel(dist, "gouda", "1.0"),
        wheel(dist, "gouda", "2.0"), wheel(dist, "camembert", "1.0"))
    web = mirror(machine, index)
    assert check(web, index) == {"Soft.Brie", "gouda", "camembert"}

    index.command("project", "yank", "gouda", "1.0", "--reason", "old")
    index.command(
        "project", "delete-file", "soft-brie", "soft_brie-1.0-py3-none-any.whl", "--yes")
    publish(wheel(dist, "feta", "1.0"))
    web = mirror(machine, index)
    assert check(web, index) == {"Soft.Brie", "gouda", "camembert", "feta"}
    copy = json.loads((web / "simple" / "gouda" / "index.v1_json").read_text())
    # That a file is yanked; bandersnatch does not write why.
    assert [each["yanked"] for each in copy["files"]] == [True, False]
    assert len(json.loads((web / "simple" / "soft-brie" / "index.v1_json").read_text())["files"]) == 2

    # What is gone from the list is no change that it sees: `bandersnatch delete` is for that.
    index.command("project", "delete-project", "camembert", "--yes")
    assert wait_until(lambda: "camembert" not in requests.get(index.simple, timeout=30).text)
    publish(wheel(dist, "feta", "1.1"))
    web = mirror(machine, index)
    assert check(web, index) == {"Soft.Brie", "gouda", "feta"}
    assert (web / "simple" / "camembert").exists()

    python = machine.venv()
    machine.pip(
        "--python", python, "install", "--no-index", "--find-links",
        web / "simple" / "soft-brie" / "index.html", "soft-brie")
    assert machine.says(python, "import soft_brie; print(soft_brie.__version__)") == "1.1+raw"
