#!/usr/bin/env python3
"""Writes the data tables of Sources/PythonPackaging from the PyPI packages that keep them.

    python3 Tools/generate-tables.py            the newest version of each package
    python3 Tools/generate-tables.py --check    exit 1 if a table differs from what would be written

The packages are installed into a temporary virtual environment, nothing else is touched.
"""

import pathlib
import sys

import swift_tables
from swift_tables import literal, table

ROOM = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "PythonPackaging"
PACKAGES = ["packaging", "trove-classifiers", "stdlib-list", "stdlibs"]

# Runs inside the virtual environment and prints what the tables are made of.
COLLECT = r"""
import importlib.metadata, json, sys
import stdlib_list, stdlibs, trove_classifiers
from packaging.licenses import _spdx
from packaging.utils import canonicalize_name
from packaging.version import Version
from stdlibs.known import KNOWN_VERSIONS

def with_parents(names):
    for name in names:
        parts = name.split(".")
        for count in range(len(parts)):
            yield ".".join(parts[: count + 1])

# stdlib-list is what PyPI looks names up in; it follows a new Python late, stdlibs early.
names = set()
for version in stdlib_list.short_versions:
    names.update(with_parents(stdlib_list.stdlib_list(version)))
newest = max(map(Version, stdlib_list.short_versions))
for version in KNOWN_VERSIONS:
    if Version(version) > newest:
        names.update(with_parents(stdlibs.stdlib_module_names(version)))

json.dump(
    {
        "versions": {name: importlib.metadata.version(name) for name in sys.argv[1:]},
        "spdx": _spdx.VERSION,
        "licenses": [[v["id"], v["deprecated"]] for v in _spdx.LICENSES.values()],
        "exceptions": [[v["id"], v["deprecated"]] for v in _spdx.EXCEPTIONS.values()],
        "classifiers": trove_classifiers.sorted_classifiers,
        "deprecated": trove_classifiers.deprecated_classifiers,
        "modules": sorted({canonicalize_name(name.strip("-_.")) for name in names} - {""}),
    },
    sys.stdout,
)
"""


def lines(items):
    """One item a line."""
    return "\n".join(map(swift_tables.checked, items))


def wrapped(items):
    """Items without spaces in them, as many as fit on a line."""
    if any(" " in item for item in items):
        sys.exit("an item has a space in it")
    return swift_tables.filled(" ".join(map(swift_tables.checked, items)))


def tables():
    data = swift_tables.collect(PACKAGES, COLLECT)
    versions = data["versions"]
    spdx = f"packaging {versions['packaging']} (SPDX licence list {data['spdx']})"
    trove = f"trove-classifiers {versions['trove-classifiers']}"
    modules = f"stdlib-list {versions['stdlib-list']} and stdlibs {versions['stdlibs']}"

    def marked(pairs):
        return [identifier + ("!" if deprecated else "") for identifier, deprecated in pairs]

    deprecated = []
    for old, new in sorted(data["deprecated"].items()):
        if any("|" in text for text in [old, *new]):
            sys.exit("a classifier has a '|' in it")
        deprecated.append("|".join([old, *new]))

    return {
        "Licenses/Tables/SPDXTable.swift": table(
            "SPDXTable",
            spdx,
            literal(
                "licenses",
                "Licence identifiers; an exclamation mark follows a deprecated one.",
                wrapped(marked(data["licenses"])),
            ),
            literal(
                "exceptions",
                "Exception identifiers; an exclamation mark follows a deprecated one.",
                wrapped(marked(data["exceptions"])),
            ),
        ),
        "Classifiers/Tables/ClassifierTable.swift": table(
            "ClassifierTable",
            trove,
            literal("current", "Classifiers, one a line.", lines(data["classifiers"])),
            literal(
                "deprecated",
                "Deprecated classifiers, one a line, each followed by its replacements.",
                lines(deprecated),
            ),
        ),
        "StandardLibrary/Tables/StandardLibraryTable.swift": table(
            "StandardLibraryTable",
            modules,
            literal(
                "modules",
                "Names of modules and of what they lie in, normalised as project names are.",
                wrapped(data["modules"]),
            ),
        ),
    }


if __name__ == "__main__":
    sys.exit(swift_tables.main(__doc__, ROOM, tables))
