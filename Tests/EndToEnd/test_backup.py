"""A backup is taken while the index goes on, and brings everything back."""

import hashlib

from raw_http import Background, fetch, page, published_files, upload, upload_all
from small_distributions import wheel
from stored_data import StoredData, losses


def restored(make_server, folder, name, database=None):
    """A server on what a backup brought back into a new folder."""
    index = make_server(name, database=database)
    index.command("restore", folder)
    return index


def names(index):
    """Every file that an index shows, with its digest; each is downloaded."""
    found = {}
    for project in page(index)["projects"]:
        for filename, (url, digest) in published_files(index, project["name"]).items():
            status, body = fetch(url)
            assert status == 200 and hashlib.sha256(body).hexdigest() == digest
            found[filename] = digest
    return found


def test_a_backup_taken_during_uploads_is_whole(make_index, make_server, machine, tmp_path):
    index = make_index()
    token = index.token()
    before = [wheel(f"before{each}") for each in range(20)]
    assert {answer.status for answer in upload_all(index, token, before)} == {200}
    published = []

    def keep_uploading(stopping):
        while not stopping.is_set():
            number = len(published)
            batch = [wheel(f"during{number}-{each}") for each in range(4)]
            assert {answer.status for answer in upload_all(index, token, batch)} == {200}
            published.extend(batch)

    with Background(keep_uploading):
        said = index.command("backup", tmp_path / "backup").stdout
        assert said.startswith("backed up at serial "), said
    serial = int(said.split()[4].rstrip(":"))

    copy = restored(make_server, tmp_path / "backup", "copy")
    assert copy.command("verify").stdout.strip().endswith("0 faults")
    copy.start()
    found = names(copy)
    everything = {each.filename: each.sha256 for each in before + published}
    assert found.items() <= everything.items()
    assert {each.filename for each in before} <= found.keys()
    print(f"{said.strip()}; of {len(everything)} files the copy has {len(found)}")
    assert StoredData(copy).serial >= serial
    machine.pip("install", "--no-deps", "--target", tmp_path / "target", "--index-url",
                copy.simple, "before7", "before19")
    # The copy is an index like any other: its users and tokens work, and its history goes on.
    assert upload(copy, token, wheel("afterwards")).status == 200
    assert upload(copy, token, wheel("before7", text="changed")).status == 409


def test_a_second_backup_copies_only_what_is_new(make_index, make_server, tmp_path):
    index = make_index()
    token = index.token()
    first = [wheel(f"first{each}") for each in range(5)]
    assert {answer.status for answer in upload_all(index, token, first)} == {200}
    # A wheel is a blob, and so is its METADATA.
    assert "10 blobs, 10 of them new" in index.command("backup", tmp_path / "backup").stdout
    assert "10 blobs, 0 of them new" in index.command("backup", tmp_path / "backup").stdout
    assert upload(index, token, wheel("second")).status == 200
    assert "12 blobs, 2 of them new" in index.command("backup", tmp_path / "backup").stdout
    copy = restored(make_server, tmp_path / "backup", "copy")
    copy.start()
    assert names(copy) == names(index)


def test_a_backup_restores_into_the_other_database(make_index, make_server, postgres, tmp_path):
    index = make_index()
    token = index.token()
    batch = [wheel(f"project{each}") for each in range(5)]
    assert {answer.status for answer in upload_all(index, token, batch)} == {200}
    index.command("project", "yank", "project3", "1.0", "--reason", "it’s “broken”")
    index.command("project", "archive", "project4")
    expected = {each: page(index, f"project{each}") for each in range(5)}
    serial = StoredData(index).serial

    here = index
    for step, database in enumerate([postgres.new_database(), None, postgres.new_database()]):
        here.command("backup", tmp_path / f"backup{step}")
        here = restored(make_server, tmp_path / f"backup{step}", f"step{step}", database)
        assert here.command("verify").stdout.strip().endswith("0 faults")
        here.start()
        assert {each: page(here, f"project{each}") for each in range(5)} == expected
        assert StoredData(here).serial == serial
    # Row numbers go on after those that were brought back, and the token still works.
    assert upload(here, token, wheel("afterwards")).status == 200
    assert upload(here, token, wheel("project4", "2.0")).status == 403
    assert page(here)["meta"]["_last-serial"] > serial


def test_restoring_over_something_is_refused(make_index, make_server, postgres, tmp_path):
    index = make_index()
    assert upload(index, index.token(), wheel("precious")).status == 200
    index.command("backup", tmp_path / "backup")
    before = StoredData(index).serial
    refused = index.command("restore", tmp_path / "backup", check=False)
    assert refused.returncode == 2 and "is not empty" in refused.stderr
    assert StoredData(index).serial == before

    database = postgres.new_database()
    copy = restored(make_server, tmp_path / "backup", "copy", database)
    other = make_server("other", database=database)
    refused = other.command("restore", tmp_path / "backup", check=False)
    assert refused.returncode == 2, "a database with rows is not restored over"
    print(refused.stderr)
    assert StoredData(copy).serial == before



def test_what_cannot_be_restored_leaves_nothing_behind(make_index, make_server, tmp_path):
    index = make_index()
    kept = wheel("kept")
    assert upload(index, index.token(), kept).status == 200
    backup = tmp_path / "backup"
    index.command("backup", backup)
    target = make_server("target")

    missing = target.command("restore", tmp_path / "nothing", check=False)
    assert missing.returncode == 2 and "there is no backup" in missing.stderr
    assert not target.folder.exists() and not (tmp_path / "nothing").exists()

    dump = backup / "database.jsonl"
    text = dump.read_text()
    dump.write_text(text.replace("0001-", "0007-", 1))
    other = target.command("restore", backup, check=False)
    assert other.returncode == 2 and "schema version" in other.stderr, other.stderr
    assert not target.folder.exists()
    dump.write_text(text)

    blob = backup / "blobs" / kept.sha256[:2] / kept.sha256[2:4] / kept.sha256
    content = blob.read_bytes()
    blob.write_bytes(content[:-1])
    damaged = target.command("restore", backup, check=False)
    assert damaged.returncode == 2 and kept.sha256 in damaged.stderr
    blob.write_bytes(content)
    # What had been copied is gone, so that it can be tried again at the same place.
    target.command("restore", backup)
    assert target.command("verify").stdout.strip().endswith("0 faults")


def test_damage_is_found_and_not_copied(make_index, tmp_path):
    index = make_index()
    token = index.token()
    hurt, lost, sound = wheel("hurt"), wheel("lost"), wheel("sound")
    assert {answer.status for answer in upload_all(index, token, [hurt, lost, sound])} == {200}
    path = StoredData(index).blobs[hurt.sha256]
    content = bytearray(path.read_bytes())
    content[50] ^= 1
    path.write_bytes(content)

    backup = index.command("backup", tmp_path / "backup", check=False)
    assert backup.returncode == 2 and hurt.sha256 in backup.stderr, backup.stderr
    assert not (tmp_path / "backup" / "database.jsonl").exists(), "half a backup is none"

    StoredData(index).blobs[lost.sha256].unlink()
    verify = index.command("verify", check=False)
    assert verify.returncode == 1
    assert [line.split()[:2] for line in losses(verify)] == [
        ["missing", lost.sha256], ["damaged", hurt.sha256]]
    # A file whose bytes are gone is a failure to whoever asks, not an empty success.
    url, _ = published_files(index, "lost")[lost.filename]
    assert fetch(url)[0] >= 400

    # The same upload again mends neither: the index says that it has them.
    assert upload(index, token, sound).status == 200


def test_a_missing_blob_fails_the_backup(make_index, tmp_path):
    index = make_index()
    lost = wheel("lost")
    assert upload(index, index.token(), lost).status == 200
    StoredData(index).blobs[lost.sha256].unlink()
    backup = index.command("backup", tmp_path / "backup", check=False)
    assert backup.returncode == 2 and lost.sha256 in backup.stderr, backup.stdout + backup.stderr
