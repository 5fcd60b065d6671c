"""Metadata out of wheels by ranges, where an index page does not offer metadata files.

A page of another server links to this index's files without saying that their metadata is there,
as old indexes do; the clients then read the ends of the wheels.
"""

import hashlib
import http.server
import threading

import pytest

from distributions import publish, wheel


@pytest.fixture
def old_page(make_index, machine, dist):
    """An index with a large wheel, and the address of a plain page that links to it."""
    index = make_index(settings={"log.level": "info"})
    large = bytes(range(256)) * 4096
    noise = hashlib.shake_256(b"noise").digest(1 << 20)
    file = wheel(
        dist, "brie", "1.0", requires=["camembert"], files={"brie/large": large, "brie/noise": noise})
    small = wheel(dist, "camembert", "2.0")
    publish(index, file, small, token=index.token())

    pages = {}
    for path in file, small:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        name = path.name.partition("-")[0]
        pages[f"/simple/{name}/"] = (
            f'<!DOCTYPE html><a href="{index.url}/files/{digest}/{path.name}#sha256={digest}">'
            f"{path.name}</a>")

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield index, f"http://127.0.0.1:{server.server_port}/simple/"
    server.shutdown()


def answers(index, method):
    return [
        status for _, path, status in index.requests(method)
        if path.endswith("/brie-1.0-py3-none-any.whl")
    ]


@pytest.mark.parametrize("version", ["pip", "pip-23.2"])
def test_pip_with_fast_deps(old_page, machine, version):
    index, page = old_page
    machine.pip(
        "install", "--dry-run", "--ignore-installed", "--use-feature=fast-deps", "--index-url", page,
        "--target", machine.folder / "t", "brie", version=version)
    assert 200 in answers(index, "HEAD")
    read = answers(index, "GET")
    assert read[0] == 206
    # The old one fetches the wheel in the end, also where nothing is installed.
    assert version == "pip-23.2" or 200 not in read


def test_uv(old_page, machine):
    index, page = old_page
    wanted = machine.folder / "requirements.in"
    wanted.write_text("brie\n")
    said = machine.uv("pip", "compile", "--default-index", page, wanted)
    assert "camembert==2.0" in said
    assert 200 in answers(index, "HEAD")
    assert 206 in answers(index, "GET")
    assert 200 not in answers(index, "GET")


def test_poetry(old_page, machine):
    index, page = old_page
    shop = machine.folder / "shop"
    machine.run("poetry", "poetry", "new", "--no-interaction", "shop")
    machine.run(
        "poetry", "poetry", "source", "add", "--priority", "primary", "old", page, cwd=shop)
    machine.run("poetry", "poetry", "add", "--lock", "brie", cwd=shop)
    assert 'name = "camembert"' in (shop / "poetry.lock").read_text()
    assert 206 in answers(index, "GET")
    assert 200 not in answers(index, "GET")


def test_a_broken_download_is_resumed(make_index, machine, dist):
    """pip asks for the rest with `If-Range`; here a connection is cut after the first half."""
    import socket
    import socketserver

    index = make_index(settings={"log.level": "info"})
    file = wheel(
        dist, "brie", "1.0", files={"brie/noise": hashlib.shake_256(b"noise").digest(4 << 20)})
    publish(index, file, token=index.token())
    host, _, port = index.address.partition(":")
    cut = threading.Event()

    class Pipe(socketserver.BaseRequestHandler):
        def handle(self):
            with socket.create_connection((host, int(port))) as there:
                back = threading.Thread(target=self.copy, args=(there, self.request), daemon=True)
                back.start()
                try:
                    while data := self.request.recv(65536):
                        there.sendall(data)
                except OSError:
                    pass

        def copy(self, source, target):
            passed = 0
            try:
                while data := source.recv(65536):
                    target.sendall(data)
                    passed += len(data)
                    if passed > 2 << 20 and not cut.is_set():
                        cut.set()
                        target.shutdown(socket.SHUT_RDWR)
                        return
            except OSError:
                pass

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Pipe) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        target = machine.folder / "wheelhouse"
        machine.pip(
            "download", "--index-url", f"http://127.0.0.1:{server.server_address[1]}/simple/",
            "--resume-retries", "5", "-d", target, "brie")
        server.shutdown()
    assert cut.is_set()
    assert (target / file.name).read_bytes() == file.read_bytes()
    assert answers(index, "GET") == [200, 206]
