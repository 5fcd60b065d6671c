#!/usr/bin/env python3
"""Measures `cheeseboard audit` beside the tools that each tell a part of the same, on the same files."""

import argparse
import importlib.metadata
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "EndToEnd"))

import native_truth  # noqa: E402
import native_wheels  # noqa: E402

WHEELS = [
    "markupsafe-3.0.4-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl",
    "msgpack-1.2.4-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl",
    "pydantic_core-2.50.4-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl",
    "ruff-0.17.6-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "duckdb-2.0.0-cp312-abi3-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
]
MAGIC = b"\x7fELF"
# Tools that need a second for each few megabytes are not asked about more native code than this.
MOST_FOR_SLOW_TOOLS = 30_000_000
TOOLS = pathlib.Path(sys.executable).parent
ABI3AUDIT = shutil.which("abi3audit", path=str(TOOLS))


def native_size(row):
    """The native bytes of a wheel of the truth set."""
    return sum(file["size"] for file in row["files"].values())


# What takes the most memory of all that others have looked at for the tests.
LARGEST = max(native_truth.ROWS, key=native_size)
# abi3audit asks whether a promise is kept that other wheels do not make.
ABI3 = sorted((row for row in native_truth.ROWS if "-abi3-" in row["filename"]), key=native_size)


def commands(wheel, files, size, binary, scratch):
    """What is run: for each tool the commands that it takes to look at the wheel, or at the files in it."""
    runs = {
        "cheeseboard, wheel": [[binary, "audit", wheel]],
        "auditwheel": [[TOOLS / "auditwheel", "show", wheel]],
        "cheeseboard, files": [[binary, "audit", *files]],
        "checksec": [["checksec", f"--file={file}", "--format=json"] for file in files],
    }
    if size <= MOST_FOR_SLOW_TOOLS:
        runs["hardening-check"] = [["hardening-check", *files]]
        runs["blint"] = [
            [TOOLS / "blint", "--no-banner", "-i", file, "-o", scratch / "blint"] for file in files]
    if "-abi3-" in wheel.name and ABI3AUDIT:
        runs["abi3audit"] = [[ABI3AUDIT, "--report", wheel]]
    return runs


def run(words, scratch):
    """Seconds and peak memory in KiB; time(1) starts the tool, whose memory this script's would hide."""
    peak = scratch / "peak"
    start = time.perf_counter()
    done = subprocess.run(
        ["/usr/bin/time", "-q", "-f", "%M", "-o", peak, *words], capture_output=True, text=True, cwd=scratch)
    seconds = time.perf_counter() - start
    # 1 is the answer that something is wrong with the file; a tool that says nothing has not looked.
    if done.returncode > 1 or not (done.stdout + done.stderr).strip() or "Traceback" in done.stderr:
        raise SystemExit(f"{words[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return seconds, int(peak.read_text().split()[-1])


def in_memory(workbench, files, rounds):
    """Seconds of inspecting the files once their bytes are in memory, on one core: the middle of the rounds."""
    done = subprocess.run([workbench, "speed", str(rounds + 2), *files], capture_output=True, text=True, check=True)
    # The first rounds warm caches and the memory up.
    times = [each["milliseconds"][2:] for each in json.loads(done.stdout)["files"]]
    return statistics.median(sum(each) for each in zip(*times)) / 1000


def unpack(wheel, folder):
    """The native files of a wheel, outside of it."""
    files = []
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            with archive.open(member) as content:
                if content.read(4) != MAGIC:
                    continue
            files.append(pathlib.Path(archive.extract(member, folder)))
            files[-1].chmod(0o755)
    return files


def measure(runs, rounds, scratch):
    """For each tool the middle of its times, and its peak memory; all take turns."""
    times, peaks = {tool: [] for tool in runs}, dict.fromkeys(runs, 0)
    for _ in range(rounds):
        for tool, lines in runs.items():
            results = [run(words, scratch) for words in lines]
            times[tool].append(sum(seconds for seconds, _ in results))
            peaks[tool] = max(peaks[tool], *(peak for _, peak in results))
    return {tool: statistics.median(each) for tool, each in times.items()}, peaks


def versions():
    """What is compared with, each with its release."""
    names = ["auditwheel", "blint"] + (["abi3audit"] if ABI3AUDIT else [])
    found = [f"{name} {importlib.metadata.version(name)}" for name in names]
    for package in ("checksec", "devscripts"):
        shown = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
        found.append(f"{package} {shown.stdout or '(of unknown release)'}")
    return ", ".join(found)


def row(name, size, times, memory):
    def ratio(tool, ours):
        if tool not in times:
            return "—"
        share = times[tool] / times[ours]
        return f"{share:,.{0 if share >= 10 else 1}f}×"

    wheel, files = "cheeseboard, wheel", "cheeseboard, files"
    return (
        f"| {name} | {size / 1e6:.1f} | {1000 * memory:.1f} ms | {size / 1e6 / memory:,.0f} | {1000 * times[wheel]:.0f} ms | {ratio('auditwheel', wheel)} "
        f"| {ratio('abi3audit', wheel)} | {1000 * times[files]:.0f} ms | {ratio('checksec', files)} "
        f"| {ratio('hardening-check', files)} | {ratio('blint', files)} |")


def peak_memory(name, size, peaks):
    told = ", ".join(f"{tool} {peak // 1024} MiB" for tool, peak in peaks.items())
    return f"\nPeak memory on {name}, {size / 1e6:.1f} MB of native code: {told}."


def compare_abi3(options):
    """abi3audit beside the audit on every wheel of the truth set that promises the stable ABI."""
    print("\n| wheel | native MB | audit | abi3audit | |\n|---|---|---|---|---|")
    paths = native_wheels.wheels([(row["filename"], row["sha256"]) for row in ABI3])
    total = dict.fromkeys(("cheeseboard", "abi3audit"), 0)
    for row, path in zip(ABI3, paths):
        with tempfile.TemporaryDirectory() as folder:
            times, _ = measure(
                {"cheeseboard": [[options.binary, "audit", path]], "abi3audit": [[ABI3AUDIT, "--report", path]]},
                options.rounds, pathlib.Path(folder))
        ours, theirs = times["cheeseboard"], times["abi3audit"]
        print(f"| {row['filename'].removesuffix('.whl')} | {native_size(row) / 1e6:.1f} | {1000 * ours:.0f} ms "
              f"| {1000 * theirs:.0f} ms | {theirs / ours:.1f}× |", flush=True)
        total = {tool: seconds + times[tool] for tool, seconds in total.items()}
    print(f"\nAll {len(ABI3)} wheels with a promise of the stable ABI: audit {total['cheeseboard']:.1f} s, "
          f"abi3audit {total['abi3audit']:.1f} s.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--workbench", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    shown = subprocess.run([options.binary, "audit", "--help"], capture_output=True, text=True).stdout
    if "USAGE: cheeseboard audit" not in shown:
        raise SystemExit(f"{options.binary} cannot audit")
    for tool in ("checksec", "hardening-check", "/usr/bin/time"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is missing")
    paths = native_wheels.wheels(
        [(name, None) for name in WHEELS] + [(LARGEST["filename"], LARGEST["sha256"])])

    print(f"\n`cheeseboard audit` and others in turn, {options.rounds} rounds, {os.cpu_count()} cores, one process at "
          f"a time; {versions()}\n")
    print("| wheel | native MB | in memory | MB/s | from the wheel | auditwheel | abi3audit | from its files | checksec | hardening-check "
          "| blint |\n|---|---|---|---|---|---|---|---|---|---|---|")
    measured = []
    total, seconds = 0, 0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            scratch = pathlib.Path(folder)
            files = unpack(path, scratch / "files")
            size = sum(file.stat().st_size for file in files)
            memory = in_memory(options.workbench, files, options.rounds)
            times, peaks = measure(
                commands(path, files, size, options.binary, scratch), options.rounds, scratch)
        name = "-".join(path.name.split("-")[:2])
        print(row(name, size, times, memory), flush=True)
        total, seconds = total + size, seconds + memory
        measured.append((size, name, times, peaks))
    # The largest has what is asked of the speed, and the two largest what is asked of the memory.
    measured.sort(key=lambda each: each[0], reverse=True)
    size, name, times, _ = measured[0]
    print(f"\nOnce the bytes are in memory, on one core, all strings and opcodes looked at: {total / 1e6 / seconds:,.0f} MB/s "
          "over all of them (300 are wanted, and 50 ms for 15 MB).")
    print(f"\n{name}, {size / 1e6:.1f} MB of native code: "
          f"{size / 1e6 / times['cheeseboard, wheel']:.0f} MB/s from the wheel, "
          f"{size / 1e6 / times['cheeseboard, files']:.0f} MB/s from its files, the start of the process included.")
    for size, name, _, peaks in measured[:2]:
        print(peak_memory(name, size, peaks))
    if ABI3AUDIT:
        compare_abi3(options)


if __name__ == "__main__":
    main()
