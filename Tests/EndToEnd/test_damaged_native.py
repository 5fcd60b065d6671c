"""Every compiled fixture cut off at each byte and changed 20,000 times, by the inspection as it is released.

The unit tests, built for debugging, do this with the assembled fixtures and change each compiled one 200 times.
"""

import json
import os
import subprocess

import pytest

from cheeseboard_server import ROOT

FIXTURES = ROOT / "Tests" / "NativeInspectionTests" / "Fixtures"
MUTATIONS = 20_000


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
    process = subprocess.Popen(
        [str(workbench), "damage", str(MUTATIONS), str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    # Small enough for the pipes; reading to the end first, so that the usage is this process's own.
    said, complaint = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, complaint[-2000:]
    report = json.loads(said)
    assert (report["truncations"], report["mutations"]) == (size, MUTATIONS)
    assert 0 < report["refused"] < size + MUTATIONS
    # Bounds, not measurements: an inspection of 14 KiB takes about a tenth of a millisecond, and the process 20 MB.
    assert report["slowestMilliseconds"] < 2_000
    assert usage.ru_maxrss < 128 << 10
