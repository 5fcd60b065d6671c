"""Addresses of projects that are verified by a link back, and servers that play tricks."""

import http.server
import sqlite3
import threading

import pytest

import distributions
from cheeseboard_server import wait_until


class Pages:
    """A web server whose pages a test sets: a body, or an address to go on to."""

    def __init__(self):
        self.pages, self.asked = {}, []
        pages = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                pages.asked.append(self.path)
                page = pages.pages.get(self.path)
                if page is None:
                    self.send_error(404)
                elif isinstance(page, str):
                    self.send_response(302)
                    self.send_header("Location", page)
                    self.end_headers()
                else:
                    kind, body = page
                    self.send_response(200)
                    self.send_header("Content-Type", kind)
                    self.end_headers()
                    try:
                        for piece in body if not isinstance(body, bytes) else [body]:
                            self.wfile.write(piece)
                    except OSError:
                        pass

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def web():
    pages = Pages()
    yield pages
    pages.stop()


def verified(index):
    with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
        return [url for url, in database.execute("SELECT url FROM verified_urls ORDER BY url")]


def is_done(index):
    with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
        return database.execute(
            "SELECT 1 FROM jobs WHERE kind = 'verify-urls' AND state = 'done'").fetchone()


def publish(index, dist, urls):
    """Publishes a release that names these addresses."""
    fields = "".join(f"Project-URL: Page {number}, {url}\n" for number, url in enumerate(urls))
    text = distributions.metadata("brie", "1.0").replace("\n\n", f"\n{fields}\n", 1)
    wheel = distributions.wheel(dist, "brie", "1.0", metadata_text=text)
    assert distributions.publish(index, wheel, token=index.token()).status_code == 200


def test_only_pages_that_link_back_themselves_are_verified(make_index, dist, web):
    index = make_index(settings={"outbound.verifyUrls": "true", "outbound.allowPrivate": "true"})
    link = f'<a rel="me" href="{index.url}/project/brie/">brie</a>'.encode()
    html = "text/html; charset=utf-8"
    endless = (b"x" * 65536 for _ in range(100_000))
    web.pages = {
        "/plain": (html, b"<p>" + link), "/moved": "/plain", "/loop": "/loop",
        "/foreign": web.url.replace("127.0.0.1", "localhost") + "/plain",
        "/nothing": (html, b"<p>x"), "/text": ("text/plain", link),
        "/list": (html, link.replace(b' rel="me"', b"")),
        "/comment": (html, link.replace(b'"me"', b'"nofollow ugc"')),
        "/endless": (html, endless), "/late": (html, b" " * (2 << 20) + link),
    }
    publish(index, dist, [web.url + path for path in [*web.pages, "/gone"]])
    assert wait_until(lambda: is_done(index), 60)
    assert verified(index) == [web.url + "/moved", web.url + "/plain"]


def test_no_page_behind_the_wall_is_asked_for(make_index, dist, web):
    index = make_index(settings={"outbound.verifyUrls": "true"})
    port = web.server.server_port
    publish(index, dist, [
        f"http://{host}:{port}/" for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1")
    ] + ["http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/", "http://[::1]/"])
    assert wait_until(lambda: is_done(index), 60)
    assert verified(index) == [] and web.asked == []


def test_a_private_index_asks_nobody_by_itself(make_index, dist, web):
    index = make_index(settings={"outbound.allowPrivate": "true"})
    publish(index, dist, [web.url + "/"])
    assert not wait_until(lambda: web.asked, 3)
