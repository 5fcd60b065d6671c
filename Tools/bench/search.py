#!/usr/bin/env python3
"""Measures search on a catalogue as large as the largest index: what it finds, how fast, and what that costs.

usage: search.py --binary PATH [--catalogue FILE]

Without a file of JSON Lines (`name`, `version`, `summary`, `rank`) `catalogue.py` makes 886,000 projects. Times are those of a
client with one connection on loopback: the whole HTTP exchange.
"""

import argparse
import collections
import http.client
import json
import os
import pathlib
import random
import re
import string
import subprocess
import sys
import tempfile
import time
import urllib.parse

WANTED = {"p50": 5, "p99": 50, "exact": 100, "errors": 95, "build": 180, "memory": 300}


def normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower()


class Server:
    """A server on an empty folder with a catalogue, and one connection to it."""

    def __init__(self, binary, folder, catalogue):
        start = time.perf_counter()
        subprocess.run(
            [binary, "catalog", "load", "--data", folder, catalogue], check=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        self.load_seconds = time.perf_counter() - start
        environment = dict(os.environ, CHEESEBOARD_METRICS_PORT="0")
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [binary, "serve", "--data", folder, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, env=environment)
        port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        while not self.search("a")[0]["is_complete"]:
            time.sleep(0.05)
        self.build_seconds = time.perf_counter() - start
        self.build_memory = self.memory("VmHWM")

    def search(self, text):
        """The answer, and how long it took in milliseconds."""
        path = "/api/v1/search?" + urllib.parse.urlencode({"q": text})
        start = time.perf_counter()
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        elapsed = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            raise SystemExit(f"{text!r}: {answer.status} {body[:200]}")
        return json.loads(body), elapsed

    def page(self, text):
        """None, and how long the page for people took in milliseconds, compressed as browsers ask for it."""
        path = "/search/?" + urllib.parse.urlencode({"q": text})
        start = time.perf_counter()
        self.connection.request("GET", path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
        answer = self.connection.getresponse()
        body = answer.read()
        elapsed = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            raise SystemExit(f"the page for {text!r}: {answer.status} {body[:200]}")
        return None, elapsed

    def memory(self, field):
        """In MiB, as the system counts it."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{field}:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def with_error(generator, name, kind):
    """The name with one typing error; None where it has no place for one."""
    places = [place for place, letter in enumerate(name) if letter.isalnum()]
    for _ in range(50):
        place = generator.choice(places)
        letter = name[place]
        if kind == "missing":
            typed = name[:place] + name[place + 1:]
        elif kind == "doubled":
            typed = name[:place] + letter + name[place:]
        elif kind == "swapped":
            other = name[place + 1:place + 2]
            if not other.isalnum() or other == letter:
                continue
            typed = name[:place] + other + letter + name[place + 2:]
        else:
            typed = name[:place] + generator.choice(string.ascii_lowercase.replace(letter, "")) + name[place + 1:]
        if re.search("[a-z0-9]", typed):
            return typed
    return None


def percentile(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--catalogue")
    parser.add_argument("--sample", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        catalogue = options.catalogue
        if not catalogue:
            catalogue = f"{work}/catalogue.jsonl"
            with open(catalogue, "w", encoding="utf-8") as out:
                subprocess.run([sys.executable, pathlib.Path(__file__).with_name("catalogue.py")], stdout=out, check=True)
        with open(catalogue, encoding="utf-8") as lines:
            entries = [json.loads(line) for line in lines]
        server = Server(options.binary, f"{work}/data", catalogue)
        try:
            failed = measure(server, entries, options.sample)
        finally:
            server.stop()
        files = pathlib.Path(f"{work}/data/search").iterdir()
        print(f"The file takes {sum(file.stat().st_size for file in files) >> 20} MiB on the disk.")
    if failed:
        raise SystemExit("search misses: " + ", ".join(failed))


def measure(server, entries, count):
    generator = random.Random(4)
    keys = [normalized(entry["name"]) for entry in entries]
    # A name of one or two letters is another name with every error.
    sample = [key for key in generator.sample(keys, count * 2) if len(key.replace("-", "")) >= 3][:count]
    words = collections.Counter()
    for entry in generator.sample(entries, min(len(entries), 50_000)):
        words.update(re.findall("[a-z]{3,}", (entry["summary"] or "").lower()))
    common = [word for word, _ in words.most_common(200)]
    pairs = [" ".join(generator.sample(common[:100], 2)) for _ in range(200)]
    letters = list(string.ascii_lowercase + string.digits)
    kinds = {"the exact name": sample}
    for kind in ["missing", "doubled", "swapped", "wrong"]:
        kinds[f"one letter {kind}"] = [with_error(generator, key, kind) for key in sample]
    kinds["one letter"] = letters
    kinds["two letters"] = [a + b for a in letters for b in letters]
    kinds["common words"] = common
    kinds["two common words"] = pairs
    kinds["as it is typed"] = [key[:length] for key in sample[:100] for length in range(1, len(key) + 1)]
    asked_as = dict.fromkeys(kinds, server.search)
    for kind, queries in {"the exact name": sample, "common words": common, "two common words": pairs}.items():
        kinds[f"the page: {kind}"] = queries
        asked_as[f"the page: {kind}"] = server.page
    failed = []
    print("| what | found | p50 ms | p99 ms | most ms |")
    print("|---|---|---|---|---|")
    for kind, queries in kinds.items():
        times, found, asked = [], 0, 0
        for place, query in enumerate(queries):
            if query is None:
                continue
            answer, elapsed = asked_as[kind](query)
            times.append(elapsed)
            if kind == "the exact name" or kind.startswith("one letter "):
                best = [hit["normalized_name"] for hit in answer["results"]]
                asked += 1
                found += sample[place] in best[:1 if kind == "the exact name" else 5]
        share = 100 * found / asked if asked else None
        p50, p99 = percentile(times, 0.5), percentile(times, 0.99)
        shown = "" if share is None else f"{share:.1f} %"
        print(f"| {kind} | {shown} | {p50:.1f} | {p99:.1f} | {max(times):.1f} |")
        wanted = WANTED["exact" if kind == "the exact name" else "errors"]
        # The page is shown beside the answer that it is made of; pages.py says how long pages may take.
        is_slow = asked_as[kind] == server.search and p50 >= WANTED["p50"] or p99 >= WANTED["p99"]
        if share is not None and share < wanted or is_slow:
            failed.append(kind)
    memory = server.memory("VmHWM")
    print(f"\n{len(entries):,} projects: loaded in {server.load_seconds:.0f} s, built in {server.build_seconds:.0f} s; "
          f"memory while building {server.build_memory:.0f} MiB, at most {memory:.0f} MiB.")
    if server.build_seconds >= WANTED["build"]:
        failed.append("time to build")
    if memory >= WANTED["memory"]:
        failed.append("memory")
    return failed


if __name__ == "__main__":
    main()
