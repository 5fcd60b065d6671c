#!/usr/bin/env python3
"""Writes the tables of Sources/PackageIndex/Inspection/Labels from the PyPI packages that keep them.

    python3 Tools/generate-native-tables.py            the newest version of each package
    python3 Tools/generate-native-tables.py --check    exit 1 if a table differs from what would be written

abi3info has the symbols of CPython's Misc/stable_abi.toml, auditwheel the platform policies. They are
installed into a temporary virtual environment, nothing else is touched.
"""

import pathlib
import sys

import swift_tables

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/PackageIndex/Inspection/Labels/Tables"
PACKAGES = ["abi3info", "auditwheel"]

# Runs inside the virtual environment and prints what the tables are made of.
COLLECT = r"""
import importlib.metadata, json, pathlib, sys
import abi3info, auditwheel.policy

symbols = {}
for table in (abi3info.FUNCTIONS, abi3info.DATAS):
    for symbol, entry in table.items():
        symbols.setdefault(f"{entry.added.major}.{entry.added.minor}", []).append(symbol.name)
folder = pathlib.Path(auditwheel.policy.__file__).parent
json.dump(
    {
        "versions": {name: importlib.metadata.version(name) for name in sys.argv[1:]},
        "symbols": symbols,
        "policies": {
            family: json.loads((folder / f"{family}-policy.json").read_text())
            for family in ("manylinux", "musllinux", "android")
        },
    },
    sys.stdout,
)
"""


def line(*words):
    """Words on one line."""
    if any(" " in word for word in words):
        sys.exit(f"a word of {words!r} has a space in it")
    return " ".join(map(swift_tables.checked, words))


def dotted(version):
    return [int(part) for part in version.split(".")]


def stable_abi(symbols):
    for version in sorted(symbols, key=dotted):
        yield line(version, *sorted(symbols[version]))


def policies(family):
    """One policy after another, each as what it allows beyond the one before."""
    libraries, versions, forbidden = set(), {}, {}
    for policy in sorted(family, key=lambda policy: -policy["priority"]):
        if policy["name"] == "linux":
            continue
        yield line("policy", policy["name"], *policy["aliases"])
        added = set(policy["lib_whitelist"]) - libraries
        if libraries - set(policy["lib_whitelist"]):
            sys.exit(f"{policy['name']} forbids a library that a stricter policy allows")
        if added:
            yield line("libraries", *sorted(added))
        libraries |= added
        yield line("machines", *sorted(policy["symbol_versions"]))
        for machine, sets in sorted(policy["symbol_versions"].items()):
            for prefix, names in sorted(sets.items()):
                known = versions.setdefault(machine, {}).get(prefix)
                if set(known or ()) - set(names):
                    sys.exit(f"{policy['name']} forbids a version that a stricter policy allows")
                new = [name for name in names if name not in (known or ())]
                if new or known is None:
                    yield line("versions", machine, prefix, *new)
                versions[machine][prefix] = list(names)
        for library in sorted(set(policy["blacklist"]) | set(forbidden)):
            names = policy["blacklist"].get(library, [])
            if names != forbidden.get(library, []):
                yield line("forbidden", library, *names)
        forbidden = policy["blacklist"]


def literal(name, comment, lines):
    """Long lines go on in lines that begin with a space."""
    return swift_tables.literal(
        name, comment, "\n".join(swift_tables.filled(text, subsequent_indent=" ") for text in lines))


def tables():
    data = swift_tables.collect(PACKAGES, COLLECT)
    versions = data["versions"]
    form = "Policies from the strictest on; a line that begins with a space goes on."
    return {
        "StableABITable.swift": swift_tables.table(
            "StableABITable",
            f"abi3info {versions['abi3info']}",
            literal(
                "symbols",
                "A Python version and the symbols that it added; a line that begins with a space goes on.",
                stable_abi(data["symbols"]),
            ),
        ),
        "PlatformPolicyTable.swift": swift_tables.table(
            "PlatformPolicyTable",
            f"auditwheel {versions['auditwheel']}",
            *(literal(family, form, policies(data["policies"][family])) for family in data["policies"]),
        ),
    }


if __name__ == "__main__":
    sys.exit(swift_tables.main(__doc__, FOLDER, tables))
