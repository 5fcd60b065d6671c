"""The server is killed without warning: what it has acknowledged is there afterwards."""

import hashlib
import os
import random
import time

import pytest

from cheeseboard_server import wait_until
from raw_http import fetch, published_files, upload, upload_all, upload_request, send_all
from small_distributions import wheel
from stored_data import StoredData, losses

DAY = 24 * 60 * 60


def kill_during_uploads(index, token, batch, chance):
    """Uploads all at once and kills the server somewhere in between; returns what it took."""
    # From none acknowledged to nearly all, and then anywhere between two of them.
    threshold = chance.randrange(len(batch))
    pause = chance.uniform(0, 0.02)
    taken = []

    def note(number, answer):
        if answer.status == 200:
            taken.append(batch[number])
            if len(taken) > threshold and index.process.poll() is None:
                time.sleep(pause)
                index.process.kill()

    answers = upload_all(index, token, batch, width=len(batch), done=note)
    assert {answer.status for answer in answers} <= {0, 200}, [a for a in answers if a.status]
    index.kill()
    return taken


def check_taken(index, taken):
    """Every file that was acknowledged is listed and downloads with its own bytes."""
    for each in taken:
        files = published_files(index, each.project)
        assert each.filename in files, f"{each.filename} was acknowledged and is gone"
        url, digest = files[each.filename]
        status, body = fetch(url)
        assert status == 200 and digest == each.sha256
        assert hashlib.sha256(body).hexdigest() == digest


def kill_rounds(index, machine, rounds, uploads):
    token = index.token()
    data = StoredData(index)
    chance = random.Random(20260101)
    everything = []
    for number in range(rounds):
        batch = [wheel(f"round{number}-project{each}", text=each) for each in range(uploads)]
        taken = kill_during_uploads(index, token, batch, chance)
        left = len(data.staging)
        data.end_leases()
        index.start()
        assert data.staging == [], "a restart cleans the staging folder"
        orphans = len(data.orphans)
        check_taken(index, taken)
        # What was not acknowledged may be there or not, but whole or not at all; and it can be
        # uploaded again.
        again = [each for each in batch if each not in taken]
        answers = upload_all(index, token, again, width=20)
        assert {answer.status for answer in answers} <= {200}, answers
        everything += batch
        verify = index.command("verify", check=False)
        assert losses(verify) == [], verify.stdout
        print(f"round {number}: {len(taken)} of {uploads} acknowledged before the kill, "
              f"{left} files were left in staging, {orphans} blobs without a row")
        sample = [each.name for each in chance.sample(batch, 3)]
        machine.pip(
            "install", "--quiet", "--no-deps", "--target", machine.folder / f"target{number}",
            "--index-url", index.simple, *sample,
        )
    check_taken(index, everything)
    assert wait_until(lambda: index.command("jobs").stdout == "", 120), index.command("jobs").stdout
    return data


def test_killed_during_uploads(index, machine):
    kill_rounds(index, machine, rounds=2, uploads=60)


@pytest.mark.long
def test_killed_during_uploads_twenty_times(index, machine):
    kill_rounds(index, machine, rounds=20, uploads=500)


def test_a_wheel_of_a_known_name_is_not_lost_when_the_kill_comes_between(index):
    """The same file again after the kill: whatever the first upload left behind, it works."""
    token = index.token()
    each = wheel("twice")
    for _ in range(5):
        send_all(index.url, [upload_request(token, each)] * 4)
        index.kill()
        index.start()
        assert upload(index, token, each).status == 200
        check_taken(index, [each])


def test_orphans_are_reported_and_collected(index):
    data = StoredData(index)
    token = index.token()
    kept = wheel("kept")
    assert upload(index, token, kept).status == 200
    old, young = data.plant_orphan(b"left by a crash"), data.plant_orphan(b"an upload goes on")
    os.utime(data.blobs[old], (time.time() - 2 * DAY,) * 2)
    os.utime(data.blobs[young], (time.time() - 2 * 60,) * 2)

    verify = index.command("verify", check=False)
    assert verify.returncode == 1
    assert {line.split()[1] for line in verify.stdout.splitlines()[:-1]} == {old, young}
    assert losses(verify) == []

    # Today's collection is done already: a server of another day has its own.
    garbage = "SELECT id FROM jobs WHERE kind = 'collect-garbage' AND state = 'done'"
    assert wait_until(lambda: data.query(garbage))
    index.stop()
    data.query("UPDATE jobs SET idempotency_key = 'collect-garbage:yesterday' "
               "WHERE kind = 'collect-garbage'")
    index.start()
    assert wait_until(lambda: old not in data.blobs), "an orphan goes after the grace period"
    assert set(data.orphans) == {young}, "and a young one stays"
    check_taken(index, [kept])


def test_jobs_of_a_killed_server_are_taken_over(index):
    data = StoredData(index)
    token = index.token()
    batch = [wheel(f"project{each}") for each in range(5)]
    assert {answer.status for answer in upload_all(index, token, batch)} == {200}
    assert wait_until(lambda: index.command("jobs").stdout == "")
    index.kill()
    # As a server leaves it that was killed in the middle of these, more than five minutes ago.
    data.query("DELETE FROM inspections")
    data.query("UPDATE jobs SET state = 'running', lease = 'dead' WHERE kind = 'inspect-file'")
    data.end_leases()
    assert index.command("jobs").stdout.count("running") == len(batch)
    index.start()
    assert wait_until(lambda: index.command("jobs").stdout == "")
    assert data.query("SELECT count(*) FROM inspections") == [(len(batch),)]
