"""Random questions, valid and invalid, near the edges of the rules."""

from __future__ import annotations

import functools
from collections.abc import Callable
from random import Random

from packaging.licenses._spdx import EXCEPTIONS, LICENSES

STRANGE = [
    "\u00a0",
    "\u2003",
    "\x1c",
    "\x85",
    "é",
    "ß",
    "İ",
    "١",
    "ſ",
    "K",
    "…",
    "\ufeff",
    "\u0301",
]
SPACES = ["", "", "", "", " ", "\t", "  ", "\n", "\r\n", "\u00a0", "\x0b"]
OPERATORS = ["~=", "==", "!=", "<=", ">=", "<", ">", "==="]
STAGES = ["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "RC", "Alpha", "r", "x"]


def mutate(source: Random, text: str, alphabet: str, changes: int = 2) -> str:
    """A text with a few bytes put in, taken out or changed."""
    characters = list(text)
    for _ in range(source.randint(1, changes)):
        place = source.randint(0, len(characters))
        choice = source.random()
        new = source.choice(STRANGE) if source.random() < 0.05 else source.choice(alphabet)
        if choice < 0.4 or place == len(characters):
            characters.insert(place, new)
        elif choice < 0.7:
            characters[place] = new
        else:
            del characters[place]
    return "".join(characters)


def number(source: Random) -> str:
    choice = source.random()
    if choice < 0.75:
        return str(source.randint(0, 3))
    if choice < 0.9:
        return source.choice(["00", "01", "007", "10", "11", "20260812"])
    return source.choice(
        [
            "18446744073709551615",
            "18446744073709551616",
            "99999999999999999999",
            "9" * 30,
            "1" + "0" * 40,
        ]
    )


def separator(source: Random) -> str:
    return source.choice(["", "", "", ".", "-", "_"])


def release(source: Random) -> str:
    return ".".join(number(source) for _ in range(source.choice([1, 1, 2, 2, 2, 3, 3, 4])))


def suffix(source: Random) -> str:
    text = ""
    if source.random() < 0.3:
        stage = source.choice(STAGES)
        text += separator(source) + stage
        if source.random() < 0.85:
            text += separator(source) + number(source)
    if source.random() < 0.25:
        if source.random() < 0.2:
            text += "-" + number(source)
        else:
            text += separator(source) + source.choice(["post", "post", "rev", "r", "POST"])
            if source.random() < 0.85:
                text += separator(source) + number(source)
    if source.random() < 0.25:
        text += separator(source) + source.choice(["dev", "dev", "DEV"])
        if source.random() < 0.85:
            text += separator(source) + number(source)
    return text


def local(source: Random) -> str:
    words = ["abc", "1", "5", "0", "001", "ubuntu", "1a", "A", "foo0100", "18446744073709551616"]
    parts = [source.choice(words)]
    while source.random() < 0.4:
        parts += [source.choice(".-_"), source.choice(words)]
    return "+" + "".join(parts)


def clean_version(source: Random, with_local: float = 0.15) -> str:
    text = source.choice(["", "", "", "", "", "", "v", "V"])
    text += source.choice(["", "", "", "", "", "", "0!", "1!", "2!"])
    text += release(source) + suffix(source)
    return text + (local(source) if source.random() < with_local else "")


def version(source: Random) -> str:
    text = clean_version(source)
    if source.random() < 0.15:
        text = source.choice(SPACES) + text + source.choice(SPACES)
    if source.random() < 0.25:
        text = mutate(source, text, "0123456789abcdeoprstvw.-_+!* \t\n")
    return text


def related(source: Random, text: str) -> str:
    """A version near another: other zeros, other suffix, or a digit more or less."""
    choice = source.random()
    head = text.split("+")[0]
    base = "".join(c for c in head.lstrip("vV") if c in "0123456789.!").rstrip(".!")
    if choice < 0.3:
        return (base or "1") + source.choice(["", ".0", ".0.0"]) + suffix(source)
    if choice < 0.5:
        return head + local(source)
    if choice < 0.6:
        return head
    if choice < 0.75:
        return mutate(source, text, "01239.", 1)
    return clean_version(source)


def some_version(source: Random) -> dict:
    return {"v": version(source)}


def two_versions(source: Random) -> dict:
    first = clean_version(source, 0.3)
    second = related(source, first)
    if source.random() < 0.5:
        first, second = second, first
    return {"a": first, "b": second}


def clause(source: Random) -> str:
    """One specifier, mostly valid."""
    operator = source.choice(OPERATORS)
    if operator == "===":
        operand = source.choice([clean_version(source), "foobar", "1.0-ABC", "1.0;x", "a,b"])
    elif operator in ("==", "!="):
        operand = clean_version(source, 0.2)
        if source.random() < 0.35:
            operand = source.choice(["", "v", "1!"]) + release(source) + ".*"
    elif operator == "~=":
        operand = source.choice(["", "1!"]) + release(source) + ".1" + suffix(source)
    else:
        operand = clean_version(source, 0.02)
    space = source.choice(["", "", "", " ", "\t", "\n", "\u2003"])
    return operator + space + operand


def specifier_text(source: Random) -> str:
    clauses = [clause(source) for _ in range(source.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
    if clauses and source.random() < 0.2:
        clauses.append(source.choice(clauses))
    text = source.choice([",", ",", ", ", " ,"]).join(clauses)
    if source.random() < 0.05:
        text += ","
    if source.random() < 0.12:
        text = mutate(source, text, "0123abcpostdev.*+!=<>~,; ()")
    return text


def operands(text: str) -> list[str]:
    """The versions that a text of specifiers names."""
    return [part.strip().lstrip("~=!<> ").removesuffix(".*").strip() for part in text.split(",")]


def candidate(source: Random, text: str) -> str:
    near = [operand for operand in operands(text) if operand]
    if near and source.random() < 0.85:
        choice = source.choice(near)
        return choice if source.random() < 0.2 else related(source, choice)
    return version(source)


def prereleases(source: Random) -> bool | None:
    return source.choice([None, None, True, False])


def specifier(source: Random) -> dict:
    text = specifier_text(source)
    return {"spec": text, "v": candidate(source, text), "prereleases": prereleases(source)}


def filter_versions(source: Random) -> dict:
    text = specifier_text(source)
    versions = [candidate(source, text) for _ in range(source.randint(0, 6))]
    return {"spec": text, "versions": versions, "prereleases": prereleases(source)}


def narrow_specifiers(source: Random) -> str:
    """Specifiers close enough to one another to exclude everything now and then."""
    digits = [str(source.randint(0, 1)) for _ in range(source.randint(1, 2))]
    clauses = []
    for _ in range(source.randint(1, 4)):
        operator = source.choice(OPERATORS[:-1])
        operand = ".".join(digits + ["0"] * source.randint(0, 1))
        if operator == "~=":
            operand += ".0"
        if operator in ("==", "!=") and source.random() < 0.4:
            operand += ".*"
        else:
            operand += source.choice(
                ["", "", "a1", "a2.dev0", "rc1", ".post0", ".post1", ".post1.dev0"]
            )
            operand += source.choice(["", "", "", ".dev0", ".dev1"]) if "dev" not in operand else ""
            if operator in ("==", "!=") and source.random() < 0.2:
                operand += source.choice(["+a", "+1", "+a.1"])
        clauses.append(operator + operand)
    return ",".join(clauses)


def unsatisfiable(source: Random) -> dict:
    text = narrow_specifiers(source) if source.random() < 0.8 else specifier_text(source)
    return {"spec": text, "prereleases": prereleases(source)}


def some_specifier(source: Random) -> dict:
    if source.random() < 0.3:
        return {"spec": source.choice(SPACES) + clause(source), "single": True}
    return {"spec": specifier_text(source)}


def two_specifiers(source: Random) -> dict:
    first = specifier_text(source)
    parts = first.split(",")
    source.shuffle(parts)
    second = ",".join(part + source.choice(["", "", ".0"]) for part in parts)
    return {"a": first, "b": second if source.random() < 0.8 else specifier_text(source)}


def name(source: Random) -> str:
    words = ["foo", "Bar", "b2", "x", "0", "PyYAML", "zope", "interface", "I1l0O"]
    text = source.choice(words)
    while source.random() < 0.5:
        text += source.choice(["-", "_", ".", "--", "._", "-_-"]) + source.choice(words)
    if source.random() < 0.15:
        text = mutate(source, text, "abcXYZ019-_. \n")
    return text


def some_name(source: Random) -> dict:
    return {"n": name(source)}


VARIABLES = {
    "os_name": ["posix", "nt", "java"],
    "sys_platform": ["linux", "win32", "darwin"],
    "platform_machine": ["x86_64", "aarch64", ""],
    "platform_python_implementation": ["CPython", "PyPy"],
    "platform_release": ["6.1.0", "6.1.0-13-amd64", "", "5"],
    "platform_system": ["Linux", "Windows"],
    "platform_version": ["#1 SMP", "10.0.19045", "1"],
    "python_version": ["3.8", "3.9", "3.14"],
    "python_full_version": ["3.8.0", "3.9.1", "3.14.0a1", "3.14.0+", "3.15.0b2"],
    "implementation_name": ["cpython", "pypy"],
    "implementation_version": ["3.9.1", "7.3.13", "3.15.0a1"],
    "extra": ["", "Foo_Bar", "toml", "foo-bar"],
    "extras": [[], ["foo-bar"], ["A", "toml"]],
    "dependency_groups": [[], ["Test_x"], ["docs", "test-x"]],
}
ALIASES = {
    "os_name": ["os.name"],
    "sys_platform": ["sys.platform"],
    "platform_version": ["platform.version"],
    "platform_machine": ["platform.machine"],
    "platform_python_implementation": ["platform.python_implementation", "python_implementation"],
}
RELATIONS = ["==", "!=", "<", "<=", ">", ">=", "~=", "===", "in", "not in", "not  in"]


def environment(source: Random) -> dict:
    return {variable: source.choice(values) for variable, values in VARIABLES.items()}


def quoted(source: Random, text: str) -> str:
    quote = source.choice("'\"")
    return f"{quote}{text}{quote}"


def comparison(source: Random) -> str:
    variable = source.choice(list(VARIABLES))
    spelling = source.choice([variable] * 3 + ALIASES.get(variable, []))
    value = source.choice(VARIABLES[variable])
    constant = value if isinstance(value, str) else source.choice(value or ["x"])
    if source.random() < 0.3:
        constant = source.choice(
            [
                "3",
                "3.9.*",
                "=3.9",
                " 3.9 ",
                "linux win32",
                "3.8, 3.9",
                "FOO.bar",
                "é",
                "a b",
                "1!2",
                "it's",
            ]
        )
    sides = [spelling, quoted(source, constant)]
    if source.random() < 0.35 or variable in ("extras", "dependency_groups"):
        sides.reverse()
    if source.random() < 0.02:
        sides[1] = sides[0]
    space = source.choice(["", " ", " ", "\t"])
    relation = source.choice(RELATIONS)
    if "n" in relation:
        space = space or " "
    return f"{sides[0]}{space}{relation}{space}{sides[1]}"


def marker_text(source: Random, depth: int = 0) -> str:
    terms = [term(source, depth)]
    while source.random() < 0.35:
        terms += [source.choice(["and", "or"]), term(source, depth)]
    return source.choice([" ", " ", "  "]).join(terms)


def term(source: Random, depth: int) -> str:
    if depth < 4 and source.random() < 0.2:
        space = source.choice(["", " "])
        return f"({space}{marker_text(source, depth + 1)}{space})"
    return comparison(source)


def marker(source: Random) -> str:
    text = marker_text(source)
    if source.random() < 0.15:
        text = mutate(source, text, "andorinot_=<>~!()'\" .\t\n\\3")
    return text


def evaluated_marker(source: Random) -> dict:
    return {"m": marker(source), "env": environment(source)}


def some_marker(source: Random) -> dict:
    return {"m": marker(source)}


def two_markers(source: Random) -> dict:
    first = marker(source)
    second = source.choice([first, f"({first})", first.replace("'", '"'), marker(source)])
    return {"a": first, "b": second}


URLS = [
    "https://index.example/a.zip",
    "git+ssh://git@forge.example/x/y.git@v1#egg=z",
    "file:///a;b",
    "https://x.example/?q=[1](2)",
    "./local",
    ";",
]


def requirement(source: Random) -> str:
    blank = functools.partial(source.choice, ["", "", "", " ", "\t"])
    text = blank() + name(source) + blank()
    if source.random() < 0.35:
        extras = [name(source) for _ in range(source.randint(0, 3))]
        text += f"[{blank()}{(blank() + ',' + blank()).join(extras)}{blank()}]" + blank()
    if source.random() < 0.15:
        text += "@" + blank() + source.choice(URLS) + source.choice(["", " ", " "])
    elif source.random() < 0.8:
        versions = specifier_text(source)
        text += f"({blank()}{versions}{blank()})" if source.random() < 0.2 else versions
    if source.random() < 0.4:
        text += blank() + ";" + blank() + marker_text(source) + blank()
    if source.random() < 0.15:
        text = mutate(source, text, "abc019-_.,;@[]()<>=~!'\" \t\n")
    return text


def some_requirement(source: Random) -> dict:
    return {"r": requirement(source)}


def two_requirements(source: Random) -> dict:
    first = requirement(source)
    second = source.choice(
        [first, first.replace("-", "_"), first.upper(), first.replace(" ", ""), requirement(source)]
    )
    return {"a": first, "b": second}


INTERPRETERS = ["py3", "py2.py3", "cp313", "cp39", "pp310", "graalpy310", "3", "", "p-y"]
ABIS = ["none", "abi3", "cp313", "cp313t", "pypy310_pp73", "none.abi3", ""]
PLATFORMS = [
    "any",
    "manylinux_2_17_x86_64.manylinux2014_x86_64",
    "win_amd64",
    "macosx_11_0_arm64",
    "linux_x86_64",
    "Musllinux_1_2_x86_64",
    "",
]


def usually(source: Random, choices: list[str]) -> str:
    """The first ones, mostly."""
    return choices[min(int(source.expovariate(0.6)), len(choices) - 1)]


def wheel(source: Random) -> dict:
    parts = [name(source).replace("-", "_"), clean_version(source).replace("-", "_")]
    if source.random() < 0.25:
        parts.append(source.choice(["1", "2abc", "007", "a1", "", "1.0", "18446744073709551616x"]))
    parts += [usually(source, INTERPRETERS), usually(source, ABIS), usually(source, PLATFORMS)]
    text = "-".join(parts) + source.choice([".whl"] * 12 + [".WHL", ".zip", ""])
    if source.random() < 0.15:
        text = mutate(source, text, "abc019-_.+!/ \n")
    return {"filename": text}


def tag(source: Random) -> dict:
    text = "-".join(usually(source, part) for part in (INTERPRETERS, ABIS, PLATFORMS))
    return {"tag": mutate(source, text, "pc3_.- é") if source.random() < 0.3 else text}


def sdist(source: Random) -> dict:
    text = name(source) + "-" + clean_version(source)
    text += source.choice([".tar.gz"] * 6 + [".zip"] * 2 + [".tar.bz2", ".tgz", ".TAR.GZ", ""])
    if source.random() < 0.15:
        text = mutate(source, text, "abc019-_.+! \n")
    return {"filename": text}


LICENSE_IDS = [entry["id"] for entry in LICENSES.values()]
EXCEPTION_IDS = [entry["id"] for entry in EXCEPTIONS.values()]


def any_case(source: Random, text: str) -> str:
    return source.choice([text, text, text.lower(), text.upper(), text.title()])


def license_term(source: Random, depth: int = 0) -> str:
    if depth < 3 and source.random() < 0.2:
        return f"({source.choice(['', ' '])}{license_text(source, depth + 1)})"
    text = any_case(source, source.choice(LICENSE_IDS))
    if source.random() < 0.1:
        text = source.choice(
            ["LicenseRef-Some.1", "licenseref-x", "LicenseRef-", "LicenseRef-a_b", "Unknown"]
        )
    if source.random() < 0.1:
        text += "+"
    if source.random() < 0.15:
        exception = source.choice(EXCEPTION_IDS) if source.random() < 0.8 else "MIT"
        text += f" {any_case(source, 'WITH')} {any_case(source, exception)}"
    return text


def license_text(source: Random, depth: int = 0) -> str:
    text = license_term(source, depth)
    while source.random() < 0.35:
        text += f" {any_case(source, source.choice(['AND', 'OR']))} {license_term(source, depth)}"
    return text


def license_expression(source: Random) -> dict:
    text = license_text(source)
    if source.random() < 0.15:
        text = mutate(source, text, "MITandorWH()+-. 2\t\n")
    return {"e": text}


def metadata_lines(source: Random) -> list[str]:
    """Fields of core metadata, good and bad, in no good order."""
    blank = source.choice(["", "", " "])
    choices: list[Callable[[], str]] = [
        lambda: "Summary: " + source.choice(["short", "", "two\n  lines", "ünï"]),
        lambda: "Keywords: " + source.choice(["a,b", "a b", "", "a, ,b"]),
        lambda: "Requires-Python: " + specifier_text(source).replace("\n", " "),
        lambda: "Requires-Dist: " + requirement(source).replace("\n", " "),
        lambda: "Provides-Extra: " + name(source).replace("\n", " "),
        lambda: "License-Expression: " + license_text(source),
        lambda: (
            "License-File: "
            + source.choice(["LICENSE", "a/b.txt", "../x", "/abs", "a\\b", "*.txt", ""])
        ),
        lambda: "Classifier: " + source.choice(["Private :: Do Not Upload", "x"]),
        lambda: (
            "Project-URL: "
            + source.choice(["Home, https://a.example", "Home", "A, b, c", ", x", ""])
        ),
        lambda: "Author-email: " + source.choice(["a@b.example", '"X, Y" <x@y.example>']),
        lambda: (
            "Description-Content-Type: "
            + source.choice(
                [
                    "text/markdown",
                    "text/markdown; variant=GFM",
                    "text/markdown; variant=x",
                    "text/x-rst; charset=UTF-8",
                    "text/plain;charset=ascii",
                    "text/html",
                    "Text/Markdown",
                ]
            )
        ),
        lambda: (
            "Dynamic: " + source.choice(["Requires-Dist", "summary", "Name", "version", "Nonsense"])
        ),
        lambda: (
            "Import-Name: " + source.choice(["foo", "foo.bar", "foo ; private", "class", "a-b", ""])
        ),
        lambda: "Import-Namespace: " + source.choice(["foo", "zope", "foo; private", "1a"]),
        lambda: "Platform: " + source.choice(["any", "Linux"]),
        lambda: "Download-URL: https://a.example/x",
        lambda: "Author: " + source.choice(["A", "É", "x" * 80]),
        lambda: "X-Unknown: y",
        lambda: "License: MIT",
        lambda: "name: " + name(source).replace("\n", " "),
    ]
    return [
        blank + source.choice(choices)() if source.random() < 0.03 else source.choice(choices)()
        for _ in range(source.randint(0, 6))
    ]


def metadata(source: Random) -> dict:
    level = source.choice(
        ["1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.0", "2"]
    )
    lines = [
        f"Metadata-Version: {level}",
        f"Name: {name(source)}",
        f"Version: {clean_version(source)}",
    ]
    lines = [line for line in lines if source.random() < 0.97]
    lines = [line.replace("\n", " ") for line in lines] + metadata_lines(source)
    if source.random() < 0.2:
        source.shuffle(lines)
    text = "\n".join(lines) + "\n"
    if source.random() < 0.3:
        text += "\n" + source.choice(["Body\n", "", "# Title\n\nText: é\n", "a\r\nb"])
    if source.random() < 0.05:
        text = mutate(source, text, "abc: \n\t;,")
    return {"text": text}


GENERATORS: dict[str, Callable[[Random], dict]] = {
    "version": some_version,
    "version-parts": some_version,
    "compare": two_versions,
    "name": some_name,
    "name-check": some_name,
    "specifier": specifier,
    "filter": filter_versions,
    "unsatisfiable": unsatisfiable,
    "specifier-parts": some_specifier,
    "specifier-equal": two_specifiers,
    "requirement": some_requirement,
    "requirement-text": some_requirement,
    "requirement-equal": two_requirements,
    "marker": evaluated_marker,
    "marker-text": some_marker,
    "marker-equal": two_markers,
    "wheel": wheel,
    "sdist": sdist,
    "license": license_expression,
    "metadata": metadata,
    "raw-metadata": metadata,
    "tag": tag,
}

#: How often each operation is drawn.
WEIGHTS = {
    **dict.fromkeys(GENERATORS, 4),
    "version": 8,
    "compare": 14,
    "specifier": 16,
    "filter": 8,
    "requirement": 10,
    "marker": 12,
    "metadata": 8,
}
