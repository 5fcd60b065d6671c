"""The differences from `packaging` that are meant, each explained in docs/packaging-differences.md.

A rule looks at a question, the library's answer and the binary's. Its name is the heading of the
paragraph that explains it.
"""

from __future__ import annotations

import re

from packaging._parser import Variable
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

MARKERS = ("m", "a", "b")
REQUIREMENTS = ("r", "a", "b")
TRAILING_UNDERSCORE = re.compile(r"[A-Za-z0-9._-]*_(?![A-Za-z0-9._-])")


def texts(question: dict, operation: str, fields: tuple[str, ...]) -> list[str]:
    """The texts of a question about requirements, or about markers."""
    if not question["op"].startswith(operation):
        return []
    return [question[field] for field in fields if field in question]


def name_ends_in_underscore(question: dict, expected: dict, answer: dict) -> bool:
    """The library takes `foo_` as the name of a project or an extra in a requirement."""
    heads = [
        re.split(r"[@;(<>=!~]", text)[0] for text in texts(question, "requirement", REQUIREMENTS)
    ]
    if question["op"] == "metadata":
        lines = question["text"].splitlines()
        heads = [re.split(r"[@;(<>=!~]", line)[0] for line in lines if "-Dist:" in line]
    return not answer["ok"] and any(TRAILING_UNDERSCORE.search(head) for head in heads)


def marker_has_escape(question: dict, expected: dict, answer: dict) -> bool:
    """The library reads the escapes of Python's strings in markers."""
    both = texts(question, "marker", MARKERS) + texts(question, "requirement", REQUIREMENTS)
    return expected["ok"] and not answer["ok"] and any("\\" in text for text in both)


def marker_compares_alike(question: dict, expected: dict, answer: dict) -> bool:
    """The library evaluates a comparison of two variables or of two constants."""
    if question["op"] != "marker" or answer["ok"]:
        return False
    return has_alike(Marker(question["m"])._markers)


def has_alike(expression: object) -> bool:
    """Whether a comparison in the library's syntax tree has two operands of one kind."""
    if isinstance(expression, list):
        return any(has_alike(term) for term in expression)
    if not isinstance(expression, tuple):
        return False
    return isinstance(expression[0], Variable) == isinstance(expression[2], Variable)


def sets_in_other_order(question: dict, expected: dict, answer: dict) -> bool:
    """The library compares sets of specifiers as lists sorted by their text."""
    if expected.get("equal") is not False:
        return False
    if question["op"] == "specifier-equal":
        return set(SpecifierSet(question["a"])) == set(SpecifierSet(question["b"]))
    if question["op"] == "requirement-equal":
        a, b = Requirement(question["a"]), Requirement(question["b"])
        return set(a.specifier) == set(b.specifier) and a.specifier != b.specifier
    return False


def build_tag_has_line_break(question: dict, expected: dict, answer: dict) -> bool:
    """The library drops what follows a line break in the build tag of a wheel."""
    return question["op"] == "wheel" and "\n" in question["filename"] and expected["ok"]


RULES = {
    "A name ends in a letter or a digit": name_ends_in_underscore,
    "Strings in markers know no escapes": marker_has_escape,
    "A marker compares a variable with a string": marker_compares_alike,
    "Specifier sets are sets": sets_in_other_order,
    "A build tag is kept whole": build_tag_has_line_break,
}


def reason(question: dict, expected: dict, answer: dict) -> str | None:
    """The rule under which a difference is meant; none if it is a mistake."""
    for name, rule in RULES.items():
        try:
            if rule(question, expected, answer):
                return name
        except ValueError:
            continue
    return None
