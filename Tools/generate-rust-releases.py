#!/usr/bin/env python3
"""Writes Sources/NativeInspection/Languages/RustRelease+Table.swift: which commit each release of rustc is.

Paths into Rust's standard library name the commit that the compiler was built from, and in Mach-O and PE
files nothing else tells the release. Give files (or `-` for standard input) of either kind:

    git ls-remote --tags <the repository of rust-lang/rust> | Tools/generate-rust-releases.py -
    Tools/generate-rust-releases.py module.so more.txt

Lines of `git ls-remote` name the commits of tags; any other file, native ones included, is searched for what
rustc says of itself: `rustc 1.95.0 (59807616e 2026-04-14)`. What the table already has is kept; two commits
for one release are an error.
"""

import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).parent.parent / (
    "Sources/NativeInspection/Languages/RustRelease+Table.swift")
DIGITS = 9
VERSION = rb"1\.\d+\.\d+"
PATTERNS = [
    # An annotated tag's commit stands on its second line; those of Rust are all annotated.
    re.compile(rb"^(?P<commit>[0-9a-f]{40})\s+refs/tags/(?P<version>" + VERSION + rb")\^\{\}\s*$", re.M),
    re.compile(rb"rustc (?:version )?(?P<version>" + VERSION
               + rb") \((?P<commit>[0-9a-f]{9}) \d{4}-\d\d-\d\d\)"),
    # The table itself.
    re.compile(rb"^ +(?P<commit>[0-9a-f]{9}) (?P<version>" + VERSION + rb")$", re.M),
]


def releases(data: bytes) -> list[tuple[str, str]]:
    return [(match["version"].decode(), match["commit"].decode()[:DIGITS])
            for pattern in PATTERNS for match in pattern.finditer(data)]


def main(paths: list[str]) -> int:
    if not paths:
        print(__doc__)
        return 2
    found: dict[str, str] = {}
    sources = [TABLE.read_bytes()] if TABLE.exists() else []
    sources += [sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()
                for path in paths]
    for data in sources:
        for version, commit in releases(data):
            if found.setdefault(version, commit) != commit:
                print(f"{version} is {found[version]} and {commit}", file=sys.stderr)
                return 1
    order = sorted(found, key=lambda version: [int(part) for part in version.split(".")])
    lines = "\n".join(f"        {found[version]} {version}" for version in order)
    TABLE.write_text(f'''\
extension RustRelease {{
    /// The first nine digits of each release's commit.
    ///
    /// Made by Tools/generate-rust-releases.py.
    static let table = """
{lines}
        """
}}
''')
    print(f"{len(found)} releases, up to {order[-1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
