"""`cheeseboard audit` against what other tools found in the same real wheels."""

import functools
import json
import subprocess

import pytest

import native_truth
import native_wheels
from cheeseboard_server import BINARY

LONG = [row for row in native_truth.ROWS if row not in native_truth.SMALL]
ROWS = [pytest.param(row, id=row["filename"]) for row in native_truth.SMALL] + [
    pytest.param(row, id=row["filename"], marks=pytest.mark.long) for row in LONG
]


@pytest.fixture(scope="session", autouse=True)
def small_wheels():
    """Downloads CI's share at once, since asking for one after the other takes long."""
    native_wheels.wheels([(row["filename"], row["sha256"]) for row in native_truth.SMALL])


@functools.cache
def report(filename, sha256):
    path = native_wheels.wheel(filename, sha256)
    done = subprocess.run(
        [BINARY, "audit", "--format", "json", str(path)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["errors"] == []
    return answer["wheels"][0]


def of(row):
    return report(row["filename"], row["sha256"])


@pytest.mark.parametrize("row", ROWS)
def test_facts_are_those_of_the_reference_tools(row):
    documented = native_truth.documented()
    left = [
        (path, fact, theirs, ours) for path, fact, theirs, ours in native_truth.differences(row, of(row))
        if (row["filename"], path, fact) not in documented
    ]
    assert left == []


@pytest.mark.parametrize("row", ROWS)
def test_a_documented_disagreement_still_is_one(row):
    documented = {key[1:] for key in native_truth.documented() if key[0] == row["filename"]}
    found = native_truth.differences(row, of(row))
    if "adjudicated" in row:
        found += native_truth.judged_differences(row, of(row))
    assert documented <= {(path, fact) for path, fact, *_ in found}


@pytest.mark.parametrize("row", [each for each in ROWS if "adjudicated" in each.values[0]])
def test_languages_bindings_and_backend_are_what_a_person_decided(row):
    documented = native_truth.documented()
    left = [
        each for each in native_truth.judged_differences(row, of(row))
        if (row["filename"], each[0], each[1]) not in documented
    ]
    assert left == []


@pytest.mark.parametrize("judged, told, differs", [
    ("setuptools", ["setuptools", "auditwheel", "delocate"], False),
    ("setuptools", ["setuptools", "setuptools-rust"], True),
    ("setuptools-rust", ["setuptools", "setuptools-rust"], False),
    ("setuptools (setuptools-golang)", ["setuptools", "setuptools-golang"], False),
    ("setuptools (setuptools-golang)", ["setuptools"], True),
    ("maturin", ["maturin", "hatchling"], True),
])
def test_a_backend_too_many_is_a_difference_and_what_repairs_is_none(judged, told, differs):
    row = {"adjudicated": {"languages": [], "binding": ["none"], "backend": judged}}
    found = native_truth.judged_differences(row, {"files": [], "backend": told})
    assert [key for _, key, *_ in found] == (["backend"] if differs else [])


@pytest.mark.parametrize("row", [each for each in ROWS if "platform_policy" in each.values[0]])
def test_the_platform_policy_is_auditwheels(row):
    computed = of(row)["tags"]["computed"]
    policy = row["auditwheel"]["overall_tag"] if "auditwheel" in row else row["platform_policy"]
    assert computed == policy


@pytest.mark.parametrize("row", [each for each in ROWS if "abi3audit" in each.values[0]])
def test_abi3_is_abi3audits(row):
    for name, theirs in row["abi3audit"].items():
        ours = next(each for each in of(row)["files"] if each["path"].endswith("/" + name) or each["path"] == name)
        assert ours["abi3"]["claimed"] == theirs["baseline"]
        if row["filename"].startswith("dockerfile") and not theirs["is_abi3"]:
            # abi3audit takes the module's own exports, PyDockerfile_…, for imports.
            assert ours["abi3"]["violations"] == []
            continue
        assert ours["abi3"]["computed"] == theirs["computed"]
        assert (ours["abi3"]["violations"] == []) == theirs["is_abi3"]


@pytest.mark.parametrize("row", [each for each in ROWS if "-musllinux_1_2_" in each.values[0]["filename"]])
def test_a_wheel_for_musl_is_read_whatever_lies_on_the_machine(row):
    # auditwheel 6.8.2 opens the machine's own libc.so, a linker script where libc6-dev is installed, and stops.
    tags = of(row)["tags"]
    platform = row["filename"].removesuffix(".whl").split("-")[-1]
    assert (tags["computed"], tags["truthful"]) == (platform, True)


def test_a_project_has_one_grade_on_every_machine():
    # Where control-flow protection scored, machines that have none of it were a grade better.
    wheels = [
        of(row) for row in native_truth.SMALL
        if row["filename"].startswith("rpds_py-") and "-manylinux" in row["filename"]]
    files = {each["slices"][0]["machine"]: each for wheel in wheels for each in wheel["files"]}
    assert set(files) == {"x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x"}
    found = {(each["grade"], each["score"], each["coverage"]["applicable"]) for each in files.values()}
    assert found == {("A", 100, 7)}


@pytest.mark.parametrize("row", [each for each in ROWS if each.values[0]["filename"].startswith("cryptography-2.1-")])
def test_an_executable_stack_is_an_f_in_a_real_wheel(row):
    # readelf -lW prints GNU_STACK RWE of _openssl.abi3.so: the one such file among the wheels here.
    grades = {each["path"].split("/")[-1]: each["grade"] for each in of(row)["files"] if each["origin"] == "own"}
    assert grades["_openssl.abi3.so"] == "F" and of(row)["grade"] == "F"


def test_every_wheel_that_pypi_took_is_taken():
    paths = [native_wheels.wheel(row["filename"], row["sha256"]) for row in native_truth.SMALL]
    refused = {}
    for profile in ("private", "pypi"):
        done = subprocess.run(
            [BINARY, "check", "--format", "json", "--profile", profile, *paths],
            capture_output=True, text=True, timeout=300)
        files = json.loads(done.stdout)["files"]
        refused[profile] = {
            each["path"].split("/")[-1].split("-")[0]: each["refusals"][0]["code"]
            for each in files if not each["ok"]}
    # PyPI does not ask RECORD for hashes yet; its profile here does (docs/POLICIES.md).
    assert refused == {"private": {}, "pypi": {"maxminddb_zig": "record-hash-mismatch"}}
