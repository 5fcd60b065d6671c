#!/usr/bin/env python3
"""Compares `cheeseboard conform` with the Python library `packaging`.

    Tools/conformance/run.py VENV BINARY [--rows N] [--seed S] [--all]

VENV is a folder for a virtual environment, made if it is missing: packaging 26.3 is installed
there, and its source distribution unpacked for its tests. The rows of those tests are put to the
binary first, then N seeded random questions. The exit status is 1 when an answer differs that
docs/packaging-differences.md does not explain.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import venv
from pathlib import Path

PACKAGING = "packaging==26.3"
#: What packaging's tests need, besides packaging.
TEST_TOOLS = ["pytest", "pretend", "hypothesis", "tomli_w"]
HERE = Path(__file__).resolve().parent
DIFFERENCES = HERE.parent.parent / "docs" / "packaging-differences.md"


def prepare(folder: Path) -> tuple[str, Path]:
    """The environment's Python and the folder with packaging's tests."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", PACKAGING, *TEST_TOOLS], check=True)

    sources = folder / "sources"
    if not list(sources.glob("*/tests")):
        options = ["--no-deps", "--no-binary", ":all:", "--dest", str(sources)]
        subprocess.run([*pip, "download", *options, PACKAGING], check=True)
        for archive in sources.glob("*.tar.gz"):
            # By tar: the tarfile of Debian's Python cannot yet be told to keep inside the folder.
            subprocess.run(["tar", "xf", archive.name], cwd=sources, check=True)
    return str(python), next(sources.glob("*/tests"))


def unexplained(python: str) -> int:
    """Whether an allowed difference has no paragraph of its own."""
    listed = subprocess.run(
        [python, "-c", "import allowed; print(*allowed.RULES, sep='\\n')"],
        cwd=HERE,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    headings = DIFFERENCES.read_text().splitlines()
    missing = [name for name in listed if f"## {name}" not in headings]
    for name in missing:
        print(f"{DIFFERENCES.name} has no heading '## {name}'")
    return int(bool(missing))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("venv", type=Path)
    parser.add_argument("binary", type=Path)
    parser.add_argument("--rows", default="200000", help="how many random questions")
    parser.add_argument("--seed", default="20261122")
    parser.add_argument("--all", action="store_true", help="list test functions that agree, too")
    options = parser.parse_args()

    python, tests = prepare(options.venv.resolve())
    binary = str(options.binary.resolve())
    status = unexplained(python)
    rows = [python, str(HERE / "rows.py"), str(tests), binary]
    print(f"== the rows of {tests.parent.name}'s tests", flush=True)
    # What the tests' tools leave behind belongs into the environment's folder.
    rows += ["--all"] * options.all
    status |= subprocess.run(rows, cwd=tests.parent, check=False).returncode
    print(f"== {options.rows} random questions, seed {options.seed}", flush=True)
    drawn = [python, str(HERE / "generated.py"), binary]
    drawn += ["--rows", options.rows, "--seed", options.seed]
    status |= subprocess.run(drawn, check=False).returncode
    return int(status != 0)


if __name__ == "__main__":
    sys.exit(main())
