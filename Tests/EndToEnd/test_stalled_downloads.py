"""Clients that ask for large files and do not take them cost next to no memory."""

import resource
import selectors
import socket
import urllib.parse

import pytest

from cheeseboard_server import wait_until
from raw_http import address, fetch, published_files
from stored_data import memory
from test_memory import large_wheel


@pytest.fixture(autouse=True)
def many_files():
    """Lets this process, and the servers that it starts, hold thousands of connections."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def ask(index, path):
    """A connection on which a file was asked for, with a small window to receive it in."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(address(index.url))
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: index.example\r\n\r\n".encode())
    return connection


def all_begun(connections):
    """Whether every answer has begun to come."""
    with selectors.DefaultSelector() as selector:
        for each in connections:
            selector.register(each, selectors.EVENT_READ)
        return len(selector.select(0)) == len(connections)


def stalled_downloads_stay_small(make_index, tmp_path, downloads, growth):
    index = make_index()
    index.command("import", large_wheel(tmp_path, "large", 60).parent)
    (url, _), = published_files(index, "large").values()
    path = urllib.parse.urlsplit(url).path
    before = memory(index.process)
    connections = [ask(index, path) for _ in range(downloads)]
    try:
        assert wait_until(lambda: all_begun(connections), 60)
        most = before

        def is_quiet():
            nonlocal most
            now = memory(index.process)
            grown, most = now > most + 1, max(most, now)
            return grown

        # Until the server stops taking more.
        while wait_until(is_quiet, 2):
            pass
        held = memory(index.process)
        assert fetch(index.simple)[0] == 200
    finally:
        for each in connections:
            each.close()
    # Closed connections cost nothing more; what glibc keeps of it for the next is its own affair.
    after = memory(index.process)
    print(f"{downloads} stalled downloads: memory was {before:.0f} MiB before, {most:.0f} MiB at "
          f"most, {held:.0f} MiB while they were held and {after:.0f} MiB afterwards")
    assert most - before < growth

def test_three_hundred_stalled_downloads(make_index, tmp_path):
    stalled_downloads_stay_small(make_index, tmp_path, downloads=300, growth=96)


@pytest.mark.long
def test_two_thousand_stalled_downloads(make_index, tmp_path):
    stalled_downloads_stay_small(make_index, tmp_path, downloads=2000, growth=400)
