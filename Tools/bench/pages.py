#!/usr/bin/env python3
"""Measures how long the server takes for a page of the website: one request after the other on one connection.

Fails where half of the pages of projects or of searches, as everybody gets them, take longer than they may.
"""

import argparse
import http.client
import os
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.parse

from bench import Uploader, percentile, wheel

PROJECTS = 200
RELEASES_OF_LARGE = 150
# Projects whose pages the first row asks for again and again; nobody has looked at those of the others yet.
KNOWN = 50
PASSWORD = "measure the pages well"
# What half of the answers must keep to, in milliseconds: the pages as everybody gets them. Rows that are made for one reader
# alone are shown beside them.
WANTED = {
    "project page": 5, "project page, 150 releases": 5, "search page, words": 5, "search page, a typing error": 5,
    "search page, one letter": 5}
FIELDS = (
    "Summary: {summary}\nAuthor: The bench\nDescription-Content-Type: text/markdown\nRequires-Python: >=3.9\n"
    "Classifier: Programming Language :: Python :: 3\nClassifier: Topic :: Software Development\n"
    "Project-URL: Documentation, https://docs.index.example/{name}\nRequires-Dist: project0001>=1\n"
    "Requires-Dist: project0002; extra == 'more'\nProvides-Extra: more\n"
)
DESCRIPTION = "# What it does\n\n" + "Some *words* about [it](https://index.example), and `code`.\n\n" * 300
WORDS = ("parses", "renders", "compresses", "validates", "schedules", "streams", "json", "tables", "images", "queues")


def fill(port, token):
    client = Uploader(port, token)
    for number in range(PROJECTS):
        name = f"project{number:04}"
        summary = f"{WORDS[number % 10].capitalize()} {WORDS[number // 10 % 10]} and {WORDS[number * 7 % 10]}"
        client.upload(*wheel(name, "1.0", fields=FIELDS.format(name=name, summary=summary),
                             description=DESCRIPTION), name, "1.0")
    for number in range(RELEASES_OF_LARGE):
        version = f"1.{number}"
        client.upload(*wheel("large", version, fields=FIELDS.format(name="large", summary="Many releases"),
                             description=DESCRIPTION), "large", version)


def sign_in(port):
    """The cookies of a browser in which the user of the bench is signed in."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    cookies = {}

    def ask(method, path, form=None):
        headers = {"Accept": "text/html", "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urllib.parse.urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        for field in answer.headers.get_all("Set-Cookie", []):
            name, _, value = field.partition(";")[0].partition("=")
            cookies[name] = value
            if "Max-Age=0" in field:
                del cookies[name]
        return answer.status, answer.read().decode()

    _, page = ask("GET", "/account/login/")
    mark = re.search('name="csrf" value="([^"]*)"', page)[1]
    status, page = ask("POST", "/account/login/", {"csrf": mark, "name": "bench", "password": PASSWORD})
    if status != 303:
        raise SystemExit(f"signing in: {status} {page}")
    # What the page after signing in tells is told once.
    ask("GET", "/")
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def measure(port, paths, rounds, cookies=None):
    """Milliseconds of each answer, and the size of the last.

    Where a path is asked for more than once, its first answer does not count.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Accept": "text/html", "Accept-Encoding": "gzip"}
    if cookies:
        headers["Cookie"] = cookies
    times, size = [], 0
    for turn in range(rounds):
        for path in paths:
            start = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
            if turn or rounds == 1:
                times.append(1000 * (time.perf_counter() - start))
            size = len(body)
    return times, size


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    options = parser.parse_args()
    environment = {**os.environ, "CHEESEBOARD_METRICS_PORT": "0"}
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"

        def command(*words, **more):
            return subprocess.run([options.binary, *words, "--data", data], check=True, capture_output=True,
                                  text=True, env=environment, **more).stdout.strip()

        command("user", "add", "bench", "--email", "bench@index.example", "--admin", "--password-stdin",
                input=PASSWORD + "\n")
        token = command("token", "add", "--user", "bench")
        server = subprocess.Popen([options.binary, "serve", "--data", data, "--port", "0"],
                                  stdout=subprocess.PIPE, text=True, env=environment)
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
            fill(port, token)
            time.sleep(5)
            known = [f"/project/project{number:04}/" for number in range(KNOWN)]
            others = [f"/project/project{number:04}/" for number in range(KNOWN, PROJECTS)]
            reader = sign_in(port)
            rows = [
                ("front page", ["/"], 300, None),
                ("project page", known, 20, None),
                # As after a change: nothing of it is kept.
                ("project page, made anew", others, 1, None),
                ("project page, signed in", known, 20, reader),
                ("project page, 150 releases", ["/project/large/"], 300, None),
                ("project page, 150 releases, signed in", ["/project/large/"], 300, reader),
                ("release page", ["/project/large/1.7/"], 300, None),
                ("search page, words", [f"/search/?q={word}" for word in WORDS], 50, None),
                ("search page, words, signed in", [f"/search/?q={word}" for word in WORDS], 50, reader),
                ("search page, a typing error", ["/search/?q=projct0042", "/search/?q=porject0007"], 150, None),
                ("search page, one letter", ["/search/?q=p"], 300, None),
                ("sign-in page", ["/account/login/"], 300, None),
            ]
            print(f"\nOne client, one request after the other, loopback, {PROJECTS} projects\n")
            print("| page | bytes on the wire | p50 | p99 |\n|---|---|---|---|")
            failed = []
            for title, paths, rounds, cookies in rows:
                times, size = measure(port, paths, rounds, cookies)
                p50, p99 = percentile(times, 0.5), percentile(times, 0.99)
                print(f"| {title} | {size:,} | {p50:.2f} ms | {p99:.2f} ms |", flush=True)
                if p50 >= WANTED.get(title, float("inf")):
                    failed.append(title)
        finally:
            server.terminate()
            server.wait()
    if failed:
        raise SystemExit("pages are slow: " + ", ".join(failed))


if __name__ == "__main__":
    main()
