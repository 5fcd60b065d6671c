"""The survey as a page of Markdown; every number comes from the figures."""

import collections

import check
import figures

DOTS = {True: "yes", False: "**no**"}


def text(survey):
    """The whole page."""
    parts = [opening(survey), quotes(survey), languages(survey), protections(survey), grades(survey), labels(survey),
             carried(survey), toolchains(survey), limits(survey), wheels(survey)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def opening(survey):
    files = [file for wheel in survey.wheels for file in wheel["files"]]
    return f"""
# What is inside the most downloaded native wheels

The {len(survey.wheels)} most downloaded projects on PyPI that publish native code for Linux on x86-64, each with the wheel that pip chose for
CPython 3.12: {survey.bytes / 1e6:.0f} MB of wheels, {len(files)} native files, {survey.native_bytes() / 1e6:,.0f} MB of native code. `cheeseboard audit`
read them, without running or unpacking any of them; rubric {survey.rubric}. This page and its charts are made by one command, which downloads the
wheels (500 MB at most), checks their sums and audits them:

    Tools/native-survey/survey.py

The list stands in `Tools/native-survey/packages.tsv` with its source, the file names and the sums. None of the first
{len(survey.wheels)} was left out for its size. *Own* files are what a project built itself; *vendored* ones are shared libraries that a repair
tool put beside them. The two are never added together. "Cannot be told" is an answer: code that has no large frame, say, looks the same
with and without a canary, and is counted on neither side.

{checked(survey)}
"""


def checked(survey):
    facts = ", ".join(f"`{fact}`" for fact in check.FACTS)
    lines = [f"The same run held {facts} of {survey.compared} ELF files against `readelf` and `nm`: {len(survey.differences)} differences."]
    return "\n".join([*lines, *(f"* {line}" for line in survey.differences)])



def quotes(survey):
    total = len(survey.wheels)
    relro = survey.by_projects("relro", dict(row_of("relro")))
    canary = survey.by_projects("canary", dict(row_of("canary")))
    fortify = survey.by_projects("fortify", dict(row_of("fortify")))
    stack = survey.by_projects("nx_stack", dict(row_of("nx_stack")))
    cet = survey.by_projects("cet_ibt", dict(row_of("cet_ibt")))
    safe = survey.memory_safe()
    mixed = {project: parts for project, parts in safe.items() if parts}
    foreign = survey.foreign()
    blocking = survey.blocking()
    decidable, applicable = survey.coverage()
    rust = survey.projects_with("languages")["rust"]
    carriers = survey.vendoring()
    lines = [
        f"**{relro['yes']} of {total}** projects link all own files with full RELRO and BIND_NOW; {relro['partial'] + relro['no']} leave at least one"
        " own file with writable jump tables, one linker flag away.",
        f"**{canary['yes']} of {canary['yes'] + canary['partial'] + canary['no']}** projects whose code lets a canary be judged have one wherever it can"
        f" be judged; {canary['no']} have none in any such file, {canary['partial']} in some. Of {canary['unknown']} more it cannot be told.",
        f"**{fortify['yes']} of {fortify['yes'] + fortify['partial'] + fortify['no']}** projects whose calls into libc let fortification be judged call"
        f" fortified functions in every such file, {fortify['partial']} in some, {fortify['no']} in none; of {fortify['unknown']} more it cannot be told.",
        f"**{stack['yes']} of {sum(stack.values())}** have a stack that is not executable in every own file. Faults that sink a grade by themselves"
        f" (writable code, text relocations, search paths that others can write, sanitizers left in): **{len(blocking)}**.",
        f"**{cet['yes']} of {sum(cet.values())}** projects claim CET's IBT in all own files, {cet['partial']} in some: one object file"
        " without the mark, such as a static library's, takes it from the whole file.",
        f"**{rust} of {total}** projects carry Rust of their own; in **{len(safe)}** every own file has the marks of memory-safe languages alone"
        f"{' (' + ', '.join(safe) + ')' if safe else ''}."
        + (" Of these, " + "; ".join(f"{project} shows {', '.join(parts)}" for project, parts in mixed.items()) + ": C code inside."
           if mixed else ""),
        f"**{len(survey.untruthful())} of {total}** wheels have a platform tag that their files contradict"
        + (f"; {len(foreign)} extension{'' if len(foreign) == 1 else 's'} for another Python than the wheel's lie in: "
           + ", ".join(f"`{path.rsplit('/', 1)[-1]}` in {project}" for project, path in foreign) if foreign else "") + ".",
        f"**{len(survey.sboms())} of {total}** wheels carry an SBOM; of {len(carriers)} with vendored libraries, {sum(has for _, has in carriers)} do.",
        f"**{100 * decidable / applicable:.0f} %** of all checks that apply could be decided from the bytes ({decidable:,} of {applicable:,}, own files).",
    ]
    return "## To quote\n\n" + "\n".join(f"* {line}" for line in lines)


def languages(survey):
    projects, own, vendored = (
        survey.projects_with("languages"), survey.files_with("languages", "own"), survey.files_with("languages", "vendored"))
    bindings, bound = survey.projects_with("bindings"), survey.files_with("bindings", "own")
    return "\n".join([
        "## Languages and bindings", "", "![Projects by the languages of their own native code](native-survey/languages.svg)", "",
        "A file that mixes languages counts for each of them; a project counts once for each language in its own files. Code that C was",
        "generated for (Cython, mypyc, cffi) is C to the compiler: Cython is told by its traces, mypyc and cffi as bindings.", "",
        "| Language | projects | own files | vendored files |", "|---|--:|--:|--:|",
        *(f"| {figures.NAMES.get(name, name)} | {projects[name]} | {own[name]} | {vendored[name]} |"
          for name in sorted({*own, *vendored}, key=lambda name: (-projects[name], name))), "",
        "| Binding | projects | own files |", "|---|--:|--:|",
        *(f"| {name} | {count} | {bound[name]} |" for name, count in bindings.most_common()), "",
        "Build backends and tools that left their name in the wheel: "
        + ", ".join(f"{name} {count}" for name, count in survey.backends().most_common()) + "."])


def protections(survey):
    rows = []
    for fact, label, words in figures.PROTECTIONS:
        own, vendored, projects = (
            survey.by_files("own", fact, words), survey.by_files("vendored", fact, words), survey.by_projects(fact, words))
        rows.append(f"| {label} | {cell(projects)} | {cell(own)} | {cell(vendored)} |")
    programs = survey.executables()
    told = ", ".join(f"`{name}` ({word})" for _, name, word in programs)
    return "\n".join([
        "## Protections", "", "![Protections by project](native-survey/projects.svg)", "",
        "![Protections in own files](native-survey/own.svg)", "", "![Protections in vendored libraries](native-survey/vendored.svg)", "",
        "Each cell: **has it** / in part / does not (of those that could be judged) + cannot be told. A project has it where all own files that",
        "can be judged do, in part where some do. Partial RELRO, the linker's default, stands as *in part*. Stack probes are found where compilers",
        "write them in a loop or LLVM's way; that code is built without them cannot be told. Protections of generated code do not apply to files of",
        "memory-safe languages alone. One project with hundreds of files weighs as much as they do in the columns of files: quote projects.", "",
        "| Protection | projects | own files | vendored files |", "|---|---|---|---|", *rows, "",
        f"PIE is asked of programs only: {len(programs)} found, {told}. Shared objects can be loaded at any address by their nature."
        if programs else "No programs were found, so PIE was asked of nothing.", "",
        "What their builders would add, by the projects whose own files lack it where that could be judged:", "",
        "| Add | for | projects | own files |", "|---|---|--:|--:|",
        *(f"| {code(advice)} | {check} | {projects} | {files} |" for (advice, check), projects, files in survey.advice())])


def grades(survey):
    rows = [f"| {grade or 'none'} | {count} | {f'{coverage:.0f} %' if coverage is not None else '–'} |"
            for grade, (count, coverage) in survey.grades().items()]
    return "\n".join([
        "## Grades", "", "![Grades of own native code](native-survey/grades.svg)", "",
        "A wheel has the grade of its worst own file, computed only from checks that apply and could be decided: read it beside the coverage. A",
        "small module can be graded well because little of it can be judged.", "",
        "| Grade | projects | checks decided (median) |", "|---|--:|--:|", *rows])


def labels(survey):
    untruthful, modest, stable, could = survey.untruthful(), survey.modest(), survey.stable(), survey.could_be_stable()
    parts = ["## Labels", "",
             f"Of {len(survey.wheels)} wheels, {len(survey.wheels) - len(untruthful)} have platform tags that hold against their files' symbol versions and needed libraries."]
    parts += [f"* `{wheel['filename']}`: {'; '.join(wheel['tags']['why'])}" for wheel in untruthful]
    if modest:
        parts += ["", "These would do on an older glibc than their tags ask for (by what the file shows; a builder may have other reasons): "
                  + ", ".join(f"{project} ({dotted(claimed)}, needs {dotted(computed)})" for project, claimed, computed in modest) + "."]
    parts += ["", "| Best policy, computed from the files | wheels |", "|---|--:|",
              *(f"| {name} | {count} |" for name, count in sorted(
                  survey.policies().items(), key=lambda row: figures.glibc_of(row[0] or "") or (0, 0)))]
    violations = sum(row[3] for row in stable)
    parts += ["", f"{len(stable)} wheels promise the stable ABI (abi3); symbols outside of what they promise: {violations}.", "",
              "| abi3 wheel | promised | computed | violations |", "|---|---|---|--:|",
              *(f"| {project} | {claimed or '–'} | {computed or '–'} | {count} |" for project, claimed, computed, count in stable)]
    if could:
        parts += ["", "All extensions of these use the stable ABI alone already, though their wheels are for one Python: " + ", ".join(could) + "."]
    return "\n".join(parts)


def carried(survey):
    sboms, vendoring = survey.sboms(), survey.vendoring()
    without = [project for project, has in vendoring if not has]
    kinds = collections.Counter((row["kind"], row["part"]) for sbom in sboms for row in sbom["differences"])
    compared, differing = sum(row["compared"] for row in sboms), sum(len(row["differences"]) for row in sboms)
    rows = []
    for sbom in sboms:
        names = ", ".join(dict.fromkeys(row["name"] for row in sbom["differences"]))
        rows.append(f"| {sbom['project']} | {', '.join(f'`{name}`' for name in sbom['names'])} | {sbom['components']} |"
                    f" {sbom['compared']} | {len(sbom['differences'])}{': ' + names if names else ''} |")
    broken = [f"{sbom['project']}: {message}" for sbom in sboms for message in sbom["broken"]]
    return "\n".join([
        "## What they carry, and what their SBOMs say", "",
        f"{len(sboms)} wheels carry SBOMs (PEP 770). Crates, Go modules and libraries that the binaries show were held against them: {compared} parts, of which",
        f"{compared - differing} are listed and {differing} are not, or with another version"
        + (f" ({', '.join(f'{count} {part}: {kind}' for (kind, part), count in kinds.items())})." if kinds else "."),
        "A binary shows only a part of what went in, so that agreement does not prove an SBOM complete. A library that the SBOM lists under",
        "another name may be called not listed (`krb5-libs` holds `libk5crypto`, `Little CMS 2` is `liblcms2`): names are compared.", "",
        "| Wheel | SBOM | components | parts compared | not agreeing |", "|---|---|--:|--:|---|", *rows,
        *(["", "Could not be read: " + "; ".join(broken) + "."] if broken else []), "",
        f"{len(vendoring)} wheels bring vendored libraries; {len(without)} of them without any SBOM: {', '.join(without) or 'none'}."])


def toolchains(survey):
    rust = survey.rust()
    crates = {project: (count, source) for project, count, source in survey.crates()}
    rows = []
    for version, projects in rust.items():
        rows.append(f"| {version or 'cannot be told'} | " + ", ".join(
            project + (f" ({crates[project][0]} crates{'' if crates[project][1] == 'auditable' else ' seen'})" if project in crates else "")
            for project in sorted(projects)) + " |")
    return "\n".join([
        "## Toolchains", "",
        "rustc, by the release that the binary shows. *Seen* crates are those whose paths stand in panic messages, a part of all;"
        " without the word, the list is cargo-auditable's.", "",
        "| rustc | projects |", "|---|---|", *rows, "",
        "Compilers that left their mark in `.comment` of own files. Start files and static libraries leave theirs too, so that one file often names several;"
        " stripped files may name none.", "",
        "| Compiler | projects | own files |", "|---|--:|--:|",
        *(f"| {name} {version} | {projects} | {files} |" for (name, version), projects, files in survey.toolchains())])


def limits(survey):
    without = collections.Counter(file["format"] for file in survey.without_facts())
    lines = [
        "* **Linux on x86-64 only.** Windows and macOS wheels of the same projects are built with other compilers and defaults; grades of different formats do not compare.",
        "* **The newest wheel of each**, on the day that the list names. A pin in somebody's requirements may look otherwise.",
        "* **Downloads are not importance**: robots download too, and a transitive dependency counts like a chosen one.",
        "* **Canary, fortification and stack clash** are read from symbols and machine code. One check anywhere makes *has it*: bytes do not show whether each"
        " function was compiled so. Where nothing could have been protected, nothing is said.",
        "* **CFI, automatic initialisation of variables and assertions of the C++ library** mostly leave no trace in a stripped file.",
        "* **Libraries linked statically** are own code here, and are named only where they left a version string.",
        "* **Nothing here says that code is vulnerable**: these are second lines of defence and what is known of them.",
    ]
    if without:
        lines.append("* Archives of object code stand in some wheels for others to link and have no facts of their own: "
                     + ", ".join(f"{count} {name}" for name, count in without.items()) + ".")
    if survey.errors:
        lines.append("* **Could not be read:** " + "; ".join(f"`{path}`: {message}" for path, message in survey.errors))
    else:
        lines.append("* Every file was read: no errors.")
    return "## What cannot be told\n\n" + "\n".join(lines)


def wheels(survey):
    rows = []
    for wheel in survey.wheels:
        own = figures.own(wheel)
        vendored = sum(file["origin"] == "vendored" for file in wheel["files"])
        languages = ", ".join(figures.NAMES.get(name, name) for name in dict.fromkeys(name for file in own for name in file["languages"]))
        coverage = wheel["coverage"]
        rows.append(
            f"| {wheel['rank']} | {wheel['project']} | {wheel['version']} | {wheel['tags']['computed']} | {DOTS[wheel['tags']['truthful']]} | {languages} |"
            f" {len(own)} | {vendored} | {wheel['grade'] or '–'} | {coverage['decidable']} of {coverage['applicable']} | {wheel['vendored_grade'] or '–'} |")
    return "\n".join([
        "## The wheels", "",
        "By rank among PyPI's most downloaded projects. *Platform* is computed from the files; *tags hold* says whether the claimed ones are true.", "",
        "| rank | project | version | platform | tags hold | languages (own) | own files | vendored | grade | checks decided | vendored grade |",
        "|--:|---|---|---|---|---|--:|--:|---|--:|---|", *rows])


def row_of(fact):
    return next(words for name, _, words in figures.PROTECTIONS if name == fact)


def cell(counts):
    judged = counts["yes"] + counts["partial"] + counts["no"]
    if not judged:
        return f"cannot be told ({counts['unknown']})" if counts["unknown"] else "does not apply"
    words = f"**{counts['yes']}** / {counts['partial']} / {counts['no']} (of {judged})"
    return words + (f" + {counts['unknown']}" if counts["unknown"] else "")


def code(advice):
    return " ".join(f"`{word}`" if word.startswith("-") else word for word in advice.split(" "))


def dotted(glibc):
    return f"glibc {glibc[0]}.{glibc[1]}"
