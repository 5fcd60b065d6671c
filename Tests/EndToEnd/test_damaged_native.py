"""Native files that are damaged or very large, looked into by the inspection as it is released.

Every compiled fixture is cut off at each byte and changed 20,000 times, every file of the small real wheels is cut off
at 200 places. The unit tests, built for debugging, do the former with the assembled fixtures and change each compiled
one 200 times.
"""

import json
import os
import subprocess
import sys
import zipfile

import pytest

import native_truth
import native_wheels
from cheeseboard_server import BINARY, ROOT

FIXTURES = ROOT / "Tests" / "NativeInspectionTests" / "Fixtures"
MUTATIONS = 20_000
TRUNCATIONS = 200


@pytest.fixture(scope="session")
def workbench():
    """The tool that damages files, built for release."""
    words = ["swift", "build", "-c", "release", "--product", "native-workbench"]
    if given := os.environ.get("CHEESEBOARD_WORKBENCH"):
        return given
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return ROOT / ".build" / "release" / "native-workbench"


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir() if path.suffix != ".json"))
def test_a_fixture_cut_off_anywhere_or_changed_is_inspected_or_refused(workbench, name):
    path = FIXTURES / name
    size = path.stat().st_size
    assert size <= 64 << 10
    report = damaged(workbench, "damage", MUTATIONS, path)
    assert (report["truncations"], report["mutations"]) == (size, MUTATIONS)
    assert 0 < report["refused"] < size + MUTATIONS


@pytest.mark.long
@pytest.mark.parametrize("row", [pytest.param(row, id=row["filename"]) for row in native_truth.SMALL])
def test_a_file_of_a_real_wheel_cut_off_anywhere_is_inspected_or_refused(workbench, row, tmp_path):
    with zipfile.ZipFile(native_wheels.wheel(row["filename"], row["sha256"])) as archive:
        for name in row["files"]:
            path = tmp_path / "file"
            path.write_bytes(archive.read(name))
            report = damaged(workbench, "truncate", TRUNCATIONS, path)
            assert (report["truncations"], report["mutations"]) == (TRUNCATIONS, 0), name
            assert report["refused"] > 0, name


def test_a_library_of_a_gibibyte_is_read_in_pieces(tmp_path):
    small, large = FIXTURES / "relro-full.so", tmp_path / "large.so"
    large.write_bytes(small.read_bytes())
    # What follows on the library is a hole, which takes no room on the disk and is read all the same.
    os.truncate(large, 1 << 30)
    reports = []
    for path in (small, large):
        said, most = measured(BINARY, "audit", "--format", "json", path)
        assert most < 128 << 10, path
        reports += json.loads(said)["files"]
    assert reports[1]["size"] == 1 << 30 and reports[1]["error"] is None
    assert [each["checks"] for each in reports] == [reports[0]["checks"]] * 2


def damaged(workbench, way, count, path):
    """What the workbench reports of a file; the time and memory it may take are bounds, not measurements.

    An inspection of 14 KiB takes about a tenth of a millisecond, of 1 MiB about one, and the process 20 MB.
    """
    said, most = measured(workbench, way, count, path)
    report = json.loads(said)
    assert report["slowestMilliseconds"] < 2_000
    assert most < 128 << 10
    return report


# A process counts as its own what the one that began it held, so a small one begins the program and tells.
MEASURING = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
said = process.stdout.read()
_, status, usage = os.wait4(process.pid, 0)
json.dump([said, os.waitstatus_to_exitcode(status), usage.ru_maxrss], sys.stdout)
"""


def measured(*words):
    """What a program says, and the most memory that it held, in KiB."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURING, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    said, code, most = json.loads(done.stdout)
    assert code == 0, done.stderr[-2000:]
    return said, most
