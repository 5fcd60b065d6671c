"""HTTP as bytes, so that tests decide what goes over the wire, and when."""

import asyncio
import base64
import dataclasses
import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

BOUNDARY = "the-boundary-of-the-tests"


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back; status 0 where the connection ended without an answer."""

    status: int
    reason: str = ""
    body: bytes = b""
    seconds: float = 0

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


def part(name, value, filename=None, headers=()):
    """One part of a form, without its boundary."""
    disposition = f'Content-Disposition: form-data; name="{name}"'
    if filename is not None:
        disposition += f'; filename="{filename}"'
    head = "".join(line + "\r\n" for line in (disposition, *headers))
    value = value if isinstance(value, bytes) else value.encode()
    return head.encode() + b"\r\n" + value


def form(parts):
    """The body of a form of ready-made parts."""
    line = f"--{BOUNDARY}\r\n".encode()
    body = b"".join(line + each + b"\r\n" for each in parts)
    return body + f"--{BOUNDARY}--\r\n".encode()


def upload_body(distribution, fields=None, filename=None):
    """The form that uploads a distribution."""
    fields = distribution.fields() if fields is None else fields
    content = part(
        "content", distribution.content, distribution.filename if filename is None else filename,
        ["Content-Type: application/octet-stream"],
    )
    return form([*(part(name, value) for name, value in fields), content])


def upload_head(token, length, host="127.0.0.1", path="/legacy/", extra=()):
    """The head of an upload; `length` None for a chunked body."""
    lines = [
        f"POST {path} HTTP/1.1", f"Host: {host}", "Connection: close",
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}", *extra,
    ]
    if token:
        secret = base64.b64encode(f"__token__:{token}".encode()).decode()
        lines.append(f"Authorization: Basic {secret}")
    lines.append("Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def upload_request(token, distribution, **options):
    body = upload_body(distribution, **options)
    return upload_head(token, len(body)) + body


def address(url):
    parts = urllib.parse.urlsplit(url)
    return parts.hostname, parts.port


def parsed(data, seconds=0.0):
    """The last answer in what a server sent, informational ones passed over."""
    while data.startswith(b"HTTP/1.1 1"):
        data = data.partition(b"\r\n\r\n")[2]
    head, separator, body = data.partition(b"\r\n\r\n")
    words = head.split(b"\r\n")[0].decode("latin-1").split(" ", 2)
    if not separator or len(words) < 2 or not words[1].isdigit():
        return Answer(0, seconds=seconds)
    return Answer(int(words[1]), words[2] if len(words) > 2 else "", body, seconds)


async def exchange(url, pieces, half_close=False, timeout=120):
    """Sends bytes (or an iterable of them) on a connection of its own, reads until it ends."""
    start = time.monotonic()
    data = b""
    writer = None
    try:
        reader, writer = await asyncio.open_connection(*address(url))

        async def send():
            for piece in [pieces] if isinstance(pieces, bytes) else pieces:
                writer.write(piece)
                await writer.drain()
            if half_close:
                writer.write_eof()

        async def receive():
            nonlocal data
            while chunk := await reader.read(1 << 16):
                data += chunk

        sending = asyncio.ensure_future(send())
        try:
            # A server may answer and close before it has read everything.
            await asyncio.wait_for(receive(), timeout)
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
    except (OSError, asyncio.TimeoutError):
        pass
    finally:
        if writer is not None:
            writer.transport.abort()
    return parsed(data, time.monotonic() - start)


async def exchange_all(url, requests, width=500, done=None):
    """Sends each request on a connection of its own, `width` at once; the answers in order."""
    gate = asyncio.Semaphore(width)

    async def one(number, request):
        async with gate:
            answer = await exchange(url, request() if callable(request) else request)
        if done:
            done(number, answer)
        return answer

    return await asyncio.gather(*(one(*each) for each in enumerate(requests)))


def send(url, pieces, **options):
    return asyncio.run(exchange(url, pieces, **options))


def send_all(url, requests, **options):
    return asyncio.run(exchange_all(url, requests, **options))


def upload(index, token, distribution, **options):
    """Uploads a distribution and returns the answer."""
    return send(index.url, upload_request(token, distribution, **options))


def upload_all(index, token, distributions, **options):
    requests = [lambda each=each: upload_request(token, each) for each in distributions]
    return send_all(index.url, requests, **options)


def fetch(url, accept=None):
    """Status and body of a GET; status 0 where nobody answers."""
    request = urllib.request.Request(url, headers={"Accept": accept} if accept else {})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError:
        return 0, b""


def page(index, project=""):
    """An index page as JSON: the list of projects, or a project's."""
    address = index.simple + (f"{project}/" if project else "")
    status, body = fetch(address, "application/vnd.pypi.simple.v1+json")
    assert status == 200, f"{address} answered {status}: {body[:200]}"
    return json.loads(body)


def published_files(index, project):
    """The files on a project's page: their absolute addresses and digests by name."""
    return {
        file["filename"]: (
            urllib.parse.urljoin(f"{index.simple}{project}/", file["url"]),
            file["hashes"]["sha256"],
        )
        for file in page(index, project)["files"]
    }


class Background(threading.Thread):
    """Runs a function beside the test until the test leaves the `with` block; its error is the
    test's."""

    def __init__(self, work):
        super().__init__(daemon=True)
        self.stopping = threading.Event()
        self.work = work
        self.error = None

    def run(self):
        try:
            self.work(self.stopping)
        except BaseException as error:
            self.error = error

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self.join(120)
        assert not self.is_alive(), "the work beside the test did not end"
        if self.error:
            raise self.error
