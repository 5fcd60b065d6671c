"""Holds the reports against readelf and nm of binutils, on every ELF file of the wheels."""

import concurrent.futures
import pathlib
import re
import subprocess
import tempfile
import zipfile

FACTS = ["relro", "bind_now", "nx_stack", "cet_ibt", "cet_shstk", "canary", "fortify"]


def against_binutils(report, wheels):
    """(how many files were compared, differences as lines)."""
    files = {(wheel["filename"], file["path"]): file for wheel in report["wheels"] for file in wheel["files"]}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: one_wheel(path, files), wheels))
    return sum(count for count, _ in results), [line for _, lines in results for line in lines]


def one_wheel(path, files):
    count, lines = 0, []
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "file"
        for name in archive.namelist():
            with archive.open(name) as member:
                if member.read(4) != b"\x7fELF":
                    continue
            target.write_bytes(archive.read(name))
            count += 1
            file = files.get((path.name, name))
            if file is None or not file["slices"]:
                lines.append(f"{path.name}: {name}: an ELF file that the report does not tell of")
                continue
            facts = file["slices"][0]["facts"]
            for fact, expected in theirs(target).items():
                found = facts[fact]["value"]
                if fact in ("canary", "fortify") and facts[fact].get("tier") == 1:
                    # The compiler's own notes, of which binutils' symbols know nothing.
                    continue
                # Without the symbol they cannot say whether anything could have been protected.
                if (found == "present") != expected if isinstance(expected, bool) else found != expected:
                    lines.append(f"{path.name}: {name}: {fact} is {found}, binutils: {expected}")
    return count, lines


def theirs(path):
    """The same facts by binutils: words, or whether the fact must be `present`."""
    headers = output("readelf", "-ldnW", str(path))
    imports = output("nm", "-D", "--undefined-only", str(path))
    segment = next((line for line in headers.splitlines() if line.split()[:1] == ["GNU_STACK"]), "")
    now = bool(re.search(r"\(BIND_NOW\)|\(FLAGS\)\s+.*BIND_NOW|\(FLAGS_1\)\s+Flags:.*\bNOW\b", headers))
    relro = "GNU_RELRO" in headers
    # A program without a dynamic section cannot say that nothing is bound lazily.
    lazy = "now-irrelevant" if "Dynamic section" in headers else "partial"
    return {
        "relro": ("full" if now else "partial" if "(JMPREL)" in headers else lazy) if relro else "none",
        "bind_now": now,
        "nx_stack": bool(segment) and "E" not in segment.split()[6],
        "cet_ibt": bool(re.search(r"x86 feature:.*\bIBT\b", headers)),
        "cet_shstk": bool(re.search(r"x86 feature:.*\bSHSTK\b", headers)),
        "canary": "__stack_chk_fail" in imports,
        "fortify": bool(re.search(r" __(?!stack_|longjmp_|fdelt_|explicit_bzero_)\w+_chk(@|$)", imports, re.MULTILINE)),
    }


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=300, check=True).stdout
