"""Notes what packaging's own tests ask of the library, as questions for the binary.

While a test runs, each call of the library's public face is turned into questions. What the
library asks of itself in the course of an answer is not noted.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import ModuleType
from typing import Any

from packaging import licenses, metadata, specifiers, tags, utils
from packaging.markers import Marker, default_environment
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.specifiers import Specifier, SpecifierSet
from packaging.version import Version

REQUIRED_METADATA = {"metadata_version": "2.6", "name": "packaging", "version": "1.0"}


class Recorder:
    """Collects questions; what it wraps behaves as before."""

    def __init__(self) -> None:
        self.questions: list[dict] = []
        self.depth = 1
        self.functions: dict[Callable, Callable] = {}
        self._wrap_versions()
        self._wrap_specifiers()
        self._wrap_markers()
        self._wrap_functions()

    def run(self, test: Callable, parameters: dict[str, Any]) -> list[dict]:
        """The questions that a test asks; the test must pass."""
        self.questions = []
        self.depth = 0
        try:
            test(**parameters)
        finally:
            self.depth = 1
        return self.questions

    def adopt(self, module: ModuleType) -> None:
        """Replaces the functions that a test module has imported by name."""
        for name, value in list(vars(module).items()):
            if callable(value) and value in self.functions:
                setattr(module, name, self.functions[value])

    def _note(self, op: str, **fields: Any) -> None:
        self.questions.append({"op": op, **fields})

    def _wrap(self, function: Callable, note: Callable) -> Callable:
        @functools.wraps(function)
        def wrapped(*arguments: Any, **keywords: Any) -> Any:
            if self.depth == 0:
                self.depth = 1
                try:
                    arguments, keywords = note(*arguments, **keywords) or (arguments, keywords)
                finally:
                    self.depth = 0
            self.depth += 1
            try:
                return function(*arguments, **keywords)
            finally:
                self.depth -= 1

        return wrapped

    def _wrap_method(self, owner: type, name: str, note: Callable) -> None:
        setattr(owner, name, self._wrap(getattr(owner, name), note))

    def _wrap_function(self, module: ModuleType, name: str, note: Callable) -> None:
        original = getattr(module, name)
        wrapper = self._wrap(original, note)
        self.functions[original] = wrapper
        setattr(module, name, wrapper)

    def _wrap_versions(self) -> None:
        def init(_: Version, version: object) -> None:
            if isinstance(version, str):
                self._note("version", v=version)
                self._note("version-parts", v=version)

        def compare(version: Version, other: object) -> None:
            if isinstance(other, Version):
                self._note("compare", a=str(version), b=str(other))

        self._wrap_method(Version, "__init__", init)
        for method in ("__lt__", "__le__", "__eq__", "__ne__", "__ge__", "__gt__"):
            self._wrap_method(Version, method, compare)

    def _wrap_specifiers(self) -> None:
        for owner, single in ((Specifier, True), (SpecifierSet, False)):
            for name, note in self._specifier_notes(single).items():
                self._wrap_method(owner, name, note)
        self._wrap_method(SpecifierSet, "__and__", self._note_intersection)
        self._wrap_method(SpecifierSet, "is_unsatisfiable", self._note_unsatisfiable)
        self._wrap_method(SpecifierSet, "is_disjoint", self._note_disjoint)

    def _specifier_notes(self, single: bool) -> dict[str, Callable]:
        flags = {"single": True} if single else {}

        def init(_: Any, text: object = "", prereleases: bool | None = None) -> None:
            if isinstance(text, str):
                self._note("specifier-parts", spec=text, **flags)

        def contains(
            found: Any, item: Any, prereleases: bool | None = None, installed: bool | None = None
        ) -> None:
            if prereleases is None:
                prereleases = found._prereleases
            version = specifiers.coerce_version(item)
            if installed and version is not None and version.is_prerelease:
                prereleases = True
            self._note("specifier", spec=str(found), v=str(item), prereleases=prereleases, **flags)

        def filter_versions(
            found: Any, iterable: Any, prereleases: bool | None = None, key: Any = None
        ) -> tuple[tuple, dict]:
            items = list(iterable)
            if prereleases is None:
                prereleases_asked = found._prereleases
            else:
                prereleases_asked = prereleases
            versions = [str(item if key is None else key(item)) for item in items]
            self._note(
                "filter", spec=str(found), versions=versions, prereleases=prereleases_asked, **flags
            )
            return (found, items), {"prereleases": prereleases, "key": key}

        def equal(found: Any, other: object) -> None:
            if isinstance(other, (str, type(found))):
                self._note("specifier-equal", a=str(found), b=str(other), **flags)

        return {
            "__init__": init,
            "contains": contains,
            "__contains__": contains,
            "filter": filter_versions,
            "__eq__": equal,
        }

    def _note_intersection(self, left: SpecifierSet, right: object) -> None:
        self._note("specifier-parts", spec=f"{left},{right}")

    def _note_unsatisfiable(self, found: SpecifierSet) -> None:
        self._note("unsatisfiable", spec=str(found), prereleases=found._prereleases)

    def _note_disjoint(self, left: SpecifierSet, right: object) -> None:
        if isinstance(right, SpecifierSet):
            self._note("unsatisfiable", spec=f"{left},{right}")

    def _wrap_markers(self) -> None:
        def init_marker(_: Marker, text: object) -> None:
            if isinstance(text, str):
                self._note("marker-text", m=text)

        def evaluate(found: Marker, environment: Any = None, context: str = "metadata") -> None:
            complete = {
                key: sorted(value) if isinstance(value, (set, frozenset)) else value
                for key, value in {**default_environment(), **(environment or {})}.items()
            }
            self._note("marker", m=str(found), env=complete, context=context)

        def equal(op: str) -> Callable:
            def note(found: Any, other: object) -> None:
                if isinstance(other, type(found)):
                    self._note(op, a=str(found), b=str(other))

            return note

        def init_requirement(_: Requirement, text: object) -> None:
            if isinstance(text, str):
                self._note("requirement", r=text)
                self._note("requirement-text", r=text)

        self._wrap_method(Marker, "__init__", init_marker)
        self._wrap_method(Marker, "evaluate", evaluate)
        self._wrap_method(Marker, "__eq__", equal("marker-equal"))
        self._wrap_method(Requirement, "__init__", init_requirement)
        self._wrap_method(Requirement, "__eq__", equal("requirement-equal"))

    def _wrap_functions(self) -> None:
        def canonical_name(name: str, *, validate: bool = False) -> None:
            self._note("name-check", n=name)
            if validate:
                self._note("name", n=name)

        def canonical_version(version: object, **_: Any) -> None:
            if isinstance(version, (str, Version)):
                self._note("version-parts", v=str(version))
                self._note("version", v=str(version))

        def wheel(filename: str, *, validate_order: bool = False) -> None:
            if not validate_order:
                self._note("wheel", filename=filename)

        def tag(text: str, *, validate_order: bool = False) -> None:
            if not validate_order:
                self._note("tag", tag=text)

        def metadata_text(op: str) -> Callable:
            def note(data: object, **_: Any) -> None:
                if isinstance(data, str):
                    self._note(op, text=data)

            return note

        def metadata_fields(data: dict, *, validate: bool = True) -> None:
            self._note_fields(data)

        note_text = {
            (utils, "canonicalize_name"): canonical_name,
            (utils, "canonicalize_version"): canonical_version,
            (utils, "is_normalized_name"): lambda name: self._note("name-check", n=name),
            (utils, "parse_wheel_filename"): wheel,
            (utils, "parse_sdist_filename"): lambda text: self._note("sdist", filename=text),
            (licenses, "canonicalize_license_expression"): lambda text: self._note(
                "license", e=text
            ),
            (metadata, "parse_email"): metadata_text("raw-metadata"),
            (tags, "parse_tag"): tag,
        }
        for (module, name), note in note_text.items():
            self._wrap_function(module, name, note)
        Metadata.from_email = self._wrap(Metadata.from_email, metadata_text("metadata"))
        Metadata.from_raw = self._wrap(Metadata.from_raw, metadata_fields)

    def _note_fields(self, data: dict) -> None:
        """Puts fields into the form of a file, where the file says the same as the fields."""
        fields = {**REQUIRED_METADATA, **data}
        lines = []
        for field, value in fields.items():
            header = metadata._RAW_TO_EMAIL_MAPPING.get(field)
            if header is None:
                return
            if isinstance(value, dict):
                values = [f"{label}, {url}" for label, url in value.items()]
            elif field == "keywords":
                values = [",".join(value)]
            else:
                values = value if isinstance(value, list) else [value]
            lines += [f"{header}: {value}" for value in values]
        text = "\n".join(lines) + "\n"
        if metadata.parse_email(text)[0] == {**fields, **empty_lists(fields)}:
            self._note("metadata", text=text)


def empty_lists(fields: dict) -> dict:
    """Fields that a file cannot tell from absent ones; none of them may be there."""
    return {field: None for field, value in fields.items() if value == []}
