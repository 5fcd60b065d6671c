"""The index with its database in PostgreSQL."""

import collections
import time

from cheeseboard_server import Cheeseboard, wait_until
from raw_http import Background, fetch, page, published_files, upload
from small_distributions import sdist, wheel
from stored_data import StoredData


def test_twine_publishes_and_pip_installs(make_index, postgres, machine, dist):
    index = make_index(database=postgres.new_database())
    token = index.token()
    for each in (wheel("story"), sdist("story"), wheel("story", "2.0")):
        (dist / each.filename).write_bytes(each.content)
    said = machine.run(
        "twine", "twine", "upload", "--non-interactive", "--repository-url", index.upload,
        "-u", "__token__", "-p", token, *sorted(map(str, dist.iterdir())),
    )
    assert "Uploading" in said
    machine.pip("install", "--no-deps", "--target", dist / "target", "--index-url", index.simple,
                "story")
    assert (dist / "target" / "story.py").read_text().startswith("VERSION = '2.0'")
    index.command("project", "yank", "story", "2.0", "--reason", "too new")
    assert wait_until(lambda: page(index, "story")["files"][2]["yanked"] == "too new", 1)
    machine.pip("install", "--no-deps", "--target", dist / "older", "--index-url", index.simple,
                "story")
    assert (dist / "older" / "story.py").read_text().startswith("VERSION = '1.0'")
    assert not (index.folder / "cheeseboard.sqlite").exists()
    assert index.command("verify").stdout.strip().endswith("0 faults")
    assert index.stop() == 0


def test_a_restart_of_the_database_is_survived(make_index, postgres):
    index = make_index(database=postgres.new_database())
    token = index.token()
    assert upload(index, token, wheel("before")).status == 200
    statuses = collections.Counter()
    taken = []

    def keep_uploading(name):
        def work(stopping):
            number = 0
            while not stopping.is_set():
                each = wheel(f"{name}{number}")
                answer = upload(index, token, each)
                statuses[f"upload {answer.status}"] += 1
                if answer.status == 200:
                    taken.append(each)
                number += 1
        return work

    def keep_reading(stopping):
        while not stopping.is_set():
            for path in ("pypi/before/json", "simple/before/", "_health"):
                statuses[f"read {fetch(f'{index.url}/{path}')[0]}"] += 1

    with Background(keep_uploading("a")), Background(keep_uploading("b")), Background(keep_reading):
        for _ in range(3):
            time.sleep(1)
            postgres.restart()
        time.sleep(1)
    print(dict(statuses))
    assert statuses.keys() <= {"upload 200", "upload 503", "read 200", "read 503"}, statuses
    assert len(taken) > 3
    assert upload(index, token, wheel("afterwards")).status == 200
    assert fetch(f"{index.url}/_health")[0] == 200
    for each in taken:
        assert published_files(index, each.project)[each.filename][1] == each.sha256
    # A job that was under way in a restart keeps its lease until that ends.
    StoredData(index).end_leases()
    assert wait_until(lambda: index.command("jobs").stdout == "", 60), index.command("jobs").stdout
    assert index.command("verify").stdout.strip().endswith("0 faults")


def test_two_servers_share_a_database_and_a_folder(make_index, postgres):
    first = make_index(database=postgres.new_database())
    second = Cheeseboard(first.folder, database=first.database)
    second.start()
    try:
        token = first.token()
        for number, (here, there) in enumerate([(first, second), (second, first)] * 3):
            each = wheel(f"shared{number}")
            # Asked before it is there, so that a page of the list is kept.
            assert each.project not in {p["name"] for p in page(there)["projects"]}
            assert upload(here, token, each).status == 200
            assert each.project in {p["name"] for p in page(here)["projects"]}
            assert wait_until(
                lambda: each.project in {p["name"] for p in page(there)["projects"]}, 1)
            url, _ = published_files(there, each.project)[each.filename]
            assert fetch(url) == (200, each.content)
        assert wait_until(lambda: first.command("jobs").stdout == "", 30)
        attempts = StoredData(first).query(
            "SELECT DISTINCT attempts FROM jobs WHERE kind = 'inspect-file'")
        assert attempts == [(1,)], "no job is done by both"
    finally:
        assert second.stop() == 0


def test_a_database_that_is_away_is_told_clearly(make_server):
    index = make_server("away", database="postgres://nobody:secret-word@127.0.0.1:9/none")
    done = index.command("user", "list", check=False)
    assert done.returncode == 2
    assert "cannot connect" in done.stderr and "secret-word" not in done.stderr
