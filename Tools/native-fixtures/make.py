#!/usr/bin/env python3
"""Makes the small native files of the tests, with known flags, and writes down what is known of them.

    Tools/native-fixtures/make.py [--facts] [NAME…]

With --facts no file is made: what the table says of those that are there is checked and written anew.

Each row of FIXTURES says how a file is made and which facts follow from that: from the flags, as the
compiler's and linker's manuals define them. A fact that `readelf` or `objdump` can print is checked
against their output here, before it is written down; nothing here asks this project's own code.
Those of Windows and of Apple stand in `windows.py` and `apple.py`, those of languages and carried code in
`languages.py`. Needs gcc, clang with lld, rustc, swiftc, binutils, llvm's tools and osslsigncode; the files are
committed, so tests need none of them.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import apple
import languages
import windows
from elf_traps import DEBUG, ELF_TRAPS, PRINTED
from flags import BARE, CLANG, GCC, PROGRAM, RUST, on
from label_traps import LABEL_TRAPS
from readelf import printed

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE / "sources"
TARGET = HERE.parents[1] / "Tests" / "NativeInspectionTests" / "Fixtures"
LARGEST = 64 * 1024

# What linkers write of a library that binds nothing lazily and needs no other.
LIBRARY = {"relro": "now-irrelevant", "bind_now": "absent", "nx_stack": "present", "wx_segments": "absent",
           "textrel": "absent", "pie": "dso", "needed": [], "canary": "undecidable", "stripped": "present"}

# name: (command, source, facts). Facts not named are not known from the flags.
FIXTURES = {
    # relocation read-only and immediate binding
    "relro-none.so": (GCC + ["-Wl,-z,norelro", "-Wl,-z,lazy"], "strings.c", {
        "relro": "none", "bind_now": "absent", "nx_stack": "present", "wx_segments": "absent",
        "textrel": "absent", "pie": "dso", "canary": "undecidable", "stripped": "present"}),
    "relro-partial.so": (GCC + ["-Wl,-z,relro", "-Wl,-z,lazy"], "strings.c", {
        "relro": "partial", "bind_now": "absent"}),
    "relro-full.so": (GCC + ["-Wl,-z,relro", "-Wl,-z,now"], "strings.c", {
        "relro": "full", "bind_now": "present"}),
    "now-without-relro.so": (GCC + ["-Wl,-z,norelro", "-Wl,-z,now"], "strings.c", {
        "relro": "none", "bind_now": "present"}),
    # memory
    "stack-executable.so": (GCC + BARE + ["-Wl,-z,execstack"], "module.c", {"nx_stack": "absent"}),
    "stack-unmarked.so": (GCC + BARE, "unmarked.s", {"nx_stack": "unmarked"}),
    "stack-one-unmarked-object.so": (GCC + ["-Wl,--no-warn-execstack"], "unmarked.s", {"nx_stack": "absent"}),
    "writable-code.so": (GCC + BARE + ["-Wl,-N"], "module.c", {"wx_segments": "present"}),
    "text-relocations.so": (GCC + BARE + ["-Wl,-z,notext"], "absolute.s", {"textrel": "present"}),
    # position independence
    "program-pie": (PROGRAM + ["-pie", "-fPIE"], "program.c", {"pie": "pie"}),
    "program-fixed": (PROGRAM + ["-no-pie", "-fno-pie"], "program.c", {"pie": "no-pie"}),
    "program-static-pie": (PROGRAM + ["-static-pie", "-fPIE"], "program.c", {"pie": "static-pie"}),
    "library-by-lld.so": (CLANG, "module.c", {"pie": "dso", "relro": "now-irrelevant", "toolchain": PRINTED}),
    # where libraries are looked for
    "rpath-origin.so": (GCC + BARE + ["-Wl,--disable-new-dtags", "-Wl,-rpath,$ORIGIN/../x.libs"], "module.c", {
        "rpath": ["$ORIGIN/../x.libs"], "runpath": "absent"}),
    "runpath-absolute.so": (GCC + BARE + ["-Wl,--enable-new-dtags", "-Wl,-rpath,/tmp/build:lib"], "module.c", {
        "runpath": ["/tmp/build", "lib"], "rpath": "absent"}),
    # code
    "canary.so": (GCC + ["-fstack-protector-strong"], "arrays.c", {"canary": "present"}),
    "canary-none.so": (GCC, "arrays.c", {"canary": "absent-or-undecidable"}),
    "canary-leaf.so": (GCC + BARE + ["-fstack-protector-strong"], "module.c", {"canary": "undecidable"}),
    "canary-clang.so": (CLANG + ["-fstack-protector-strong"], "arrays.c", {
        "canary": "present", "safestack": "absent", "sanitizers": "absent"}),
    "fortify-none.so": (GCC, "strings.c", {
        "fortify": {"fortified": [], "unfortified": ["snprintf", "sprintf", "stpcpy"]}}),
    "fortify-2.so": (GCC + ["-D_FORTIFY_SOURCE=2"], "strings.c", {
        "fortify": {"fortified": ["__memcpy_chk", "__sprintf_chk", "__stpcpy_chk"], "unfortified": ["snprintf"]}}),
    "fortify-3.so": (GCC + ["-D_FORTIFY_SOURCE=3"], "strings.c", {
        "fortify": {"fortified": ["__memcpy_chk", "__sprintf_chk", "__stpcpy_chk"], "unfortified": ["snprintf"]}}),
    "stack-clash-gcc.so": (GCC + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-clang.so": (CLANG + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-aarch64.so": (on("aarch64") + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-none.so": (GCC, "frame.c", {
        "stack_clash": "undecidable", "canary": "absent"}),
    "cet-enforceable.so": (GCC + BARE + ["-fcf-protection=full"], "indirect.c", {
        "cet_ibt": "present", "cet_shstk": "present"}),
    "cet-cleared-by-crt.so": (GCC + ["-fcf-protection=full"], "indirect.c", {
        "cet_ibt": "absent", "cet_shstk": "absent"}),
    "bti-pac-aarch64.so": (on("aarch64") + ["-mbranch-protection=standard"], "indirect.c", {
        "bti": "present", "pac": "present"}),
    "bti-none-aarch64.so": (on("aarch64") + ["-mbranch-protection=none"], "indirect.c", {
        "bti": "absent", "pac": "absent", "gcs": "absent", "branch_marks": "absent", "shadow_call_stack": "absent"}),
    "shadow-call-stack-aarch64.so": (
        on("aarch64") + ["-fsanitize=shadow-call-stack", "-ffixed-x18"], "arrays.c", {"shadow_call_stack": "present"}),
    "cfi-cross-dso.so": (
        ["clang", "-O1", "-shared", "-fPIC", "-fuse-ld=lld", "-nostdlib", "-flto", "-fsanitize=cfi-icall",
         "-fsanitize-cfi-cross-dso", "-fvisibility=default", "-Wl,--build-id=none"], "indirect.c", {"cfi": "present"}),
    "cfi-hidden.so": (CLANG + ["-flto", "-fsanitize=cfi-icall", "-fvisibility=hidden"], "indirect.c", {"cfi": "undecidable"}),
    "safestack.so": (CLANG + ["-fsanitize=safe-stack"], "arrays.c", {"safestack": "present"}),
    "sanitizer.so": (CLANG + ["-fsanitize=address", "-shared-libsan"], "arrays.c", {"sanitizers": {"sanitizers": ["asan"]}}),
    "assertions.so": (["g++"] + GCC[1:] + ["-D_GLIBCXX_ASSERTIONS"], "vector.cpp", {"library_assertions": "present"}),
    "misleading-names.so": (GCC[:-1] + BARE, "names.c", {
        "cfi": "absent-or-undecidable", "fortify": {"fortified": []}, "stripped": "absent"}),
    "debug.so": (GCC[:-1] + BARE + DEBUG, "module.c", {"debug_info": "present", "stripped": "absent"}),
    **ELF_TRAPS,
    # machines
    "machine-i686.so": (on("i686"), "module.c", LIBRARY),
    "machine-aarch64.so": (on("aarch64"), "module.c", LIBRARY),
    "machine-armv7l.so": (on("armv7l"), "module.c", LIBRARY),
    "machine-ppc64le.so": (on("powerpc64le"), "module.c", LIBRARY),
    "machine-s390x.so": (on("s390x"), "module.c", LIBRARY),
    "machine-riscv64.so": (on("riscv64"), "module.c", LIBRARY),
    # labels
    "abi3-newer.abi3.so": (GCC + BARE, "stable.c", {}),
    "abi3-own-exports.abi3.so": (GCC + BARE, "exports.c", {}),
    "glibc-2.34.so": (GCC, "threads.c", {}),
    **LABEL_TRAPS,
}

FIXTURES |= windows.FIXTURES | apple.FIXTURES

MACHINES = {"i686": "i686", "aarch64": "aarch64", "armv7l": "armv7l", "ppc64le": "ppc64le", "s390x": "s390x", "riscv64": "riscv64"}


def make(name, folder):
    command, source, _, *then = FIXTURES[name]
    path = folder / name
    for part in command:
        if part in FIXTURES and not (folder / part).exists():
            make(part, folder)
    first = [*command, *([str(SOURCES / source)] if source else []), "-o", str(path)]
    if name in apple.FIXTURES and command[0] == "clang":
        first.insert(1, apple.linker())
    for each in [first, *(then[0] if then else [])]:
        for word, place in (("FILE", path), ("SOURCES", SOURCES), ("FOLDER", folder)):
            each = [part.replace(word, str(place)) for part in each]
        done = subprocess.run(each, cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{name}: {' '.join(each)}\n{done.stderr}")
    windows.finish(name, folder)


def row(name, path):
    command, source, facts, *then = FIXTURES[name]
    system = next((each for each in (apple, windows) if name in each.FIXTURES), None)
    if system:
        checked = compared(path, facts, system.printed(path))
        machine = next(value for key, value in system.MACHINES.items() if is_for(command, key))
    else:
        checked = compared(path, facts, printed(path, facts))
        machine = next((MACHINES[each] for each in MACHINES if f"-{each}" in name), "x86_64")
    words = [[*command, *([source] if source else [])], *(then[0] if then else [])]
    shown = "; ".join(" ".join(each) for each in words)
    return {"file": name, "machine": machine, "command": shown, "facts": facts, "confirmed": checked}


def is_for(command, machine):
    """Whether a command is for a machine: the first part of clang's target."""
    return command[0] == machine or any(each.startswith(f"--target={machine}-") for each in command)


def compared(path, facts, prints):
    """Compares what other tools print with the facts that they can print; the names of those."""
    both = sorted(name for name in set(facts) & set(prints) if prints[name] is not None)
    for name in both:
        if facts[name] == PRINTED:
            facts[name] = prints[name]
        if isinstance(facts[name], dict):
            prints[name] = {kind: prints[name][kind] for kind in facts[name]}
            for kind, value in facts[name].items():
                facts[name][kind] = prints[name][kind] if value == PRINTED else value
        if facts[name] != prints[name]:
            raise SystemExit(f"{path.name}: {name} should be {facts[name]}, and is {prints[name]}")
    return both


def main():
    words = sys.argv[1:]
    makes = "--facts" not in words
    every = [*FIXTURES, *languages.FIXTURES]
    names = [word for word in words if word != "--facts"] or every
    TARGET.mkdir(parents=True, exist_ok=True)
    table = TARGET / "fixtures.json"
    rows = {row["file"]: row for row in json.loads(table.read_text())} if table.exists() else {}
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for part in (apple, windows, languages):
            part.prepare(folder)
        for name in names:
            path = folder / name if makes else TARGET / name
            if name in languages.FIXTURES:
                rows[name] = languages.make(name, folder) if makes else rows[name]
            else:
                if makes:
                    make(name, folder)
                rows[name] = row(name, path)
            if path.stat().st_size > LARGEST:
                raise SystemExit(f"{name} takes {path.stat().st_size} bytes, more than {LARGEST}")
            if makes:
                shutil.copy(path, TARGET / name)
    kept = [rows[name] for name in every if name in rows]
    table.write_text(json.dumps(kept, indent=1) + "\n")
    print(f"{len(names)} files, {sum((TARGET / each['file']).stat().st_size for each in kept)} bytes in all")


main()
