"""The Windows fixtures: PE files by clang and lld-link, one of them signed by osslsigncode.

What follows from the flags is what Microsoft's manual of the linker says of the option of the same name; what
llvm-readobj and objdump print of the file has to agree.
"""

import re
import subprocess


def on(machine):
    return ["clang", f"--target={machine}-pc-windows-msvc", "-O2", "-fuse-ld=lld", "-nostdlib", "-shared",
            "-fno-stack-protector", "-Wl,-noentry", "-Wl,-export:cheeseboard_answer", "-Wl,-Brepro"]


PE = on("x86_64")
GUARD = ["-Xclang", "-cfguard", "-Wl,-guard:cf"]
NARROW = on("i686")

# Libraries that a fixture imports from: what each has.
LIBRARIES = {"vcruntime140": ["memset"], "python3": ["PyLong_FromLong"], "python312_d": ["PyLong_FromLong"]}

# name: (command, source, facts). Facts not named are not known from the flags.
FIXTURES = {
    "hardened.dll": (PE + ["-Wl,-dynamicbase", "-Wl,-nxcompat", "-Wl,-highentropyva", "-Wl,-cetcompat"], "module.c", {
        "aslr": "present", "nx_compat": "present", "high_entropy_va": "present", "cet_compat": "present",
        "guard_cf": "absent", "authenticode": "absent", "wx_segments": "absent", "security_cookie": "absent",
        "safe_seh": "not-applicable", "debug_path": "absent"}),
    "unprotected.dll": (PE + ["-Wl,-dynamicbase:no", "-Wl,-nxcompat:no", "-Wl,-highentropyva:no"], "module.c", {
        "aslr": "absent", "nx_compat": "absent", "high_entropy_va": "absent", "cet_compat": "absent"}),
    # /FIXED takes the relocations away, without which no address can be chosen
    "fixed.dll": (PE + ["-Wl,-fixed"], "module.c", {"aslr": "absent", "high_entropy_va": "absent", "nx_compat": "present"}),
    "hardened-win32.dll": (NARROW + ["-Wl,-dynamicbase", "-Wl,-nxcompat", "-Wl,-cetcompat", "-Wl,-safeseh"], "handler.c", {
        "aslr": "present", "nx_compat": "present", "high_entropy_va": "not-applicable", "cet_compat": "present",
        "safe_seh": "present", "security_cookie": "present"}),
    "unprotected-win32.dll": (
        NARROW + ["-Wl,-dynamicbase:no", "-Wl,-nxcompat:no", "-Wl,-safeseh:no"], "handler.c", {
            "aslr": "absent", "nx_compat": "absent", "high_entropy_va": "not-applicable", "cet_compat": "absent",
            "safe_seh": "absent", "security_cookie": "present"}),
    "no-handlers-win32.dll": (NARROW + ["-Wl,-safeseh:no", "-Wl,-noseh"], "module.c", {
        "safe_seh": "present", "security_cookie": "absent"}),
    "hardened-arm64.dll": (on("aarch64") + ["-Wl,-dynamicbase", "-Wl,-nxcompat", "-Wl,-highentropyva"], "module.c", {
        "aslr": "present", "nx_compat": "present", "high_entropy_va": "present", "safe_seh": "not-applicable",
        "cet_compat": "not-applicable"}),
    "writable-code.dll": (PE + ["-Xlinker", "-section:.text,erw"], "module.c", {"wx_segments": "present"}),
    # control flow guard takes three marks together, and no other guard speaks for the shadow stack
    "cfg.dll": (PE + GUARD, "guarded-calls.c", {"guard_cf": "present", "guard_extras": ["longjmp"], "cet_compat": "absent"}),
    "cfg-of-runtime.dll": (PE + ["-DGUARD_FLAGS=0x100"], "guarded-calls.c", {
        "guard_cf": "absent", "guard_extras": "absent", "security_cookie": "present"}),
    "cfg-without-table.dll": (PE + GUARD + ["-DGUARD_FLAGS=0x100"], "guarded-calls.c", {
        "guard_cf": "absent", "guard_extras": "absent"}),
    "cfg-further-guards.dll": (PE + GUARD + ["-DGUARD_FLAGS=0x1901500"], "guarded-calls.c", {
        "guard_cf": "present", "guard_extras": ["xfg", "retpoline", "castguard", "delayload-iat"]}),
    "ehcont.dll": (PE + ["-Xclang", "-cfguard", "-Xclang", "-ehcontguard", "-Wl,-guard:ehcont"], "guarded-calls.c", {
        "guard_cf": "present", "guard_extras": ["ehcont"], "cet_compat": "absent"}),
    "cookie-unused.dll": (PE + ["-DGUARD_FLAGS=0x900"], "guarded-calls.c", {"security_cookie": "absent"}),
    # the runtime's cookie is there with and without functions that check it
    "cookie-checked.dll": (PE + ["-fstack-protector-strong", "vcruntime140.lib"], "cookie.c", {
        "canary": "present", "security_cookie": "present", "needed": ["VCRUNTIME140.dll"]}),
    "cookie-alone.dll": (PE + ["vcruntime140.lib"], "cookie.c", {
        "canary": "undecidable", "security_cookie": "present", "needed": ["VCRUNTIME140.dll"]}),
    "stable-abi.dll": (PE + ["python3.lib"], "python-function.c", {"needed": ["python3.dll"]}),
    "debug-python.dll": (PE + ["python312_d.lib"], "python-function.c", {"needed": ["python312_d.dll"]}),
    "debug-path.dll": (PE + ["-g", "-gcodeview", "-Wl,-debug", "-Xlinker", r"-pdbaltpath:D:\a\cheese\module.pdb"], "module.c", {
        "debug_path": r"D:\a\cheese\module.pdb", "debug_info": "absent"}),
    "signed.dll": (PE, "module.c", {"authenticode": "present"}),
}

MACHINES = {"aarch64": "win_arm64", "i686": "win32", "x86_64": "win_amd64"}


def prepare(folder):
    """Makes the import libraries that fixtures are linked to."""
    for library, names in LIBRARIES.items():
        definition = folder / f"{library}.def"
        file = library.upper() if library.startswith("vc") else library
        definition.write_text("\n".join([f"LIBRARY {file}.dll", "EXPORTS", *names, ""]))
        run(folder, "llvm-dlltool", "-m", "i386:x86-64", "-d", definition.name, "-l", f"{library}.lib")


def finish(name, folder):
    """Signs what is to be signed, with a certificate that nobody vouches for."""
    if name != "signed.dll":
        return
    run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "certificate.pem",
        "-subj", "/CN=cheeseboard fixture", "-days", "1")
    run(folder, "osslsigncode", "sign", "-certs", "certificate.pem", "-key", "key.pem", "-h", "sha256", "-in", name, "-out",
        "signed")
    (folder / "signed").replace(folder / name)


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout


def printed(path):
    """What llvm-readobj and objdump print of the facts that they can print."""
    folder = path.parent
    text = run(folder, "llvm-readobj", "--file-headers", "--sections", "--coff-load-config", "--coff-debug-directory",
               "--coff-imports", path.name)
    headers = run(folder, "objdump", "-h", "-p", path.name) if "AArch64" not in text and "ARM64" not in text else ""

    def number(field):
        found = re.search(rf"^ *{field}: (0x[0-9A-F]+|\d+)", text, re.M)
        return int(found.group(1), 0) if found else 0

    def word(holds):
        return "present" if holds else "absent"

    is_wide = "AddressSize: 64bit" in text
    is_i386 = "Arch: i386" in text
    is_movable = "IMAGE_DLL_CHARACTERISTICS_DYNAMIC_BASE" in text and "IMAGE_FILE_RELOCS_STRIPPED" not in text
    guard = number("GuardFlags")
    extras = [(0x800000, "xfg"), (0x400000, "ehcont"), (0x100000, "retpoline"), (0x1000000, "castguard"),
              (0x1000, "delayload-iat"), (0x10000, "longjmp")]
    sections = re.findall(r"Characteristics \[ \(0x([0-9A-F]+)\)", text)
    pdb = re.search(r"PDBFileName: (.*)", text)
    facts = {
        "aslr": word(is_movable),
        "high_entropy_va": word(is_movable and "HIGH_ENTROPY_VA" in text) if is_wide else "not-applicable",
        "nx_compat": word("IMAGE_DLL_CHARACTERISTICS_NX_COMPAT" in text),
        "guard_cf": word("GUARD_CF" in text and guard & 0x500 == 0x500 and number("GuardCFFunctionCount")),
        "guard_extras": [name for bit, name in extras if guard & bit] or "absent",
        "security_cookie": word(number("SecurityCookie") and not guard & 0x800),
        "safe_seh": word("IMAGE_DLL_CHARACTERISTICS_NO_SEH" in text or number("SEHandlerCount"))
        if is_i386 else "not-applicable",
        "wx_segments": word(any(int(each, 16) & 0xA0000000 == 0xA0000000 for each in sections)),
        "needed": re.findall(r"^Import \{\n +Name: (.*)", text, re.M),
        "debug_path": pdb.group(1) if pdb else "absent",
    }
    if "arm64" not in path.name:
        facts["cet_compat"] = word("IMAGE_DLL_CHARACTERISTICS_EX_CET_COMPAT" in text)
    if headers and is_wide:
        code = run(folder, "objdump", "-d", "-M", "intel", path.name)
        checks = re.findall(r"xor +rcx,rsp\n.*call", code)
        facts["canary"] = "present" if len(checks) > 2 else None
    if headers:
        facts["authenticode"] = word(not re.search(r"Entry 4 0+ 0+ ", headers))
    return facts
