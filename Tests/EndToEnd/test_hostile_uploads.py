"""Uploads that are broken or meant to harm: a clear refusal, and nothing of them stays."""

import io
import random
import struct
import tarfile
import zipfile
import zlib

import pytest

from cheeseboard_server import wait_until
from raw_http import (
    BOUNDARY, fetch, form, part, send, send_all, upload, upload_body, upload_head, upload_request,
)
from small_distributions import (
    MOMENT, Distribution, sdist, sdist_members, tarred, wheel, wheel_members, zipped,
)
from stored_data import StoredData, memory

MIB = 1 << 20


class Attacked:
    """An index under attack; at the end it has to be as it was at the beginning."""

    def __init__(self, index):
        self.index = index
        self.token = index.token()
        # What a first upload of each kind allocates for good is not the attack's.
        for each in (wheel("warm"), sdist("warm")):
            assert upload(index, self.token, each).status == 200
        self.data = StoredData(index)
        assert wait_until(lambda: index.command("jobs").stdout == "")
        self.serial, self.rows = self.data.serial, self.counts()
        self.memory = memory(index.process)

    def counts(self):
        return [self.data.query(f"SELECT count(*) FROM {table}")
                for table in ("projects", "releases", "files", "filenames", "journal", "jobs")]

    def refused(self, distribution, status=400, says="", **options):
        """Uploads; demands a refusal in words, in the status line and the body alike."""
        answer = upload(self.index, self.token, distribution, **options)
        self.is_refusal(answer, status, says)
        return answer

    def is_refusal(self, answer, status=400, says=""):
        assert answer.status == status, answer
        assert says.lower() in answer.text.lower(), answer.text
        assert len(answer.text) > 10
        assert answer.reason.split("?")[0][:60] in answer.text, "both tell the same"
        assert all(32 <= ord(character) < 127 for character in answer.reason)
        return answer

    def is_unharmed(self, growth=64):
        assert self.index.process.poll() is None, "the server is alive"
        assert wait_until(lambda: self.data.staging == []), self.data.staging
        assert self.data.serial == self.serial
        assert self.counts() == self.rows
        assert "Fatal error" not in self.index.log_text()
        assert fetch(f"{self.index.url}/_health")[0] == 200
        now = memory(self.index.process)
        print(f"memory: {self.memory:.0f} MiB before, {now:.0f} MiB after")
        assert now - self.memory < growth, f"{self.memory:.0f} MiB before, {now:.0f} MiB after"
        assert upload(self.index, self.token, wheel("still-fine")).status == 200


@pytest.fixture
def attacked(index):
    attacked = Attacked(index)
    yield attacked
    attacked.is_unharmed()


def spoiled(original, count, seed):
    """Variations of a file: cut off, bits flipped, bytes overwritten, pieces doubled."""
    chance = random.Random(seed)
    for number in range(count):
        content = bytearray(original.content)
        kind = number % 4
        place = chance.randrange(len(content))
        if kind == 0:
            del content[place:]
        elif kind == 1:
            for _ in range(chance.choice([1, 1, 2, 8])):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        elif kind == 2:
            length = chance.choice([1, 2, 4, 8])
            value = chance.choice([0, 0xFF, 0x7F, 0x80])
            content[place:place + length] = bytes([value]) * len(content[place:place + length])
        else:
            end = place + chance.randrange(64)
            content[place:place] = content[place:end]
        if content != original.content:
            yield original.with_content(bytes(content))


def readable(distribution):
    file = io.BytesIO(distribution.content)
    if distribution.is_wheel:
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
    else:
        with tarfile.open(fileobj=file) as archive:
            archive.getmembers()


def spoil_many(index, each):
    """Spoils a wheel, a stored wheel and a sdist, `each` times; every one under a name of its own."""
    token, data = index.token(), StoredData(index)
    before = memory(index.process)
    counts = {200: 0, 400: 0}
    for kind in ("wheel", "stored", "sdist"):
        originals = []
        for number in range(each):
            name = f"{kind}{number}"
            if kind == "stored":
                original = wheel(name).with_content(
                    zipped(wheel_members(name, "1.0"), zipfile.ZIP_STORED))
            else:
                original = (wheel if kind == "wheel" else sdist)(name)
            originals += list(spoiled(original, 4, f"{kind}{number}"))[number % 4:][:1]
        requests = [upload_request(token, original) for original in originals]
        for original, answer in zip(originals, send_all(index.url, requests, width=4)):
            assert answer.status in counts, answer
            counts[answer.status] += 1
            if answer.status == 200:
                readable(original)
            else:
                assert answer.text.startswith("Invalid") or len(answer.text) > 20, answer
    print(f"spoiled files: {counts[400]} refused, {counts[200]} taken that Python reads as well")
    assert counts[400] > counts[200]
    assert index.process.poll() is None and "Fatal error" not in index.log_text()
    assert wait_until(lambda: data.staging == [])
    assert data.query("SELECT count(*) FROM files") == [(counts[200],)]
    assert memory(index.process) - before < 64
    assert "damaged" not in index.command("verify").stdout


def test_spoiled_files(index):
    spoil_many(index, 100)


@pytest.mark.long
def test_thousands_of_spoiled_files(index):
    spoil_many(index, 2000)


def zip_that_says(content, size=None, crc=None, name="bomb-1.0.dist-info/METADATA"):
    """A zip of one member whose size or checksum is not what its headers say."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(content) + packed.flush()
    size = len(content) if size is None else size
    crc = zlib.crc32(content) if crc is None else crc
    path = name.encode()
    both = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(data), size, len(path), 0)
    local = b"PK\3\4" + both + path + data
    central = b"PK\1\2" + struct.pack("<H", 20) + both + struct.pack("<HHHII", 0, 0, 0, 0, 0) + path
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def test_zip_bombs(attacked):
    members = wheel_members("bomb", "1.0")
    plain = wheel("bomb")
    # Eighty megabytes of zeroes in eighty kilobytes: over the ratio, and over its floor.
    attacked.refused(plain.with_content(zipped([("zeroes", bytes(80 * MIB)), *members])),
                     says="times its size")
    # Many small ones that only together are too much.
    many = [(f"zeroes{each}", bytes(4 * MIB)) for each in range(20)]
    attacked.refused(plain.with_content(zipped([*many, *members])), says="times its size")
    # Sizes that lie, in both directions.
    for size in (10, 5 * MIB - 1, 5 * MIB + 1, 0xFFFFFFFE):
        attacked.refused(plain.with_content(zip_that_says(bytes(5 * MIB), size=size)))
    attacked.refused(plain.with_content(zip_that_says(b"text", crc=1)))
    # Every entry of the directory names the same bytes, as 42.zip's descendants do.
    attacked.refused(plain.with_content(overlapping(b"\0" * MIB, 200)))


def overlapping(content, count):
    single = zip_that_says(content, name="same")
    start = single.index(b"PK\1\2")
    local, central = single[:start], single[start:single.index(b"PK\5\6")]
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(central) * count,
                                  len(local), 0)
    return local + central * count + end


def gzip_zeroes(prefix, size, level=9):
    """A gzip stream of `prefix` and then so many zeroes, made without holding them."""
    packed = zlib.compressobj(level, zlib.DEFLATED, 31)
    data = [packed.compress(prefix)]
    block = bytes(MIB)
    for _ in range(size // MIB):
        data.append(packed.compress(block))
    return b"".join([*data, packed.flush()])


def tar_header(name, size):
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


def check_gzip_bomb(attacked, size):
    plain = sdist("bomb")
    for head in (tar_header("bomb-1.0/zeroes", size), b""):
        attacked.refused(plain.with_content(gzip_zeroes(head, size)))


def test_gzip_bombs(attacked):
    check_gzip_bomb(attacked, 256 * MIB)


@pytest.mark.long
def test_gzip_bombs_of_ten_gigabytes(attacked):
    check_gzip_bomb(attacked, 10_000 * MIB)


def test_paths_that_lead_out(attacked):
    paths = ["../evil.py", "/etc/evil", "a/../../evil", "a//b", "./a", "C:/evil", "a\\..\\evil",
             "a/\x01/b", "a\n", "..", "a/" * 3000 + "b"]
    for path in paths:
        members = [(path, b"evil"), *wheel_members("evil", "1.0")]
        attacked.refused(wheel("evil").with_content(zipped(members)))
        for inside in (path, f"evil-1.0/{path}"):
            if inside.strip("./") == "a" or inside == "evil-1.0/C:/evil":
                continue
            content = tarred([*sdist_members("evil", "1.0"), (inside, b"evil")])
            answer = upload(attacked.index, attacked.token, sdist("evil").with_content(content))
            if answer.status == 200:
                pytest.fail(f"{inside!r} was taken")
            attacked.is_refusal(answer)


def special(name, kind, target=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info, None


@pytest.mark.parametrize("member", [
    special("evil-1.0/link", tarfile.SYMTYPE, "/etc/passwd"),
    special("evil-1.0/link", tarfile.SYMTYPE, "../../etc/passwd"),
    special("evil-1.0/link", tarfile.LNKTYPE, "/etc/passwd"),
    special("evil-1.0/link", tarfile.LNKTYPE, "evil-1.0/../../up"),
    special("evil-1.0/device", tarfile.CHRTYPE),
    special("evil-1.0/device", tarfile.BLKTYPE),
    special("evil-1.0/pipe", tarfile.FIFOTYPE),
], ids=lambda member: f"{member[0].type.decode()}-{member[0].linkname}")
def test_links_and_devices_in_a_sdist(attacked, member):
    content = tarred([*sdist_members("evil", "1.0"), member])
    attacked.refused(sdist("evil").with_content(content))


def test_links_in_a_wheel(attacked):
    info = zipfile.ZipInfo("link", MOMENT)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    attacked.refused(wheel("evil").with_content(
        zipped([(info, b"/etc/passwd"), *wheel_members("evil", "1.0")])))


def test_names_that_are_not_file_names(attacked):
    for name in ["../evil-1.0-py3-none-any.whl", "/evil-1.0-py3-none-any.whl", "a/b.whl", ".whl",
                 "evil-1.0-py3-none-any.whl\x01", "evil-1.0%0D%0ASet-Cookie: a=b.whl", "..", "",
                 "evil-1.0-py3-none-any.exe", "evil.whl", "é-1.0-py3-none-any.whl",
                 "evil-1.0-py3-none-any.whl.metadata", "x" * 5000 + ".whl"]:
        answer = upload(attacked.index, attacked.token, wheel("evil"), filename=name)
        assert answer.status != 200, f"{name!r} was taken"
        attacked.is_refusal(answer)
        assert b"Set-Cookie: a=b" not in answer.body.split(b"\r\n"), "the response is not split"


def test_wrong_digests_and_fields(attacked):
    plain = wheel("evil")
    fields = dict(plain.fields())

    def with_fields(**changes):
        changed = {**fields, **changes}
        return [(key, value) for key, value in changed.items() if value is not None]

    for changes, says in [
        ({"sha256_digest": "0" * 64}, "digest"),
        ({"sha256_digest": "nonsense"}, ""),
        ({"md5_digest": "0" * 32}, "digest"),
        ({"blake2_256_digest": "0" * 64}, "digest"),
        ({":action": "remove"}, ""),
        ({":action": None}, ""),
        ({"name": None}, "name"),
        ({"name": ""}, "name"),
        ({"name": "other"}, ""),
        ({"name": "e\0vil"}, ""),
        ({"name": "../evil"}, ""),
        ({"name": "é" * 100}, ""),
        ({"version": None}, "version"),
        ({"version": "2.0"}, ""),
        ({"version": "not a version"}, "version"),
        ({"version": "1" * 100_000}, ""),
        ({"filetype": "sdist"}, ""),
        ({"filetype": "bdist_egg"}, ""),
        ({"filetype": None}, ""),
        ({"requires_python": "nonsense"}, ""),
    ]:
        answer = upload(attacked.index, attacked.token, plain, fields=with_fields(**changes))
        assert answer.status != 200, f"{changes} was taken"
        attacked.is_refusal(answer, says=says)
    attacked.refused(plain, fields=[*plain.fields(), ("name", "evil2")])
    attacked.refused(plain, fields=[*plain.fields(), ("version", "2.0")])
    body = form([*(part(*field) for field in plain.fields())])
    attacked.is_refusal(send(attacked.index.url, upload_head(attacked.token, len(body)) + body))
    content = part("content", plain.content, plain.filename)
    body = form([*(part(*field) for field in plain.fields()), content, content])
    attacked.is_refusal(send(attacked.index.url, upload_head(attacked.token, len(body)) + body))
    attacked.refused(plain.with_content(b""))
    attacked.refused(plain.with_content(b"PK\3\4"))
    attacked.refused(plain.with_content(sdist("evil").content))
    attacked.refused(sdist("evil").with_content(plain.content))


def request_of(attacked, body, length=True):
    head = upload_head(attacked.token, len(body) if length else None)
    return head + body


def test_forms_that_are_too_much(attacked):
    url, plain = attacked.index.url, wheel("evil")
    # Of each kind once: they are refused by status or by the end of the connection.
    parts = form([part(f"field{each}", b"") for each in range(100_000)])
    attacked.is_refusal(send(url, request_of(attacked, parts)), status=413)
    field = form([part("description", bytes(64 * MIB))])
    attacked.is_refusal(send(url, request_of(attacked, field)), status=413)
    header = form([part("name", b"evil", headers=["X-Long: " + "x" * MIB])])
    attacked.is_refusal(send(url, request_of(attacked, header)), status=413)
    preamble = b"x" * MIB + upload_body(plain)
    attacked.is_refusal(send(url, request_of(attacked, preamble)))
    attacked.is_refusal(send(url, request_of(attacked, upload_body(plain) + b"x" * MIB)))
    for boundary in ("", "x" * 71, 'a"b'):
        head = upload_head(attacked.token, 100).replace(BOUNDARY.encode(), boundary.encode())
        attacked.is_refusal(send(url, head + b"x" * 100))


def chunked(pieces):
    for piece in pieces:
        yield f"{len(piece):x}\r\n".encode() + piece + b"\r\n"
    yield b"0\r\n\r\n"


def test_chunked_uploads(attacked):
    url = attacked.index.url
    body = upload_body(wheel("warm"))
    pieces = [body[each:each + 7] for each in range(0, len(body), 7)]
    assert send(url, [upload_head(attacked.token, None), *chunked(pieces)]).status == 200
    for broken in (b"zz\r\n", b"-1\r\nx", b"ffffffffffffffffff\r\nx", b"5\r\nabc\r\n0\r\n\r\n"):
        answer = send(url, upload_head(attacked.token, None) + broken, half_close=True)
        assert answer.status == 0 or 400 <= answer.status < 500, answer


def test_a_form_that_never_ends(make_index):
    attacked = Attacked(make_index(settings={"limits.fileSize": "1MiB"}))
    opening = f"--{BOUNDARY}\r\n".encode() + part("content", b"", "evil-1.0-py3-none-any.whl")

    def endless(block):
        yield upload_head(attacked.token, None)
        for piece in chunked([opening, *[block] * 4096]):
            yield piece

    # More than the drain's limit: the refusal is sent, and then the connection ends.
    answer = send(attacked.index.url, endless(b"x" * (64 << 10)))
    assert answer.status in (0, 413), answer
    print(f"an endless form was answered with {answer.status} after {answer.seconds:.1f} s")
    attacked.is_unharmed()


def test_heads_that_are_too_much(attacked):
    url = attacked.index.url
    for head in (
        b"GET /simple/ HTTP/1.1\r\nHost: a\r\nX-Long: " + b"x" * MIB + b"\r\n\r\n",
        b"GET /" + b"x" * MIB + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(
            b"X-%d: y\r\n" % each for each in range(50_000)) + b"\r\n",
        b"x" * MIB,
        b"\0" * 1000,
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello!",
        b"POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        b"POST /legacy/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ):
        answer = send(url, head, half_close=True, timeout=30)
        assert answer.status == 0 or 400 <= answer.status < 500, (head[:60], answer)


def test_lengths_that_lie(attacked):
    url, plain = attacked.index.url, wheel("evil")
    body = upload_body(plain)
    for length in (len(body) + 1, len(body) * 10, 200 * MIB, 1 << 62):
        answer = send(url, upload_head(attacked.token, length) + body, half_close=True)
        assert answer.status == 0 or 400 <= answer.status < 500, answer
    for length in (0, 1, len(body) // 2, len(body) - 1):
        answer = send(url, upload_head(attacked.token, length) + body, half_close=True)
        assert 400 <= answer.status < 500, answer


def test_an_upload_that_ends_early(attacked):
    url, body = attacked.index.url, upload_body(wheel("evil", extra=[
        ("evil.bin", random.Random(1).randbytes(300_000))]))
    head = upload_head(attacked.token, len(body))
    requests = [head + body[:len(body) * tenth // 10] for tenth in range(10)]
    for request in requests:
        answer = send(url, request, half_close=True, timeout=30)
        assert answer.status == 0 or 400 <= answer.status < 500, answer
    assert wait_until(lambda: attacked.data.staging == [])


def test_who_may_not_upload_is_told_early(attacked):
    body = upload_body(wheel("evil"))
    wrong = upload_head("cheeseboard-wrong", len(body)) + body
    nobody = upload_head(None, len(body)) + body
    attacked.is_refusal(send(attacked.index.url, wrong), status=403)
    attacked.is_refusal(send(attacked.index.url, nobody), status=401)
    for secret in ("pypi-" + "A" * 100_000, "\0", "é", "cheeseboard-" + "AgE" * 1000, ""):
        head = upload_head(secret or " ", len(body))
        answer = send(attacked.index.url, head + body)
        assert answer.status == 0 or 400 <= answer.status < 500, answer
