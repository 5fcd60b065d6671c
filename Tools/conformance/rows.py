"""The rows of packaging's own parametrised tests, put to the binary.

A row is run with the library, which must pass it; what it asked of the library is then asked of
the binary. Run inside the virtual environment: rows.py TESTS BINARY [--all].
"""

from __future__ import annotations

import collections
import contextlib
import fnmatch
import inspect
import io
import json
import sys
import warnings

import pytest

import allowed
import oracle
from binary import agrees, ask
from recorder import Recorder

#: Tests whose subject no operation expresses, and why; most are about Python, not packaging.
NOT_EXPRESSED = {
    "test_dependency_groups.py::*": "pyproject.toml",
    "test_direct_url.py::*": "direct_url.json, which installers write",
    "test_elffile.py::*": "the running interpreter",
    "test_manylinux.py::*": "the running interpreter",
    "test_musllinux.py::*": "the running interpreter",
    "test_pylock*.py::*": "lock files",
    "test_ranges.py::*": "the algebra of ranges",
    "test_specifiers.py::*to_specifier_set*": "the algebra of ranges",
    "test_specifiers.py::*test_is_su*set": "the algebra of ranges",
    "test_specifiers.py::*test_set_relations*": "the algebra of ranges",
    "test_*.py::*pickle*": "pickles",
    "test_*.py::*lazy": "the library's caches",
    "test_*.py::*oversized*": "Python's limit on digits",
    "test_*.py::*notimplemented*": "Python's operators",
    "test_version.py::*test_compare_other": "Python's operators",
    "test_version.py::*test_non_string*": "Python's types",
    "test_version.py::test_from_parts": "versions made from parts",
    "test_markers.py::TestNode::*": "the library's syntax tree",
    "test_metadata.py::TestMetadataWriting::*": "writing metadata",
    "test_metadata.py::*test_optional_defaults_to_none": "attributes of Python objects",
}

MOST_NOT_EXPRESSED = 0.01


class Collector:
    """Keeps the collected tests."""

    def __init__(self) -> None:
        self.items: list = []

    def pytest_collection_modifyitems(self, items: list) -> None:
        """Keeps them."""
        self.items = list(items)


def collected_rows(tests: str) -> list:
    """The parametrised tests, a row each."""
    collector = Collector()
    with contextlib.redirect_stdout(io.StringIO()):
        status = pytest.main(["--collect-only", "-qq", tests], plugins=[collector])
    if status != 0:
        sys.exit(f"pytest could not collect {tests}")
    return [item for item in collector.items if hasattr(item, "callspec")]


def is_expressible(function: str) -> bool:
    """Whether the subject of a test function is one of the operations'."""
    return not any(fnmatch.fnmatchcase(function, pattern) for pattern in NOT_EXPRESSED)


def questions_of(item: object, recorder: Recorder) -> list[dict]:
    """What a row asks; nothing if it needs more than its own parameters."""
    parameters = item.callspec.params
    wanted = inspect.signature(item.obj).parameters
    if not set(wanted) <= set(parameters):
        return []
    recorder.adopt(inspect.getmodule(item.function))
    return recorder.run(item.obj, {name: parameters[name] for name in wanted})


def main() -> int:
    tests, binary = sys.argv[1], sys.argv[2]
    shows_all = "--all" in sys.argv
    warnings.simplefilter("ignore")
    recorder = Recorder()

    questions: dict[str, int] = {}
    rows: list[tuple[str, list[int]]] = []
    for item in collected_rows(tests):
        function = item.nodeid.split("[")[0].rpartition("tests/")[2]
        asked = questions_of(item, recorder) if is_expressible(function) else []
        keys = [json.dumps(question, sort_keys=True) for question in asked]
        rows.append((function, [questions.setdefault(key, len(questions)) for key in keys]))

    asked = [json.loads(key) for key in questions]
    expected = [oracle.answer(question) for question in asked]
    answers = ask([binary, "conform"], asked)
    wrong = {
        index for index, question in enumerate(asked) if not agrees(expected[index], answers[index])
    }
    excused = {
        index for index in wrong if allowed.reason(asked[index], expected[index], answers[index])
    }

    counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for function, indices in rows:
        if not indices:
            kind = "not expressed"
        elif wrong.isdisjoint(indices):
            kind = "agreeing"
        else:
            kind = "allowed" if wrong.intersection(indices) <= excused else "differing"
        counts[function][kind] += 1
    total = report(counts, shows_all)
    for index in sorted(wrong - excused)[:50]:
        print("DIFFERS", json.dumps(asked[index]))
        print("   expected", expected[index], "\n   answered", answers[index])
    print(f"{len(asked)} different questions, {len(wrong - excused)} answered otherwise")

    share = total["not expressed"] / max(len(rows), 1)
    print(f"not expressed: {total['not expressed']} of {len(rows)} rows, {share:.2%}")
    return int(bool(wrong - excused) or share >= MOST_NOT_EXPRESSED)


def report(counts: dict[str, collections.Counter], shows_all: bool) -> collections.Counter:
    """Prints a line for each test function, and the sum."""
    kinds = ("agreeing", "allowed", "differing", "not expressed")
    print(f"{'rows':>6}" + "".join(f"{kind:>14}" for kind in kinds))
    total: collections.Counter = collections.Counter()
    for function, count in sorted(counts.items()):
        total += count
        if shows_all or count["agreeing"] < count.total():
            figures = "".join(f"{count[kind]:>14}" for kind in kinds)
            print(f"{count.total():>6}{figures}  {function}")
    figures = "".join(f"{total[kind]:>14}" for kind in kinds)
    print(f"{total.total():>6}{figures}  in all")
    return total


if __name__ == "__main__":
    sys.exit(main())
