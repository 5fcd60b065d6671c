"""The figures of the survey, counted from the report of `cheeseboard audit --format json`."""

import collections
import re
import statistics

YES, PARTIAL, NO, UNKNOWN = "yes", "partial", "no", "unknown"

# What a fact's own words come to; a word that is not here (`not-applicable`, for one) does not count.
PRESENCE = {"present": YES, "absent": NO, "undecidable": UNKNOWN}
PROTECTIONS = [
    ("nx_stack", "NX stack", {**PRESENCE, "unmarked": NO}),
    ("relro", "full RELRO", {"full": YES, "now-irrelevant": YES, "partial": PARTIAL, "none": NO, "undecidable": UNKNOWN}),
    ("bind_now", "BIND_NOW", PRESENCE),
    ("canary", "stack canary", PRESENCE),
    ("fortify", "FORTIFY_SOURCE", PRESENCE),
    ("stack_clash", "stack clash protection", PRESENCE),
    ("cet_ibt", "CET: IBT", PRESENCE),
    ("cet_shstk", "CET: shadow stack", PRESENCE),
]
NAMES = {
    "c": "C", "c++": "C++", "cython": "Cython", "rust": "Rust", "go": "Go", "fortran": "Fortran", "zig": "Zig", "swift": "Swift",
    "haskell": "Haskell", "objective-c": "Objective-C"}
# Crates whose build compiles C or assembler into the binary.
COMPILING_C = {
    "aws-lc-sys", "bzip2-sys", "libmimalloc-sys", "libsqlite3-sys", "libz-sys", "lzma-sys", "onig_sys", "openssl-src", "ring",
    "tikv-jemalloc-sys", "zstd-sys"}
LEGACY = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}


class Survey:
    """One report with what a page tells of it."""

    def __init__(self, report, rows, compared, differences):
        self.compared, self.differences = compared, differences
        self.rubric = report["rubric"]
        places = [(*error["path"].partition(": "), error["message"]) for error in report["errors"]]
        self.errors = [
            (path.rsplit("/", 1)[-1] + colon + member, message) for path, colon, member, message in places]
        order = {row["filename"]: row for row in rows}
        self.wheels = sorted(
            (wheel for wheel in report["wheels"] if wheel["filename"] in order),
            key=lambda wheel: order[wheel["filename"]]["rank"])
        for wheel in self.wheels:
            wheel["rank"] = order[wheel["filename"]]["rank"]
        self.bytes = sum(row["bytes"] for row in rows)

    # Files

    def files(self, origin):
        """The files of an origin that have facts, `own` or `vendored`: archives of object code (`ar`) have none."""
        return [file for wheel in self.wheels for file in wheel["files"] if file["origin"] == origin and file["slices"]]

    def without_facts(self):
        return [file for wheel in self.wheels for file in wheel["files"] if not file["slices"]]

    def by_files(self, origin, fact, words):
        """How many files of an origin come to yes, partial, no and unknown."""
        return collections.Counter(
            verdict for file in self.files(origin) if (verdict := verdict_of(file, fact, words)))

    def native_bytes(self):
        return sum(file["size"] for wheel in self.wheels for file in wheel["files"])

    # Projects

    def by_projects(self, fact, words):
        """How many projects have it in all own files where that can be told, in some, in none, or cannot be judged."""
        counts = collections.Counter()
        for wheel in self.wheels:
            verdicts = {verdict for file in own(wheel) if (verdict := verdict_of(file, fact, words))}
            if verdicts:
                counts[together(verdicts)] += 1
        return counts

    def projects_with(self, key):
        """Projects by what their own files have under `key`; a project counts once for each."""
        return collections.Counter(
            name for wheel in self.wheels for name in {name for file in own(wheel) for name in file[key]})

    def files_with(self, key, origin):
        return collections.Counter(name for file in self.files(origin) for name in file[key])

    def memory_safe(self):
        """Projects whose own files are all marked by memory-safe languages alone, with what C code they yet show."""
        found = {}
        for wheel in self.wheels:
            if all(file["memory_safe"] is True for file in own(wheel)):
                parts = [part["name"] for file in own(wheel) for part in file["carried"]["libraries"]]
                parts += [
                    part["name"] for file in own(wheel) for part in file["carried"]["crates"] if part["name"] in COMPILING_C]
                found[wheel["project"]] = list(dict.fromkeys(parts))
        return found

    def grades(self):
        """The projects of each grade with the median share of their checks that could be decided."""
        groups = collections.defaultdict(list)
        for wheel in self.wheels:
            groups[wheel["grade"]].append(share(wheel["coverage"]))
        return {
            grade: (len(groups[grade]), statistics.median(groups[grade]) if groups[grade] else None)
            for grade in ["A", "B", "C", "D", "F", *([None] if None in groups else [])]}

    def coverage(self):
        decidable = sum(wheel["coverage"]["decidable"] for wheel in self.wheels)
        return decidable, sum(wheel["coverage"]["applicable"] for wheel in self.wheels)

    def advice(self):
        """What to add, with the projects and own files that lack it: (advice, check) to (projects, files)."""
        projects, files = collections.defaultdict(set), collections.Counter()
        for wheel in self.wheels:
            for file in own(wheel):
                for check in file["checks"]:
                    if check["outcome"] in ("fail", "partial", "blocking") and check["advice"]:
                        projects[check["advice"], check["check"]].add(wheel["project"])
                        files[check["advice"], check["check"]] += 1
        return sorted(((key, len(names), files[key]) for key, names in projects.items()), key=lambda row: -row[1])

    def blocking(self):
        return [
            (wheel["project"], file["path"], check["finding"]) for wheel in self.wheels for file in wheel["files"]
            for check in file["checks"] if check["outcome"] == "blocking"]

    def executables(self):
        return [
            (wheel["project"], file["path"].rsplit("/", 1)[-1], value_of(file, "pie")) for wheel in self.wheels
            for file in own(wheel) if file["role"] == "executable"]

    # Labels

    def untruthful(self):
        return [wheel for wheel in self.wheels if not wheel["tags"]["truthful"]]

    def policies(self):
        return collections.Counter(wheel["tags"]["computed"] for wheel in self.wheels)

    def modest(self):
        """Wheels that would run on an older glibc than any of their tags promises."""
        found = []
        for wheel in self.wheels:
            claimed = [glibc for tag in wheel["tags"]["claimed"] if (glibc := glibc_of(tag))]
            computed = glibc_of(wheel["tags"]["computed"] or "")
            if claimed and computed and computed < min(claimed):
                found.append((wheel["project"], min(claimed), computed))
        return found

    def foreign(self):
        """Extensions whose suffix is for another Python than their wheel: (project, path)."""
        found = []
        for wheel in self.wheels:
            pythons = {tag.split("-")[0] for tag in wheel["tags"]["claimed"]}
            for file in own(wheel):
                match = re.search(r"\.cpython-(\d+)", file["path"])
                if match and "cp" + match[1] not in pythons:
                    found.append((wheel["project"], file["path"]))
        return found

    def stable(self):
        """Wheels with an abi3 tag: (project, claimed, computed, violations)."""
        found = []
        for wheel in self.wheels:
            if not any("-abi3-" in tag for tag in wheel["tags"]["claimed"]):
                continue
            files = [file for file in own(wheel) if file["abi3"]["claimed"]]
            claimed = next((file["abi3"]["claimed"] for file in files), None)
            computed = max((file["abi3"]["computed"] for file in files if file["abi3"]["computed"]), key=release, default=None)
            found.append((wheel["project"], claimed, computed, sum(len(file["abi3"]["violations"]) for file in files)))
        return found

    def could_be_stable(self):
        """Wheels without the tag of which every extension uses the stable ABI alone."""
        found = []
        for wheel in self.wheels:
            files = [file for file in own(wheel) if file["role"] == "extension"]
            if files and all(not file["abi3"]["claimed"] and file["abi3"]["computed"] for file in files):
                found.append(wheel["project"])
        return found

    # What they carry

    def sboms(self):
        """Of each wheel that has SBOMs: project, file names, components, parts that could be compared, differences."""
        found = []
        for wheel in self.wheels:
            if not wheel["sboms"]:
                continue
            links = [component["purl"] or "" for sbom in wheel["sboms"] for component in sbom["components"]]
            compared = {
                (kind, part["name"], part["version"]) for kind, scheme in [("crates", "pkg:cargo/"), ("modules", "pkg:golang/")]
                if any(link.startswith(scheme) for link in links)
                for file in wheel["files"] for part in file["carried"][kind]}
            for file in wheel["files"]:
                compared |= (
                    {("file", file["path"])} if file["origin"] == "vendored"
                    else {("library", part["name"]) for part in file["carried"]["libraries"]})
            differences = list({(row["part"], row["name"]): row for row in wheel["sbom_differences"]}.values())
            found.append({
                "project": wheel["project"], "names": [sbom["path"].rsplit("/", 1)[-1] for sbom in wheel["sboms"]],
                "components": sum(len(sbom["components"]) for sbom in wheel["sboms"]),
                "broken": [sbom["error"] for sbom in wheel["sboms"] if sbom["error"]],
                "compared": len(compared), "differences": differences})
        return found

    def vendoring(self):
        """Projects with vendored libraries, and whether they have an SBOM."""
        return [
            (wheel["project"], bool(wheel["sboms"])) for wheel in self.wheels
            if any(file["origin"] == "vendored" for file in wheel["files"])]

    def rust(self):
        """The rustc releases: release to projects; None where the release cannot be read."""
        found = collections.defaultdict(set)
        for wheel in self.wheels:
            for file in own(wheel):
                for finding in file["findings"]:
                    if finding["kind"] == "language" and finding["name"] == "rust":
                        found[finding["version"]].add(wheel["project"])
        return dict(sorted(found.items(), key=lambda item: release(item[0] or "0"), reverse=True))

    def crates(self):
        """(project, crates seen, where they were seen) of Rust wheels."""
        return [
            (wheel["project"], len({(part["name"], part["version"]) for file in own(wheel) for part in file["carried"]["crates"]}), source)
            for wheel in self.wheels
            if (source := next((file["carried"]["crate_source"] for file in own(wheel) if file["carried"]["crate_source"]), None))]

    def toolchains(self):
        """Compilers by their release: (name, release) to (projects, own files)."""
        projects, files = collections.defaultdict(set), collections.Counter()
        for wheel in self.wheels:
            for file in own(wheel):
                for tool in {tool for line in value_of(file, "toolchain") or [] if (tool := tool_of(line))}:
                    projects[tool].add(wheel["project"])
                    files[tool] += 1
        return sorted(
            ((tool, len(names), files[tool]) for tool, names in projects.items()),
            key=lambda row: (row[0][0], -release(row[0][1])[0]))

    def backends(self):
        return collections.Counter(name for wheel in self.wheels for name in wheel["backend"])


def own(wheel):
    return [file for file in wheel["files"] if file["origin"] == "own" and file["slices"]]


def value_of(file, fact):
    return file["slices"][0]["facts"].get(fact, {}).get("value")


def verdict_of(file, fact, words):
    """What a file comes to, all its slices taken together; None where the fact does not apply."""
    verdicts = set()
    for piece in file["slices"]:
        value = piece["facts"].get(fact, {}).get("value")
        if isinstance(value, str) and value in words:
            verdicts.add(words[value])
    return together(verdicts) if verdicts else None


def together(verdicts):
    """Yes where all that is known is yes, no where all is no; what cannot be told does not count."""
    known = verdicts - {UNKNOWN}
    if not known:
        return UNKNOWN
    return known.pop() if len(known) == 1 else PARTIAL


def share(coverage):
    return 100 * coverage["decidable"] / coverage["applicable"] if coverage["applicable"] else 0


def glibc_of(tag):
    """The glibc that a platform tag asks for."""
    platform = tag.rsplit("-", 1)[-1]
    if match := re.match(r"manylinux_(\d+)_(\d+)_", platform):
        return int(match[1]), int(match[2])
    return LEGACY.get(platform.split("_", 1)[0])


def release(text):
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3]) or (0,)


def tool_of(line):
    """(name, first number of its release) of a line of `.comment`; None for linkers and assemblers."""
    if match := re.match(r"GCC: \(.*?\) (\d+)", line):
        return "GCC", match[1]
    if match := re.search(r"clang version (\d+)", line):
        return "clang", match[1]
    return None
