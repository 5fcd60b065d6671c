"""Many writers at once: whoever follows the journal misses nothing."""

import time

import pytest

from cheeseboard_server import wait_until
from raw_http import Background, page, send_all, upload, upload_all, upload_request
from small_distributions import wheel
from stored_data import StoredData

WRITERS = 50


def follow(data, seen):
    """Reads the journal as a mirror does: only ever forward from the last serial."""
    def work(stopping):
        last = 0
        while True:
            ending = stopping.is_set()
            rows = data.query(f"SELECT serial FROM journal WHERE serial > {last} ORDER BY serial")
            seen.extend(serial for serial, in rows)
            last = seen[-1] if seen else 0
            if ending and not rows:
                return
    return work


def follow_list(index):
    """Reads the list of projects: what it shows up to its own serial must never grow later."""
    def work(stopping):
        known, covered = {}, 0
        while not stopping.is_set():
            list = page(index)
            serial = list["meta"]["_last-serial"]
            assert serial >= covered, "the list went back"
            now = {each["name"]: each["_last-serial"] for each in list["projects"]}
            for name, at in now.items():
                assert at <= serial
                if known.get(name) != at:
                    assert at > covered, f"{name} of serial {at} was missed at serial {covered}"
            known, covered = now, serial
    return work


def test_a_follower_misses_no_serial(make_index, database):
    index = make_index(database=database)
    data, token = StoredData(index), index.token()
    batch = [wheel(f"project{each % 40}", f"1.{each}") for each in range(WRITERS * 6)]
    seen = []
    start = time.monotonic()
    with Background(follow(data, seen)), Background(follow_list(index)):
        answers = upload_all(index, token, batch, width=WRITERS)
    seconds = time.monotonic() - start
    print(f"{len(batch)} uploads by {WRITERS} writers in {seconds:.1f} s, {len(seen)} serials")
    assert {answer.status for answer in answers} == {200}, [a.text for a in answers if a.status != 200]
    assert seen == [serial for serial, in data.query("SELECT serial FROM journal ORDER BY serial")]
    assert seen == list(range(1, data.serial + 1)), "every serial is there, once, in order"
    # A project, a release and a file have an entry each, and a new project its owner.
    assert data.query("SELECT count(*) FROM journal WHERE action = 'add file'") == [(len(batch),)]
    assert data.query("SELECT count(*) FROM journal WHERE action = 'create'") == [(40,)]


def test_of_two_uploads_of_one_name_exactly_one_wins(make_index, database):
    index = make_index(database=database)
    data, token = StoredData(index), index.token()
    for number in range(15):
        rivals = [wheel(f"contested{number}", text=side) for side in ("left", "right")]
        answers = upload_all(index, token, rivals)
        assert sorted(answer.status for answer in answers) == [200, 409], answers
        loser = next(answer for answer in answers if answer.status == 409)
        assert loser.reason.startswith("File already exists")
        winner = rivals[[answer.status for answer in answers].index(200)]
        files = page(index, winner.project)["files"]
        assert [file["hashes"]["sha256"] for file in files] == [winner.sha256]
    assert data.query("SELECT count(*) FROM files") == [(15,)]
    assert data.query("SELECT count(*) FROM releases") == [(15,)]


def test_of_two_equal_uploads_both_are_fine(make_index, database):
    index = make_index(database=database)
    data, token = StoredData(index), index.token()
    for number in range(15):
        request = upload_request(token, wheel(f"equal{number}"))
        answers = send_all(index.url, [request] * 3)
        assert [answer.status for answer in answers] == [200] * 3, answers
    assert data.query("SELECT count(*) FROM files") == [(15,)]
    assert data.query("SELECT count(*) FROM journal WHERE action = 'add file'") == [(15,)]


@pytest.mark.parametrize("read", ["simple page", "list"])
def test_a_command_shows_in_a_running_server_within_a_second(make_index, database, read):
    index = make_index(database=database)
    token = index.token()
    assert upload(index, token, wheel("shown")).status == 200

    def state():
        if read == "list":
            return page(index)["meta"]["_last-serial"]
        return page(index, "shown")["files"][0]["yanked"]

    for verb in ("yank", "unyank"):
        before = state()
        index.command("project", verb, "shown", "1.0")
        assert wait_until(lambda: state() != before, 1), f"{verb} did not show within a second"
