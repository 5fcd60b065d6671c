"""What other tools found in real wheels, in the words of this project's reports.

`native/truth.jsonl` has one wheel a line. A fact that is null is one that the tools saw nothing of: the report
may call it absent or not applicable. Header facts are LIEF 1.0.0's and readelf 2.40's,
cross-checked with checksec 2.6.0, hardening-check 2.23.4 and pefile; platform policies are
auditwheel 6.8.2's, abi3 is abi3audit 0.0.26's. `adjudicated` holds what a person decided about the
wheel as a whole; `languages` and `bindings` of a file are markers only.
"""

import hashlib
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
ROWS = [json.loads(line) for line in (HERE / "native" / "truth.jsonl").read_text().splitlines()]
# The wheels of CI's share: every format and machine, below 20 MB in all.
SMALL = [row for row in ROWS if row["size"] < 1_100_000]
# What mends wheels that something else built.
REPAIRERS = {"auditwheel", "delocate", "delvewheel"}
DISAGREEMENTS = HERE.parents[1] / "docs" / "native-disagreements.md"


def differences(row, report):
    """Where a report of a wheel differs from the truth: (file, fact, theirs, ours)."""
    found = []
    files = {
        each["path"]: each for each in report["files"] if each["format"] in ("elf", "macho", "pe")}
    for path in sorted(set(row["files"]) | set(files)):
        if path not in files or path not in row["files"]:
            found.append((path, "file", path in row["files"], path in files))
            continue
        theirs, ours = row["files"][path], files[path]
        pairs = [(key, theirs[key], ours[key]) for key in ("format", "sha256", "size")]
        pairs += [("machines", [each["machine"] for each in theirs["slices"]],
                   [each["machine"] for each in ours["slices"]])]
        for their_slice, our_slice in zip(theirs["slices"], ours["slices"]):
            pairs += [("role", their_slice["role"], ours["role"])]
            pairs += slice_pairs(their_slice, our_slice)
        found += [(path, key, *values) for key, *values in pairs if values[0] != values[1]]
    return found


def judged_differences(row, report):
    """Where a report differs from what a person decided about the wheel: (file, fact, theirs, ours)."""
    own = [
        each for each in report["files"]
        if each["origin"] == "own" and each["format"] in ("elf", "macho", "pe")]
    judged = row["adjudicated"]
    # What stands in brackets after a word explains it; a program and ctypes bind nothing.
    bindings = {each.split(" ")[0] for each in judged["binding"]} - {"none", "ctypes"}
    pairs = [
        ("languages", set(judged["languages"]), {each for file in own for each in file["languages"]}),
        ("bindings", bindings, {each for file in own for each in file["bindings"]}),
        ("backend", backends(judged["backend"]), set(report["backend"]) - REPAIRERS),
    ]
    return [("the wheel", key, *values) for key, *values in pairs if values[0] != values[1]]


def backends(words):
    """What built a wheel, of `meson-python` or `setuptools (setuptools-golang)`."""
    names = set(re.findall(r"[a-z0-9-]+", words))
    # These are plug-ins, whose work setuptools packs.
    return names | {"setuptools" for each in names if each.startswith("setuptools-")}


def slice_pairs(theirs, ours):
    facts = ours["facts"]
    for name, value in theirs["facts"].items():
        if name == "version_needs":
            yield name, sorted({each for needs in value.values() for each in needs}), sorted(
                set(listed(facts[name])))
        elif name == "platform":
            continue
        elif name in ("library_assertions", "safestack"):
            # The tools know a symbol or none; that there is none proves nothing.
            yield name, value == "present", plain(facts[name]) == "present"
        elif name in ("min_os", "sdk"):
            yield name, release(value), release(str(facts[name]["value"]))
        elif isinstance(value, list) or name == "needed":
            same_order = sorted if name == "toolchain" else list
            yield name, same_order(value), same_order(folded(value, listed(facts[name])))
        elif value is None:
            yield name, None, nothing(facts[name])
        else:
            yield name, value, plain(facts[name])
    if "canary_import" in theirs:
        # What a compiler noted of itself stands above imports, which are all that the tools know.
        noted = facts["canary"].get("tier") == 1 and plain(facts["canary"]) == "present"
        yield "canary", canary(theirs) or noted, plain(facts["canary"]) == "present"
    if theirs.get("chkstk"):
        yield "stack_clash", "present", plain(facts["stack_clash"])
    if "annobin" in theirs:
        # They say whether the section is there, and not who wrote the notes.
        yield "annobin", theirs["annobin"], facts["annobin"]["value"] not in ("absent", "not-applicable")
    if "delayed" in theirs:
        yield "delayed", theirs["delayed"], facts["needed"].get("delayed", [])
    if "guard_flags" in theirs:
        shown = re.search(r"GuardFlags (0x[0-9a-f]+)", facts["guard_extras"]["evidence"])
        yield "guard_flags", theirs["guard_flags"], shown and shown.group(1)
    for kind, names in theirs.get("signature", {}).items():
        yield f"signature {kind}", names, facts["code_signature"].get(kind, [])
    for kind in ("fortified", "unfortified"):
        yield kind, sorted(theirs.get(kind, [])), sorted(facts["fortify"].get(kind, []))


def canary(theirs):
    """By the rules: an import, an access to the guard, or a symbol of the full table."""
    return bool(theirs.get("canary_import") or theirs.get("fs28") or theirs.get("canary_symtab"))


def folded(theirs, ours):
    """Ours with the digest of each entry of which the truth holds the digest alone.

    Folders of the machines that built a wheel stand in the truth as `sha256:…`.
    """
    digests = {each for each in theirs if each.startswith("sha256:")}
    named = {each: "sha256:" + hashlib.sha256(each.encode()).hexdigest() for each in ours}
    return [named[each] if named[each] in digests else each for each in ours]


def plain(fact):
    return fact["value"][0] if isinstance(fact["value"], list) and fact["value"] else fact["value"]


def listed(fact):
    return fact["value"] if isinstance(fact["value"], list) else []


def nothing(fact):
    return None if fact["value"] in ("absent", "not-applicable", [], None) else fact["value"]


def release(text):
    """A release as numbers without final zeros: 11.0 is 11.0.0."""
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers


def documented():
    """The rows of the page of disagreements: (wheel, file, fact) to its two values and the proof."""
    rows = {}
    for line in DISAGREEMENTS.read_text().splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("| ").split(" | ")]
        if line.startswith("| `") and len(cells) == 6:
            rows[tuple(cells[:3])] = tuple(cells[3:])
    return rows
