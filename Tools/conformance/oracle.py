"""The answers that the library `packaging` gives to the questions of `cheeseboard conform`."""

from __future__ import annotations

from packaging.licenses import canonicalize_license_expression
from packaging.markers import Marker
from packaging.metadata import ExceptionGroup, Metadata, parse_email
from packaging.requirements import Requirement
from packaging.specifiers import Specifier, SpecifierSet
from packaging.tags import parse_tag
from packaging.utils import (
    canonicalize_name,
    canonicalize_version,
    is_normalized_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

REFUSED = {"ok": False}


def answer(question: dict) -> dict:
    """The expected answer; what the library refuses in whatever way is refused."""
    try:
        return {"ok": True, **OPERATIONS[question["op"]](question)}
    except (ValueError, KeyError) as error:
        return {**REFUSED, **getattr(error, "details", {})}


def version(q: dict) -> dict:
    return {"normalized": str(Version(q["v"]))}


def compare(q: dict) -> dict:
    a, b = Version(q["a"]), Version(q["b"])
    return {"order": (a > b) - (a < b)}


def version_parts(q: dict) -> dict:
    v = Version(q["v"])
    return {
        "canonical": canonicalize_version(v),
        "public": v.public,
        "base": v.base_version,
        "epoch": str(v.epoch),
        "release": [str(number) for number in v.release],
        "pre": None if v.pre is None else [v.pre[0], str(v.pre[1])],
        "post": None if v.post is None else str(v.post),
        "dev": None if v.dev is None else str(v.dev),
        "local": v.local,
        "prerelease": v.is_prerelease,
        "postrelease": v.is_postrelease,
        "devrelease": v.is_devrelease,
    }


def name(q: dict) -> dict:
    return {"normalized": canonicalize_name(q["n"], validate=True)}


def name_check(q: dict) -> dict:
    return {"folded": canonicalize_name(q["n"]), "isNormalized": is_normalized_name(q["n"])}


def specifier_set(q: dict, field: str) -> SpecifierSet | Specifier:
    return Specifier(q[field]) if q.get("single") else SpecifierSet(q[field])


def specifier(q: dict) -> dict:
    found = specifier_set(q, "spec").contains(q["v"], prereleases=q.get("prereleases"))
    return {"contains": found}


def filter_versions(q: dict) -> dict:
    left = specifier_set(q, "spec").filter(q["versions"], prereleases=q.get("prereleases"))
    return {"versions": list(left)}


def unsatisfiable(q: dict) -> dict:
    found = SpecifierSet(q["spec"], prereleases=q.get("prereleases"))
    return {"unsatisfiable": found.is_unsatisfiable()}


def specifier_parts(q: dict) -> dict:
    found = specifier_set(q, "spec")
    members = [found] if isinstance(found, Specifier) else list(found)
    return {
        "specifiers": [[s.operator, s.version] for s in members],
        "prereleases": bool(found.prereleases),
        "text": str(found),
    }


def specifier_equal(q: dict) -> dict:
    a, b = specifier_set(q, "a"), specifier_set(q, "b")
    return {"equal": a == b and hash(a) == hash(b)}


def requirement(q: dict) -> dict:
    r = Requirement(q["r"])
    return {
        "name": canonicalize_name(r.name),
        "extras": sorted(r.extras),
        "specifier": str(r.specifier),
        "url": r.url,
        "marker": None if r.marker is None else str(r.marker),
    }


def requirement_text(q: dict) -> dict:
    return {"text": str(Requirement(q["r"]))}


def requirement_equal(q: dict) -> dict:
    a, b = Requirement(q["a"]), Requirement(q["b"])
    return {"equal": a == b and hash(a) == hash(b)}


def marker(q: dict) -> dict:
    environment = {
        key: set(value) if isinstance(value, list) else value for key, value in q["env"].items()
    }
    return {"value": Marker(q["m"]).evaluate(environment, q.get("context", "metadata"))}


def marker_text(q: dict) -> dict:
    return {"text": str(Marker(q["m"]))}


def marker_equal(q: dict) -> dict:
    a, b = Marker(q["a"]), Marker(q["b"])
    return {"equal": a == b and hash(a) == hash(b)}


def wheel(q: dict) -> dict:
    project, found, build, tags = parse_wheel_filename(q["filename"])
    return {
        "name": project,
        "version": str(found),
        "build": [json_number(part) for part in build],
        "tags": sorted(map(str, tags)),
    }


def json_number(part: int | str) -> int | str:
    """A number as JSON readers can hold it: text from 64 bits on."""
    return str(part) if isinstance(part, int) and part >= 1 << 63 else part


def tag(q: dict) -> dict:
    return {"tags": sorted(map(str, parse_tag(q["tag"])))}


def sdist(q: dict) -> dict:
    project, found = parse_sdist_filename(q["filename"])
    return {"name": project, "version": str(found)}


def license_expression(q: dict) -> dict:
    return {"normalized": canonicalize_license_expression(q["e"])}


class InvalidFields(ValueError):
    """The fields that the library finds fault with."""

    def __init__(self, fields: set[str]) -> None:
        super().__init__(fields)
        self.details = {"errors": fields}


def metadata(q: dict) -> dict:
    try:
        Metadata.from_email(q["text"], validate=True)
    except ExceptionGroup as group:
        raise InvalidFields({error.field for error in group.exceptions}) from None
    return {"fields": parse_email(q["text"])[0]}


def raw_metadata(q: dict) -> dict:
    fields, unparsed = parse_email(q["text"])
    for values in unparsed.values():
        # A body in parts comes as Python's messages; the binary gives it as it stands.
        values[:] = [v if isinstance(v, str) else q["text"].partition("\n\n")[2] for v in values]
    return {"fields": fields, "unparsed": unparsed}


OPERATIONS = {
    "version": version,
    "compare": compare,
    "version-parts": version_parts,
    "name": name,
    "name-check": name_check,
    "specifier": specifier,
    "filter": filter_versions,
    "unsatisfiable": unsatisfiable,
    "specifier-parts": specifier_parts,
    "specifier-equal": specifier_equal,
    "requirement": requirement,
    "requirement-text": requirement_text,
    "requirement-equal": requirement_equal,
    "marker": marker,
    "marker-text": marker_text,
    "marker-equal": marker_equal,
    "wheel": wheel,
    "sdist": sdist,
    "license": license_expression,
    "metadata": metadata,
    "tag": tag,
    "raw-metadata": raw_metadata,
}
