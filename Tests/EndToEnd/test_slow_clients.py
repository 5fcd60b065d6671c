"""Clients that hold connections and send next to nothing do not keep others out."""

import asyncio
import resource
import socket
import threading
import time

import pytest

from cheeseboard_server import wait_until
from raw_http import address, fetch, page, send, upload, upload_body, upload_head
from small_distributions import wheel
from stored_data import StoredData


@pytest.fixture(autouse=True)
def many_files():
    """Lets this process, and the servers that it starts, hold thousands of connections."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


class Drips:
    """Clients that each send one byte a second, and come back when they are thrown out."""

    def __init__(self, url, openings):
        """`openings` are what each client says at once before it begins to drip."""
        self.url = url
        self.openings = openings
        self.open = 0
        self.closed = 0
        self.stopping = False
        self.thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    async def _drip(self, opening):
        while not self.stopping:
            writer = None
            try:
                reader, writer = await asyncio.open_connection(*address(self.url))
                writer.write(opening)
                self.open += 1
                try:
                    while not self.stopping:
                        writer.write(b"x")
                        await writer.drain()
                        try:
                            if not await asyncio.wait_for(reader.read(4096), 1):
                                break
                        except asyncio.TimeoutError:
                            pass
                finally:
                    self.open -= 1
                    self.closed += not self.stopping
            except OSError:
                await asyncio.sleep(0.2)
            finally:
                if writer:
                    writer.transport.abort()

    async def _run(self):
        await asyncio.gather(*(self._drip(each) for each in self.openings))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join(30)


def install(machine, index, folder):
    start = time.monotonic()
    machine.pip("install", "--no-deps", "--no-cache-dir", "--target", machine.folder / folder,
                "--index-url", index.simple, "wanted")
    return time.monotonic() - start


def crowd_does_not_stop_pip(index, machine, clients, patience):
    token = index.token()
    assert upload(index, token, wheel("wanted")).status == 200
    calm = install(machine, index, "calm")
    head = b"GET /simple/ HTTP/1.1\r\nHost: index.example\r\nX-Slow: "
    body = upload_head(token, 50_000) + upload_body(wheel("slow"))[:200]
    openings = [head if each % 2 else body for each in range(clients)]
    with Drips(index.url, openings) as drips:
        assert wait_until(lambda: drips.open >= clients * 0.95, 60), drips.open
        crowded = install(machine, index, "crowded")
        assert upload(index, token, wheel("taken-meanwhile")).status == 200
        # Past the limits, the slow are thrown out, and come back, and pip still gets through.
        assert wait_until(lambda: drips.closed >= clients // 2, patience), drips.closed
        churning = install(machine, index, "churning")
        held = drips.open
    print(f"{clients} slow clients ({held} open at the end, {drips.closed} thrown out): pip took "
          f"{calm:.1f} s alone, {crowded:.1f} s among them, {churning:.1f} s while they come back")
    assert index.process.poll() is None
    assert wait_until(lambda: StoredData(index).staging == []), "what they sent is gone"
    assert "slow" not in {each["name"] for each in page(index)["projects"]}


def test_a_hundred_slow_clients(make_index, machine):
    crowd_does_not_stop_pip(
        make_index(settings={"limits.headSeconds": 3}), machine, clients=100, patience=30)


@pytest.mark.long
def test_a_thousand_slow_clients(index, machine):
    crowd_does_not_stop_pip(index, machine, clients=1000, patience=60)


def seconds_until_closed(index, opening):
    """How long the server lets a client drip after what it said at once."""
    with socket.create_connection(address(index.url), timeout=1) as connection:
        start = time.monotonic()
        connection.sendall(opening)
        while time.monotonic() - start < 60:
            try:
                if opening:
                    connection.sendall(b"x")
                if not connection.recv(65536):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        return time.monotonic() - start


@pytest.mark.parametrize("opening", ["a head", "a body", "nothing"])
def test_who_is_too_slow_is_closed_after_ten_seconds(index, opening):
    sent = {
        "a head": b"GET / HTTP/1.1\r\nHost: index.example\r\n",
        "a body": upload_head(index.token(), 50_000) + upload_body(wheel("slow"))[:200],
        "nothing": b"",
    }[opening]
    seconds = seconds_until_closed(index, sent)
    assert 8 < seconds < 20, seconds
    assert wait_until(lambda: StoredData(index).staging == [])


def test_a_half_closed_upload_leaves_nothing(index):
    token, data = index.token(), StoredData(index)
    before = data.serial
    body = upload_body(wheel("half"))
    request = upload_head(token, len(body)) + body
    for end in range(0, len(request), max(1, len(request) // 20)):
        answer = send(index.url, request[:end], half_close=True, timeout=30)
        assert answer.status == 0 or 400 <= answer.status < 500, (end, answer)
    assert wait_until(lambda: data.staging == [])
    assert data.serial == before
    # Who closes only after the whole request still gets the answer.
    assert send(index.url, request, half_close=True).status == 200


def test_a_cap_on_connections_makes_others_wait(make_index):
    cap = 20
    index = make_index(settings={"limits.connections": cap, "limits.idleSeconds": 5})
    idle = [socket.create_connection(address(index.url)) for _ in range(cap)]
    try:
        for each in idle:
            each.sendall(b"GET /_health HTTP/1.1\r\nHost: index.example\r\n\r\n")
            assert each.recv(12) == b"HTTP/1.1 200"
        with socket.create_connection(address(index.url), timeout=1) as late:
            late.sendall(b"GET /_health HTTP/1.1\r\nHost: index.example\r\n\r\n")
            with pytest.raises(TimeoutError):
                late.recv(12)
            idle.pop().close()
            late.settimeout(10)
            assert late.recv(12) == b"HTTP/1.1 200", "a place that is free goes to who waits"
        # Those who lie idle are closed, and then there is room again for all.
        assert wait_until(lambda: fetch(f"{index.url}/_health")[0] == 200, 20)
    finally:
        for each in idle:
            each.close()
