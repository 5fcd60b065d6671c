"""The Mach-O fixtures: by clang and the lld that comes with rustc, since those of Linux link nothing for Apple.

What follows from the flags is what `man ld` of Apple says of the option of the same name; what llvm-objdump and llvm-nm
print of the file has to agree. A signature is lld's own (`linker-signed`): Apple's linker signs for arm64 in the same way.
"""

import re
import subprocess


def on(target, *options):
    return ["clang", f"--target={target}", "-mlinker-version=711", "-O2", "-nostdlib", "-fuse-ld=lld",
            "-fno-stack-protector", *options]


INTEL = on("x86_64-apple-macos11", "-bundle", "-Wl,-undefined,dynamic_lookup")
ARM = on("arm64-apple-macos11", "-bundle")
PROGRAM = on("x86_64-apple-macos11", "-Wl,-e,__start")
LIBRARIES = ["-Wl,-install_name,@rpath/libcheese.dylib", "-Wl,-rpath,@loader_path/.dylibs", "-Wl,-rpath,/opt/homebrew/lib"]

# name: (command, source, facts). Facts not named are not known from the flags.
FIXTURES = {
    "plain-macos.so": (INTEL, "module.c", {
        "pie": "dso", "wx_segments": "absent", "data_const": "absent", "chained_fixups": "absent", "code_signature": "absent",
        "hardened_runtime": "not-applicable", "pac": "not-applicable", "arc": "absent", "arc4random": "absent",
        "min_os": "macos 11.0", "stripped": "present", "relro": "not-applicable", "allow_stack_execution": "absent"}),
    "program-pie-macos": (PROGRAM + ["-Wl,-pie"], "program.c", {
        "pie": "pie", "allow_stack_execution": "absent", "no_heap_execution": "absent"}),
    "program-fixed-macos": (PROGRAM + ["-Wl,-no_pie"], "program.c", {"pie": "no-pie"}),
    "writable-code-macos.so": (INTEL + ["-Wl,-segprot,__TEXT,rwx,rwx"], "module.c", {"wx_segments": "present"}),
    # imports carry one underscore more than in other formats
    "canary-macos.so": (INTEL + ["-fstack-protector-strong"], "arrays.c", {"canary": "present"}),
    "canary-none-macos.so": (INTEL, "arrays.c", {"canary": "absent-or-undecidable"}),
    "canary-leaf-macos.so": (INTEL + ["-fstack-protector-strong"], "module.c", {"canary": "undecidable"}),
    "fortify-macos.so": (INTEL + ["-DCHECKED"], "checked-copies.c", {
        "fortify": {"fortified": ["__memcpy_chk", "__snprintf_chk", "__strcpy_chk"], "unfortified": []}}),
    "fortify-none-macos.so": (INTEL, "checked-copies.c", {
        "fortify": {"fortified": [], "unfortified": ["memcpy", "snprintf", "strcpy"]}}),
    "misleading-names-macos.so": (INTEL, "names.c", {"fortify": {"fortified": [], "unfortified": []}}),
    "capabilities-macos.so": (INTEL, "capabilities.c", {"arc": "present", "arc4random": "present"}),
    # what becomes of tables of addresses
    "chained-macos.so": (
        on("x86_64-apple-macos13", "-bundle", "-Wl,-undefined,dynamic_lookup", "-Wl,-fixup_chains"), "arrays.c", {
            "chained_fixups": "present", "data_const": "present", "min_os": "macos 13.0"}),
    "lazy-macos.so": (INTEL + ["-Wl,-no_fixup_chains", "-Wl,-no_data_const"], "arrays.c", {
        "chained_fixups": "absent", "data_const": "absent", "min_os": "macos 11.0"}),
    # signatures
    "signed-arm64-macos.so": (ARM, "module.c", {"code_signature": "linker-signed", "pac": "not-applicable"}),
    "unsigned-arm64-macos.so": (ARM + ["-Wl,-no_adhoc_codesign"], "module.c", {"code_signature": "absent"}),
    "signed-program-macos": (PROGRAM + ["-Wl,-adhoc_codesign"], "program.c", {
        "code_signature": "linker-signed", "hardened_runtime": "absent"}),
    "arm64e-macos.o": (on("arm64e-apple-macos11", "-c"), "module.c", {"pac": "present", "wx_segments": "not-applicable"}),
    # systems and libraries
    "version-min-macos.so": (on("x86_64-apple-macos10.9", "-bundle"), "module.c", {"min_os": "macos 10.9"}),
    "device-ios.so": (on("arm64-apple-ios13", "-bundle"), "module.c", {"min_os": "ios 13.0"}),
    "libraries-macos.dylib": (
        on("x86_64-apple-macos11", "-dynamiclib", *LIBRARIES, "-Wl,-needed_library,system.tbd",
           "-Wl,-weak_library,homebrew.tbd", "-Wl,-reexport_library,beside.tbd"), "module.c", {
            "needed": ["/usr/lib/libSystem.B.dylib", "/opt/homebrew/lib/libcream.dylib", "@loader_path/.dylibs/libmilk.dylib"],
            "rpath": ["@loader_path/.dylibs", "/opt/homebrew/lib"], "soname": "@rpath/libcheese.dylib"}),
    # the facts are those of the first slice
    "universal-macos.so": (["llvm-lipo-14", "-create", "writable-code-macos.so", "signed-arm64-macos.so"], "", {
        "wx_segments": "present", "code_signature": "absent"}),
}

MACHINES = {"arm64": "arm64", "arm64e": "arm64", "x86_64": "x86_64", "llvm-lipo-14": "x86_64"}
STUBS = {
    "system": "/usr/lib/libSystem.B.dylib", "homebrew": "/opt/homebrew/lib/libcream.dylib",
    "beside": "@loader_path/.dylibs/libmilk.dylib"}


def prepare(folder):
    """Writes the stubs of libraries that fixtures are linked to."""
    for stub, name in STUBS.items():
        (folder / f"{stub}.tbd").write_text(
            f"--- !tapi-tbd\ntbd-version: 4\ntargets: [ x86_64-macos ]\ninstall-name: '{name}'\n...\n")


def linker():
    """The option that has clang take rustc's lld."""
    root = run(None, "rustc", "--print", "sysroot").strip()
    machine = re.search(r"^host: (.*)$", run(None, "rustc", "-vV"), re.M).group(1)
    return f"-B{root}/lib/rustlib/{machine}/bin/gcc-ld"


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout


def printed(path):
    """What llvm-objdump and llvm-nm print of the facts that they can print, of the first slice."""
    machine = "--arch=x86_64" if path.name.startswith("universal") else None
    words = [each for each in ("llvm-objdump", "--macho", machine, "--private-headers", path.name) if each]
    text = run(path.parent, *words)
    imports = [each.split()[-1] for each in run(path.parent, "llvm-nm", "-u", path.name).splitlines() if each]
    imports = [each.removeprefix("_") for each in imports]
    # Capability bits, number of commands, size and flags end the line behind the file type.
    kind = re.search(r"^ *MH_MAGIC_64 .*?(EXECUTE|BUNDLE|DYLIB|OBJECT)\s+\d+\s+\d+(.*)$", text, re.M)
    segments = {
        name: (access, flags) for name, access, flags in
        re.findall(r"segname (\S+)\n(?:.*\n){5} *initprot (\S+)\n.*\n *flags (.*)", text)}
    is_program, is_object = kind.group(1) == "EXECUTE", kind.group(1) == "OBJECT"
    names = re.findall(r"cmd (LC_LOAD_\S*DYLIB|LC_REEXPORT_DYLIB)\n.*\n +name (\S+)", text)
    system = re.search(r"platform (\S+)\n.*\n? *minos (\S+)", text)
    older = re.search(r"LC_VERSION_MIN_MACOSX\n.*\n +version (\S+)", text)
    identity = re.search(r"cmd LC_ID_DYLIB\n.*\n +name (\S+)", text)

    def word(holds):
        return "present" if holds else "absent"

    return {
        "pie": ("pie" if "PIE" in kind.group(2).split() else "no-pie") if is_program else "dso",
        "wx_segments": "not-applicable" if is_object else word(any(each[0] == "rwx" for each in segments.values())),
        "data_const": word("0x00000010" in segments.get("__DATA_CONST", ("", ""))[1]),
        "chained_fixups": word("LC_DYLD_CHAINED_FIXUPS" in text),
        "code_signature": "linker-signed" if "LC_CODE_SIGNATURE" in text else "absent",
        "canary": "present" if "__stack_chk_fail" in imports else None,
        "fortify": {
            "fortified": sorted(each for each in imports if each.endswith("_chk")),
            "unfortified": sorted(set(imports) & {"memcpy", "snprintf", "strcpy"})},
        "arc": word("objc_release" in imports),
        "arc4random": word(any(each.startswith("arc4random") for each in imports)),
        "pac": "present" if " E " in kind.group(0) else "not-applicable",
        "needed": [each[1] for each in names],
        "rpath": re.findall(r"cmd LC_RPATH\n.*\n +path (\S+)", text),
        "soname": identity and identity.group(1),
        "min_os": f"{system.group(1)} {system.group(2)}" if system else older and f"macos {older.group(1)}",
    }
