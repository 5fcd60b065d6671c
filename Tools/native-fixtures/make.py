#!/usr/bin/env python3
"""Makes the small native files of the tests, with known flags, and writes down what is known of them.

    Tools/native-fixtures/make.py [NAME…]

Each row of FIXTURES says how a file is made and which facts follow from that: from the flags, as the
compiler's and linker's manuals define them. `languages.py` has the rows of languages and carried code.
A fact that `readelf` or `objdump` can print is checked against their output here, before it is written
down; nothing here asks this project's own code.
Needs gcc, clang with lld, rustc, swiftc and binutils; the files are committed, so tests need none of them.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import languages

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE / "sources"
TARGET = HERE.parents[1] / "Tests" / "NativeInspectionTests" / "Fixtures"
LARGEST = 64 * 1024

GCC = ["gcc", "-O2", "-shared", "-fPIC", "-fcf-protection=none", "-fno-stack-protector", "-fno-stack-clash-protection",
       "-U_FORTIFY_SOURCE", "-Wl,--build-id=none", "-s"]
BARE = ["-nostdlib"]
CLANG = ["clang", "-O2", "-shared", "-fPIC", "-fuse-ld=lld", "-nostdlib", "-fno-stack-protector",
         "-Wl,--build-id=none", "-Wl,-s"]
PROGRAM = ["gcc", "-O2", "-nostdlib", "-fcf-protection=none", "-fno-stack-protector", "-Wl,--build-id=none", "-s"]
PE = ["clang", "--target=x86_64-pc-windows-msvc", "-O2", "-fuse-ld=lld", "-nostdlib", "-shared",
      "-fno-stack-protector", "-Wl,-noentry", "-Wl,-export:cheeseboard_answer", "-Wl,-Brepro"]


def on(machine):
    return ["clang", f"--target={machine}-linux-gnu", "-O2", "-shared", "-fPIC", "-fuse-ld=lld",
            "-nostdlib", "-fno-stack-protector", "-Wl,--build-id=none", "-Wl,-s"]


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
    "library-by-lld.so": (CLANG, "module.c", {"pie": "dso", "relro": "now-irrelevant"}),
    # where libraries are looked for
    "rpath-origin.so": (GCC + BARE + ["-Wl,--disable-new-dtags", "-Wl,-rpath,$ORIGIN/../x.libs"], "module.c", {
        "rpath": ["$ORIGIN/../x.libs"], "runpath": "absent"}),
    "runpath-absolute.so": (GCC + BARE + ["-Wl,--enable-new-dtags", "-Wl,-rpath,/tmp/build:lib"], "module.c", {
        "runpath": ["/tmp/build", "lib"], "rpath": "absent"}),
    # code
    "canary.so": (GCC + ["-fstack-protector-strong"], "arrays.c", {"canary": "present"}),
    "canary-none.so": (GCC, "arrays.c", {"canary": "absent-or-undecidable"}),
    "canary-leaf.so": (GCC + BARE + ["-fstack-protector-strong"], "module.c", {"canary": "undecidable"}),
    "canary-clang.so": (CLANG + ["-fstack-protector-strong"], "arrays.c", {"canary": "present"}),
    "fortify-none.so": (GCC, "strings.c", {
        "fortify": {"fortified": [], "unfortified": ["snprintf", "sprintf", "stpcpy"]}}),
    "fortify-2.so": (GCC + ["-D_FORTIFY_SOURCE=2"], "strings.c", {
        "fortify": {"fortified": ["__memcpy_chk", "__sprintf_chk", "__stpcpy_chk"], "unfortified": ["snprintf"]}}),
    "fortify-3.so": (GCC + ["-D_FORTIFY_SOURCE=3"], "strings.c", {
        "fortify": {"fortified": ["__memcpy_chk", "__sprintf_chk", "__stpcpy_chk"], "unfortified": ["snprintf"]}}),
    "stack-clash-gcc.so": (GCC + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-clang.so": (CLANG + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-aarch64.so": (on("aarch64") + ["-fstack-clash-protection"], "frame.c", {"stack_clash": "present"}),
    "stack-clash-none.so": (GCC, "frame.c", {"stack_clash": "undecidable"}),
    "cet-enforceable.so": (GCC + BARE + ["-fcf-protection=full"], "indirect.c", {
        "cet_ibt": "present", "cet_shstk": "present"}),
    "cet-cleared-by-crt.so": (GCC + ["-fcf-protection=full"], "indirect.c", {
        "cet_ibt": "absent", "cet_shstk": "absent"}),
    "bti-pac-aarch64.so": (on("aarch64") + ["-mbranch-protection=standard"], "indirect.c", {
        "bti": "present", "pac": "present"}),
    "bti-none-aarch64.so": (on("aarch64") + ["-mbranch-protection=none"], "indirect.c", {
        "bti": "absent", "pac": "absent"}),
    "shadow-call-stack-aarch64.so": (
        on("aarch64") + ["-fsanitize=shadow-call-stack", "-ffixed-x18"], "arrays.c", {"shadow_call_stack": "present"}),
    "cfi-cross-dso.so": (
        ["clang", "-O1", "-shared", "-fPIC", "-fuse-ld=lld", "-nostdlib", "-flto", "-fsanitize=cfi-icall",
         "-fsanitize-cfi-cross-dso", "-fvisibility=default", "-Wl,--build-id=none"], "indirect.c", {"cfi": "present"}),
    "cfi-hidden.so": (CLANG + ["-flto", "-fsanitize=cfi-icall", "-fvisibility=hidden"], "indirect.c", {"cfi": "undecidable"}),
    "safestack.so": (CLANG + ["-fsanitize=safe-stack"], "arrays.c", {"safestack": "present"}),
    "sanitizer.so": (CLANG + ["-fsanitize=address", "-shared-libsan"], "arrays.c", {"sanitizers": "present"}),
    "assertions.so": (["g++"] + GCC[1:] + ["-D_GLIBCXX_ASSERTIONS"], "vector.cpp", {"library_assertions": "present"}),
    "misleading-names.so": (GCC[:-1] + BARE, "names.c", {
        "cfi": "absent-or-undecidable", "fortify": {"fortified": []}, "stripped": "absent"}),
    "debug.so": (GCC[:-1] + BARE + ["-g", f"-ffile-prefix-map={SOURCES}=/cheese"], "module.c", {"debug_info": "present", "stripped": "absent"}),
    # machines
    "machine-i686.so": (on("i686"), "module.c", {}),
    "machine-aarch64.so": (on("aarch64"), "module.c", {}),
    "machine-armv7l.so": (on("armv7l"), "module.c", {}),
    "machine-ppc64le.so": (on("powerpc64le"), "module.c", {}),
    "machine-s390x.so": (on("s390x"), "module.c", {}),
    "machine-riscv64.so": (on("riscv64"), "module.c", {}),
    # labels
    "abi3-newer.abi3.so": (GCC + BARE, "stable.c", {}),
    "abi3-own-exports.abi3.so": (GCC + BARE, "exports.c", {}),
    "glibc-2.34.so": (GCC, "threads.c", {}),
    # Windows
    "hardened.dll": (PE + ["-Wl,-dynamicbase", "-Wl,-nxcompat", "-Wl,-highentropyva", "-Wl,-cetcompat"], "module.c", {
        "aslr": "present", "nx_compat": "present", "high_entropy_va": "present", "cet_compat": "present",
        "guard_cf": "absent", "authenticode": "absent", "wx_segments": "absent"}),
    "unprotected.dll": (PE + ["-Wl,-dynamicbase:no", "-Wl,-nxcompat:no", "-Wl,-highentropyva:no"], "module.c", {
        "aslr": "absent", "nx_compat": "absent", "high_entropy_va": "absent", "cet_compat": "absent"}),
}

MACHINES = {"i686": "i686", "aarch64": "aarch64", "armv7l": "armv7l", "ppc64le": "ppc64le", "s390x": "s390x", "riscv64": "riscv64"}


def make(name, folder):
    if name in languages.FIXTURES:
        return languages.make(name, folder)
    command, source, facts = FIXTURES[name]
    path = folder / name
    words = [*command, str(SOURCES / source), "-o", str(path)]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{name}: {' '.join(words)}\n{done.stderr}")
    checked = (confirm_pe if name.endswith(".dll") else confirm_elf)(path, facts)
    machine = next((MACHINES[each] for each in MACHINES if f"-{each}" in name), None)
    if machine is None:
        machine = "win_amd64" if name.endswith(".dll") else "x86_64"
    return {"file": name, "machine": machine, "command": " ".join([*command, source]).replace(str(SOURCES), "{sources}"), "facts": facts, "confirmed": checked}


def tool(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def confirm_elf(path, facts):
    """Compares what readelf prints with the facts that it can print; the names of those."""
    headers, dynamic = tool("readelf", "-lW", path), tool("readelf", "-dW", path)
    stack = re.search(r"GNU_STACK.* (R\S*) +0x\w+$", headers, re.M)
    flags = " ".join(re.findall(r"\((?:FLAGS|FLAGS_1|BIND_NOW)\)\s*(.*)", dynamic))
    now = "NOW" in flags or "(BIND_NOW)" in dynamic
    notes = tool("readelf", "-nW", path)
    symbols = tool("readelf", "--dyn-syms", "-W", path)
    imports = [name.split("@")[0] for name in re.findall(r" UND (\S+)", symbols)]
    prints = {
        "relro": ("full" if now else "partial" if "(JMPREL)" in dynamic else "now-irrelevant")
        if "GNU_RELRO" in headers else "none",
        "bind_now": "present" if now else "absent",
        "nx_stack": "unmarked" if not stack else "absent" if "E" in stack.group(1) else "present",
        "wx_segments": "present" if re.search(r"LOAD.*\bRWE\b", headers) else "absent",
        "textrel": "present" if "TEXTREL" in dynamic else "absent",
        "cet_ibt": "present" if "IBT" in notes else "absent",
        "cet_shstk": "present" if "SHSTK" in notes else "absent",
        "bti": "present" if "BTI" in notes else "absent",
        "pac": "present" if "PAC" in notes else "absent",
        "rpath": paths(dynamic, "RPATH"),
        "runpath": paths(dynamic, "RUNPATH"),
        "canary": "present" if "__stack_chk_fail" in imports else facts.get("canary"),
        "fortify": {
            "fortified": sorted(each for each in imports if each.endswith("_chk")),
            "unfortified": sorted(set(imports) & {"memcpy", "snprintf", "sprintf", "stpcpy", "strcpy"})},
        "stripped": "absent" if ".symtab" in tool("readelf", "-SW", path) else "present",
        "debug_info": "present" if ".debug_info" in tool("readelf", "-SW", path) else "absent",
    }
    return compared(path, facts, prints)


def paths(dynamic, tag):
    found = re.search(rf"\({tag}\).*?\[(.*)\]", dynamic)
    return found.group(1).split(":") if found else "absent"


def confirm_pe(path, facts):
    text = tool("objdump", "-p", path)
    flags = int(re.search(r"DllCharacteristics\s+([0-9a-f]+)", text).group(1), 16)
    prints = {
        "aslr": "present" if flags & 0x40 else "absent",
        "high_entropy_va": "present" if flags & 0x20 else "absent",
        "nx_compat": "present" if flags & 0x100 else "absent",
        "guard_cf": "present" if flags & 0x4000 else "absent",
    }
    return compared(path, facts, prints)


def compared(path, facts, prints):
    both = sorted(set(facts) & set(prints))
    for name in both:
        if isinstance(facts[name], dict):
            prints[name] = {kind: prints[name][kind] for kind in facts[name]}
        if facts[name] != prints[name]:
            raise SystemExit(f"{path.name}: {name} should be {facts[name]}, and is {prints[name]}")
    return both


def main():
    every = [*FIXTURES, *languages.FIXTURES]
    names = sys.argv[1:] or every
    TARGET.mkdir(parents=True, exist_ok=True)
    table = TARGET / "fixtures.json"
    rows = {row["file"]: row for row in json.loads(table.read_text())} if table.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            rows[name] = make(name, pathlib.Path(folder))
            made = pathlib.Path(folder) / name
            if made.stat().st_size > LARGEST:
                raise SystemExit(f"{name} takes {made.stat().st_size} bytes, more than {LARGEST}")
            shutil.copy(made, TARGET / name)
    kept = [rows[name] for name in every if name in rows]
    table.write_text(json.dumps(kept, indent=1) + "\n")
    print(f"{len(names)} files made, {sum((TARGET / row['file']).stat().st_size for row in kept)} bytes in all")


main()
