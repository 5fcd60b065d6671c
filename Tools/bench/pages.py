#!/usr/bin/env python3
"""Measures how long the server takes for a page of the website: one request after the other on one connection."""

import argparse
import http.client
import os
import pathlib
import re
import subprocess
import tempfile
import time

from bench import Uploader, percentile, wheel

PROJECTS = 200
RELEASES_OF_LARGE = 150
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


def measure(port, paths, rounds):
    """Milliseconds of each answer after the first of each path, and the size of the last."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times, size = [], 0
    for turn in range(rounds):
        for path in paths:
            start = time.perf_counter()
            connection.request("GET", path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
            if turn:
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
                input="measure the pages well\n")
        token = command("token", "add", "--user", "bench")
        server = subprocess.Popen([options.binary, "serve", "--data", data, "--port", "0"],
                                  stdout=subprocess.PIPE, text=True, env=environment)
        try:
            port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
            fill(port, token)
            time.sleep(5)
            rows = [
                ("front page", ["/"], 300),
                ("project page", [f"/project/project{number:04}/" for number in range(50)], 20),
                ("project page, 150 releases", ["/project/large/"], 300),
                ("release page", ["/project/large/1.7/"], 300),
                ("search page, words", [f"/search/?q={word}" for word in WORDS], 50),
                ("search page, a typing error", ["/search/?q=projct0042", "/search/?q=porject0007"], 150),
                ("search page, one letter", ["/search/?q=p"], 300),
                ("sign-in page", ["/account/login/"], 300),
            ]
            print(f"\nOne client, one request after the other, loopback, {PROJECTS} projects\n")
            print("| page | bytes on the wire | p50 | p99 |\n|---|---|---|---|")
            for title, paths, rounds in rows:
                times, size = measure(port, paths, rounds)
                print(f"| {title} | {size:,} | {percentile(times, 0.5):.2f} ms | {percentile(times, 0.99):.2f} ms |")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
