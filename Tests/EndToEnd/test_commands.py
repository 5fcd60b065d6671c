"""The commands beside the server: check, import, serve itself, and what they say."""

import hashlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time

import pytest
import requests

import page_forms
from cheeseboard_server import BINARY, wait_until
from distributions import publish, sdist, wheel

COMMANDS = [
    ["serve"], ["user"], ["user", "add"], ["user", "list"], ["user", "freeze"],
    ["user", "unfreeze"], ["user", "restore"], ["token"], ["token", "add"], ["token", "list"], ["token", "revoke"], ["project"], ["project", "list"],
    ["project", "show"], ["project", "yank"], ["project", "unyank"], ["project", "archive"],
    ["project", "unarchive"], ["project", "delete-file"], ["project", "delete-release"],
    ["project", "delete-project"], ["project", "restore"], ["project", "yank-file"],
    ["project", "unyank-file"], ["project", "deprecate"], ["project", "quarantine"],
    ["project", "unquarantine"], ["project", "visibility"], ["project", "role"],
    ["project", "limit"], ["name"], ["name", "prohibit"], ["name", "allow"], ["name", "list"],
    ["check"], ["import"], ["verify"],
    ["backup"], ["restore"], ["jobs"], ["conform"],
]


def run(*words):
    return subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("words", [[], *COMMANDS], ids=" ".join)
def test_help_says_what_a_command_is_for(words):
    done = run(*words, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("OVERVIEW: ") and "USAGE: cheeseboard" in done.stdout
    assert done.stderr == ""
    overview = done.stdout.splitlines()[0].removeprefix("OVERVIEW: ")
    assert overview.endswith(".") and len(overview) > 10


def test_a_wrong_option_could_not_be_done():
    done = run("serve", "--nonsense")
    assert done.returncode == 2
    assert "--nonsense" in done.stderr and done.stdout == ""


def test_check_says_what_an_upload_would_say(tmp_path):
    good = wheel(tmp_path, "brie", "1.0")
    local = wheel(tmp_path, "brie", "1.0+raw")
    bad = tmp_path / "gouda-1.0-py3-none-any.whl"
    bad.write_bytes(good.read_bytes()[:-40])
    done = run("check", good, local)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("ok ") == 2

    done = run("check", good, bad)
    assert done.returncode == 1
    assert f"refused  {bad}" in done.stdout

    done = run("check", "--format", "json", "--profile", "pypi", good, local, bad)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["schema"] == 1
    assert [file["path"] for file in report["files"]] == [str(good), str(local), str(bad)]
    assert [file["ok"] for file in report["files"]] == [True, False, False]
    (refusal,) = report["files"][1]["refusals"]
    assert refusal["code"] == "local-version"
    assert refusal["message"] and refusal["help"]

    done = run("check", tmp_path / "nothing.whl")
    assert done.returncode == 2


def test_a_wheelhouse_is_imported_and_again(make_index, machine, tmp_path):
    index = make_index()
    house = tmp_path / "wheelhouse"
    wheel(house, "brie", "1.0", requires=["camembert"])
    wheel(house / "c" / "camembert", "camembert", "1.0")
    sdist(house / "c" / "camembert", "camembert", "1.0")
    broken = house / "gouda-1.0-py3-none-any.whl"
    broken.write_bytes(b"no wheel")
    (house / "notes.txt").write_text("not a distribution")

    done = index.command("import", house, check=False)
    assert done.returncode == 1
    assert done.stdout == "3 published, 0 there already, 1 refused\n"
    assert "refused  gouda-1.0-py3-none-any.whl" in done.stderr
    wheel(house, "feta", "1.0")
    broken.unlink()
    done = index.command("import", house)
    assert done.stdout == "1 published, 3 there already, 0 refused\n"
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "brie", "feta")
    assert "alice" in requests.get(f"{index.url}/pypi/brie/json", timeout=30).text
    assert index.command("import", tmp_path / "nowhere", check=False).returncode == 2

    (house / "lost-1.0-py3-none-any.whl").symlink_to("nowhere")
    wheel(house, "ricotta", "1.0")
    done = index.command("import", house, check=False)
    assert done.returncode == 2
    assert done.stdout == "1 published, 4 there already, 0 refused, 1 unreadable\n"
    assert "unreadable  lost-1.0-py3-none-any.whl" in done.stderr


def test_serve_prints_its_address_and_nothing_else(make_server):
    index = make_server()
    index.add_user()
    index.start()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", index.url)
    assert requests.get(index.url + "/", timeout=30).status_code == 200
    assert requests.get(index.url + "/_health", timeout=30).json() == {"status": "ok"}
    assert index.stop() == 0
    assert index.process.stdout.read() == ""


def test_an_unknown_setting_ends_the_program_with_its_line(make_server):
    index = make_server()
    index.folder.mkdir()
    (index.folder / "cheeseboard.yaml").write_text("access:\n  read: anonymous\n  wriet: nobody\n")
    done = index.command("serve", check=False)
    assert done.returncode == 2
    assert "cheeseboard.yaml:3: unknown setting 'access.wriet'" in done.stderr
    (index.folder / "cheeseboard.yaml").write_text("access.read: everybody\n")
    done = index.command("serve", check=False)
    assert done.returncode == 2
    assert "cheeseboard.yaml:1: access.read: 'everybody' is not one of" in done.stderr


def test_a_second_server_on_the_same_folder_does_not_start(index):
    done = index.command("serve", "--port", "0", check=False)
    assert done.returncode == 2
    assert "another" in done.stderr.lower() and done.stdout == ""
    assert requests.get(index.url + "/_health", timeout=30).status_code == 200


def test_a_taken_port_is_said_in_words(index, make_server):
    other = make_server("other")
    other.folder.mkdir()
    done = other.command("serve", "--port", index.address.rpartition(":")[2], check=False)
    assert done.returncode == 2
    assert "in use" in done.stderr.lower()


def test_an_upload_under_way_is_finished_before_the_end(index, token, dist):
    file = wheel(dist, "brie", "1.0", files={"brie/noise": os.urandom(1 << 20)})
    body = requests.Request(
        "POST", index.upload, auth=("__token__", token),
        data={":action": "file_upload", "protocol_version": "1", "metadata_version": "2.1",
              "name": "brie", "version": "1.0", "filetype": "bdist_wheel", "pyversion": "py3",
              "sha256_digest": hashlib.sha256(file.read_bytes()).hexdigest()},
        files={"content": (file.name, file.read_bytes())},
    ).prepare()
    connection = http.client.HTTPConnection(index.address, timeout=60)
    connection.putrequest("POST", "/legacy/")
    for name, value in body.headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(body.body[: len(body.body) // 2])
    time.sleep(0.3)
    index.process.send_signal(signal.SIGTERM)
    host, _, port = index.address.partition(":")

    def is_closed():
        with socket.socket() as probe:
            return probe.connect_ex((host, int(port))) != 0

    assert wait_until(is_closed), "the server takes no new connections"
    connection.send(body.body[len(body.body) // 2:])
    answer = connection.getresponse()
    assert answer.status == 200
    assert index.process.wait(timeout=30) == 0
    index.start()
    assert requests.get(f"{index.simple}brie/", timeout=30).status_code == 200
    assert publish(index, file, token=token).status_code == 200


def test_the_first_administrator_s_link_works_once(make_server, dist):
    index = make_server().start()
    link = re.search(r"http://\S+/setup/\S+", index.log_text())[0]
    visitor = requests.Session()
    page = visitor.get(link, timeout=30)
    assert page.status_code == 200
    form = page_forms.form(page)
    assert requests.get(link[:-4] + "0000", timeout=30).status_code in (403, 404)
    person = {"name": "alice", "email": "alice@index.example"}
    wrong = page_forms.send(visitor, form, password="short", **person)
    assert wrong.status_code == 400 and 'role="alert"' in wrong.text
    made = page_forms.send(visitor, form, password="correct horse battery", **person)
    assert made.status_code == 200
    assert requests.get(link, timeout=30).status_code in (403, 404, 410)
    assert "administrator" in index.command("user", "list").stdout
    assert publish(index, wheel(dist, "brie", "1.0"), token=index.token()).status_code == 200
    assert index.stop() == 0
    before = index.log_text()
    index.start()
    assert "/setup/" not in index.log_text()[len(before):]


def test_a_deleted_account_is_brought_back_with_a_new_password(index):
    old = index.add_user("bob", admin=False)
    new = "nine green bottles hanging"

    def sign_in(password):
        visitor = requests.Session()
        form = page_forms.form(visitor.get(index.url + "/account/login/", timeout=30), "/login/")
        return visitor, page_forms.send(visitor, form, name="bob", password=password).status_code

    visitor, status = sign_in(old)
    assert status == 200
    page = visitor.get(index.url + "/manage/account/delete/", timeout=30)
    assert "bob@index.example" in page.text, "the page says where the link goes"
    page_forms.send(visitor, page_forms.form(page, "/delete/"), name="bob", password=old)
    assert sign_in(old)[1] == 403

    words = ["user", "restore", "bob"]
    done = index.command(*words, check=False)
    assert done.returncode == 2 and "--password-stdin" in done.stderr
    index.command(*words, "--password-stdin", input=new + "\n")
    assert [sign_in(old)[1], sign_in(new)[1]] == [403, 200]
    done = index.command(*words, "--password-stdin", input=new + "\n", check=False)
    assert done.returncode != 0 and "is not deleted" in done.stderr


def test_metrics_count_requests_and_uploads(make_index, dist):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    index = make_index(settings={"metrics.port": port})
    token = index.token()
    file = wheel(dist, "brie", "1.0")
    for _ in range(2):
        assert publish(index, file, token=token).status_code == 200
    requests.get(index.simple + "brie/", timeout=30)
    text = requests.get(f"http://127.0.0.1:{port}/metrics", timeout=30).text
    assert 'cheeseboard_uploads_total{outcome="published"} 1' in text
    assert 'cheeseboard_uploads_total{outcome="unchanged"} 1' in text
    assert 'cheeseboard_requests_total{route="project",method="GET",status="200"} 1' in text
    assert requests.get(index.url + "/metrics", timeout=30).status_code == 404
