#!/usr/bin/env python3
"""Sums line coverage over each room and fails below its bar.

usage: coverage.py CODECOV.json ROOT

The tool's JSON holds dependencies as well; only Sources/<Room> counts. Left out, by name: the
program's command line (Sources/cheeseboard), which the end-to-end tests run as a process of its
own; the rooms of tests; and generated tables (folders named Tables).
"""

import collections
import json
import pathlib
import sys

BARS = collections.defaultdict(lambda: 85.0, PythonPackaging=95.0, Archives=95.0)
LEFT_OUT = {"cheeseboard", "CheeseboardTesting", "distribution-builder", "native-workbench"}


def main(report, root):
    sources = pathlib.Path(root).resolve() / "Sources"
    lines = collections.defaultdict(lambda: [0, 0])
    for file in json.loads(pathlib.Path(report).read_text())["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if not path.is_relative_to(sources):
            continue
        parts = path.relative_to(sources).parts
        if parts[0] in LEFT_OUT or "Tables" in parts:
            continue
        summary = file["summary"]["lines"]
        lines[parts[0]][0] += summary["covered"]
        lines[parts[0]][1] += summary["count"]
    failed = False
    print("Line coverage (left out: the command line in Sources/cheeseboard, test support, Tables)")
    for room, (covered, count) in sorted(lines.items()):
        share = 100 * covered / count if count else 100.0
        is_low = share < BARS[room]
        failed = failed or is_low
        print(f"  {room:16} {share:6.2f} %  of {count:6} lines  {'BELOW' if is_low else 'at least'} {BARS[room]:.0f} %")
    return 1 if failed or not lines else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
