"""Large files go through without being held in memory."""

import base64
import hashlib
import random
import urllib.request
import zipfile

import pytest

from raw_http import BOUNDARY, part, published_files, send, upload, upload_head
from small_distributions import MOMENT, wheel, wheel_members
from stored_data import StoredData, memory

MIB = 1 << 20


def large_wheel(folder, name, mebibytes):
    """Writes a wheel of so many MiB that hardly compress; returns its path."""
    block = random.Random(0).randbytes(MIB)
    digest = hashlib.sha256()
    for _ in range(mebibytes):
        digest.update(block)
    size = mebibytes * MIB
    encoded = base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").decode()
    line = f"{name}.bin,sha256={encoded},{size}\n"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    members = wheel_members(name, "1.0")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        info = zipfile.ZipInfo(f"{name}.bin", MOMENT)
        info.external_attr = 0o100644 << 16
        info.file_size = size
        with archive.open(info, "w") as member:
            for _ in range(mebibytes):
                member.write(block)
        for member, content in members:
            if member.endswith("RECORD"):
                content = line.encode() + content
            info = zipfile.ZipInfo(member, MOMENT)
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return path


def file_digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_large_file(make_index, tmp_path, mebibytes, growth):
    index = make_index(settings={"limits.fileSize": "2GiB"})
    token = index.token()
    assert upload(index, token, wheel("warm")).status == 200
    path = large_wheel(tmp_path, "large", mebibytes)
    digest = file_digest(path)
    fields = [
        (":action", "file_upload"), ("metadata_version", "2.1"), ("name", "large"),
        ("version", "1.0"), ("filetype", "bdist_wheel"), ("pyversion", "py3"),
        ("sha256_digest", digest),
    ]
    line = f"--{BOUNDARY}\r\n".encode()
    opening = b"".join(line + part(*field) + b"\r\n" for field in fields)
    opening += line + part("content", b"", path.name)
    closing = f"\r\n--{BOUNDARY}--\r\n".encode()
    length = len(opening) + path.stat().st_size + len(closing)
    before, most = memory(index.process), 0

    def pieces():
        nonlocal most
        yield upload_head(token, length) + opening
        with open(path, "rb") as file:
            while chunk := file.read(MIB):
                yield chunk
                most = max(most, memory(index.process))
        yield closing

    answer = send(index.url, pieces(), timeout=540)
    assert answer.status == 200, answer
    most = max(most, memory(index.process))

    url, listed = published_files(index, "large")[path.name]
    assert listed == digest
    found = hashlib.sha256()
    with urllib.request.urlopen(url) as body:
        while chunk := body.read(MIB):
            found.update(chunk)
            most = max(most, memory(index.process))
    assert found.hexdigest() == digest
    print(f"{mebibytes} MiB up ({answer.seconds:.1f} s) and down: memory was {before:.0f} MiB "
          f"before and {most:.0f} MiB at most")
    assert most - before < growth
    assert StoredData(index).staging == []


def test_a_large_file_is_not_held_in_memory(make_index, tmp_path):
    check_large_file(make_index, tmp_path, mebibytes=120, growth=64)


@pytest.mark.long
def test_a_file_of_a_gibibyte_is_not_held_in_memory(make_index, tmp_path):
    check_large_file(make_index, tmp_path, mebibytes=1024, growth=100)
