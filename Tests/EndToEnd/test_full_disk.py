"""The disk fills up: uploads fail with 507, nothing is broken, and space brings everything back."""

import os
import random
import subprocess

import pytest

from cheeseboard_server import wait_until
from raw_http import fetch, page, published_files, upload, upload_all
from small_distributions import wheel
from stored_data import StoredData


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of 12 MiB that is a folder."""
    if os.getuid() != 0:
        pytest.skip("only root can mount a disk of its own")
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder],
                          capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def padded(name, size, seed=0):
    """A wheel that does not get smaller by compressing."""
    return wheel(name, extra=[(f"{name}.bin", random.Random(seed).randbytes(size))])


def test_a_full_disk(tiny_disk, make_server):
    # Its log lies on the same disk: lines are lost, the server goes on.
    index = make_server("disk/data")
    index.add_user()
    index.start()
    token, data = index.token(), StoredData(index)
    # What is left in the end is for small things: a file of a mebibyte is given back then.
    (tiny_disk / "reserve").write_bytes(bytes(1 << 20))
    kept, full = [], []
    for number in range(30):
        each = padded(f"big{number}", 1 << 20, number)
        answer = upload(index, token, each)
        assert answer.status in (200, 507), answer
        if answer.status == 200:
            kept.append(each)
        else:
            full.append(answer)
            assert "The server's disk is full" in answer.reason, answer
            assert "The server's disk is full" in answer.text
            assert data.staging == [], "the temporary file is gone"
    assert len(kept) >= 3 and len(full) >= 10
    # Not a byte is left: what takes none goes on, and what takes some fails in the same way.
    with open(tiny_disk / "ballast", "wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(512)):
                pass
        except OSError:
            pass
    serial = data.serial
    answers = upload_all(index, token, [wheel(f"small{each}") for each in range(20)])
    assert {answer.status for answer in answers} == {507}, answers
    assert data.serial == serial and data.staging == []
    for each in kept:
        url, _ = published_files(index, each.project)[each.filename]
        assert fetch(url) == (200, each.content), "reading goes on"
    assert fetch(f"{index.url}/_health")[0] == 503
    yanking = index.command("project", "yank", "big0", "1.0", check=False)
    assert yanking.returncode == 2, "a command that cannot write says so"

    (tiny_disk / "ballast").unlink()
    (tiny_disk / "reserve").unlink()
    index.command("project", "yank", "big0", "1.0")
    assert wait_until(lambda: page(index, "big0")["files"][0]["yanked"], 2)
    assert upload(index, token, wheel("small0")).status == 200
    assert fetch(f"{index.url}/_health")[0] == 200
    verify = index.command("verify", check=False)
    assert "missing" not in verify.stdout and "damaged" not in verify.stdout
    assert data.query("PRAGMA integrity_check") == [("ok",)]
    assert index.stop() == 0
    # And a server that starts anew finds all of it.
    index.start()
    assert {each["name"] for each in page(index)["projects"]} == {
        "small0", *(each.project for each in kept)}
    print(f"{len(kept)} uploads fitted, {len(full)} were told 507")
