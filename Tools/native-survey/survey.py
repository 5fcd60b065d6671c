#!/usr/bin/env python3
"""Looks into the wheels of the most downloaded native packages and writes docs/native-survey.md with its charts.

    Tools/native-survey/survey.py [--binary .build/release/cheeseboard] [--renew]

The wheels of packages.tsv are downloaded as this machine's pip is set up (their sums are checked), `cheeseboard audit` reads all of
them in one run, and the page and its charts are written again from that one report; nothing is added by hand. `--renew` first lets
pip choose the newest wheels of the same projects and rewrites packages.tsv. Needs readelf and nm, which every file is held against.
Exits with 1 where the audit crashed, left a wheel out, could not read something and did not say why, or differs from readelf and nm;
what it could not read with a reason is told on the page.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / "EndToEnd")]

import charts  # noqa: E402
import check  # noqa: E402
import figures  # noqa: E402
import native_wheels  # noqa: E402
import page  # noqa: E402

LIST = pathlib.Path(__file__).with_name("packages.tsv")
LIMIT = 500_000_000
PLATFORMS = [
    *(f"manylinux_2_{minor}_x86_64" for minor in (34, 31, 28, 27, 26, 24, 17, 12, 5)),
    "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64",
]


def main():
    words = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    words.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build" / "release" / "cheeseboard")
    words.add_argument("--renew", action="store_true", help="let pip choose the newest wheels first")
    words.add_argument("--report", type=pathlib.Path, help="also keep the audit's JSON in this file")
    options = words.parse_args()
    if options.renew:
        renew()
    rows = read_list()
    total = sum(row["bytes"] for row in rows)
    if total > LIMIT:
        sys.exit(f"{LIST.name}: {total:,} bytes are more than the {LIMIT:,} that this survey may download")
    print(f"{len(rows)} wheels, {total / 1e6:.0f} MB", flush=True)
    wheels = native_wheels.wheels([(row["filename"], row["sha256"]) for row in rows])
    report = audit(options.binary, wheels)
    if options.report:
        options.report.write_text(json.dumps(report))
    refuse_silence(report, rows)
    compared, differences = check.against_binutils(report, wheels)
    write(figures.Survey(report, rows, compared, differences))
    if differences:
        sys.exit("\n".join(differences))


def audit(binary, wheels):
    """The report of one run over all wheels."""
    started = time.monotonic()
    done = subprocess.run(
        [str(binary), "audit", "--format", "json", *map(str, wheels)], capture_output=True, text=True, timeout=1800)
    # 2 says that something could not be read; whether it says why is asked below.
    if done.returncode not in (0, 2):
        sys.exit(f"cheeseboard audit ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    try:
        report = json.loads(done.stdout)
    except ValueError as error:
        sys.exit(f"cheeseboard audit printed no JSON: {error}")
    print(f"audited in {time.monotonic() - started:.1f} s", flush=True)
    return report


def refuse_silence(report, rows):
    """Ends the run where a wheel is missing in the report or something could not be read without a word why."""
    found = {wheel["filename"]: wheel for wheel in report["wheels"]}
    wrong = [f"{row['filename']}: not in the report" for row in rows if row["filename"] not in found]
    wrong += [f"{error.get('path')}: no reason" for error in report["errors"] if not error.get("message")]
    for wheel in report["wheels"]:
        if not wheel["files"]:
            wrong.append(f"{wheel['filename']}: no native file found")
        wrong += [f"{wheel['filename']}: an error without a reason" for message in wheel["errors"] if not message.strip()]
        for file in wheel["files"]:
            if file["error"] is not None and not file["error"].strip():
                wrong.append(f"{wheel['filename']}: {file['path']}: an error without a reason")
            if file["error"] is None and file["format"] in ("elf", "macho", "pe") and not file["slices"]:
                wrong.append(f"{wheel['filename']}: {file['path']}: neither facts nor an error")
    if wrong:
        sys.exit("\n".join(wrong))


def write(survey):
    folder = ROOT / "docs" / "native-survey"
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in charts.all(survey).items():
        (folder / f"{name}.svg").write_text(picture)
    target = ROOT / "docs" / "native-survey.md"
    target.write_text(page.text(survey))
    print(f"wrote {target.relative_to(ROOT)} and {folder.relative_to(ROOT)}/*.svg")


def read_list():
    rows = []
    for line in LIST.read_text().splitlines():
        if line and not line.startswith("#"):
            rank, project, size, filename, sha256 = line.split("\t")
            rows.append({
                "rank": int(rank), "project": project, "bytes": int(size), "filename": filename, "sha256": sha256})
    return rows


def renew():
    """Rewrites the list with the wheels that pip chooses now for CPython 3.12 on Linux, x86-64."""
    lines = LIST.read_text().splitlines()
    rows = read_list()
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        chosen = list(pool.map(lambda row: newest(row["project"]), rows))
    today = time.strftime("%Y-%m-%d", time.gmtime())
    kept = [re.sub(r"pip chose on [0-9-]+", f"pip chose on {today}", line) for line in lines if line.startswith("#")]
    for row, path in zip(rows, chosen):
        sum_ = hashlib.sha256(path.read_bytes()).hexdigest()
        kept.append("\t".join([str(row["rank"]), row["project"], str(path.stat().st_size), path.name, sum_]))
    LIST.write_text("\n".join(kept) + "\n")


def newest(project):
    native_wheels.FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=native_wheels.FOLDER.parent) as folder:
        words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        for platform in PLATFORMS:
            words += ["--platform", platform]
        for abi in ("cp312", "abi3", "none"):
            words += ["--abi", abi]
        words += ["--implementation", "cp", "--python-version", "3.12", "-d", folder, project]
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=900, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
        found = list(pathlib.Path(folder).glob("*.whl"))
        if len(found) != 1:
            sys.exit(f"{project}: pip brought no wheel: {done.stderr.strip()[-300:]}")
        return found[0].replace(native_wheels.FOLDER / found[0].name)


if __name__ == "__main__":
    main()
