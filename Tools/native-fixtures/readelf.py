"""What binutils (and, for instructions, LLVM) print of an ELF file, in the words of this project's facts."""

import re
import subprocess


def tool(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def printed(path, facts):
    """The facts that tools print, without those that they cannot settle."""
    headers, dynamic = tool("readelf", "-lW", path), tool("readelf", "-dW", path)
    stack = re.search(r"GNU_STACK.* (R\S*) +(?:0x)?\w+$", headers, re.M)
    flags = " ".join(re.findall(r"\((?:FLAGS|FLAGS_1|BIND_NOW)\)\s*(.*)", dynamic))
    now = "NOW" in flags or "(BIND_NOW)" in dynamic
    notes, sections = tool("readelf", "-nW", path), tool("readelf", "-SW", path)
    # The dynamic symbols once by the hash table (-D) and once by the section headers, which may be missing.
    listed = tool("readelf", "-DsW", path) + tool("readelf", "--dyn-syms", "-W", path)
    imports = sorted({name.split("@")[0] for name in re.findall(r" UND (\S+)", listed)})
    names = " ".join(imports) + tool("readelf", "-sW", path)
    code = tool("llvm-objdump", "-d", "--no-show-raw-insn", path)
    marks = len(re.findall(r"\b(?:endbr64|endbr32|bti\s|paciasp|hint\s+#(?:25|34|36|38)\b)", code))
    program = "EXEC" in tool("readelf", "-hW", path).split("Type:")[1].split("\n")[0]
    features = " ".join(re.findall(r"feature: (.*)", notes))
    level = re.search(r"x86 ISA needed: x86-64-(\w+)", notes)
    prints = {
        "relro": ("full" if now else "partial" if "(JMPREL)" in dynamic else "now-irrelevant")
        if "GNU_RELRO" in headers else "none",
        "bind_now": "present" if now else "absent",
        "nx_stack": "unmarked" if not stack else "absent" if "E" in stack.group(1) else "present",
        "wx_segments": "present" if re.search(r"LOAD.*\bRWE\b", headers) else "absent",
        "textrel": "present" if "TEXTREL" in dynamic else "absent",
        "pie": "no-pie" if program else "dso" if not re.search(r"\bPIE\b", flags)
        else "pie" if "INTERP" in headers else "static-pie",
        "no_dlopen": "present" if "NOOPEN" in flags else None,
        "cet_ibt": "present" if "IBT" in features else "absent",
        "cet_shstk": "present" if "SHSTK" in features else "absent",
        "gcs": "present" if re.search(r"GCS|<unknown: 4>", features) else "absent",
        "x86_isa_level": level.group(1) if level else "absent",
        "branch_marks": "absent" if marks == 0 else "present" if marks >= 8 else None,
        "rpath": paths(dynamic, "RPATH"),
        "runpath": paths(dynamic, "RUNPATH"),
        "needed": re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic),
        "version_needs": re.findall(r"0x\w+:   Name: (\S+)  Flags", tool("readelf", "-VW", path)),
        "canary": "present" if re.search(r"\b__stack_chk_(fail|guard)\b", names) or "%fs:0x28" in code else None,
        "cfi": "present" if re.search(r"\.cfi(_jt)?$|\b__cfi_", names, re.M) else None,
        "safestack": "present" if "__safestack_unsafe_stack_ptr" in imports else "absent",
        "sanitizers": sanitizers(imports, facts.get("sanitizers")),
        "library_assertions": "present" if "_ZSt21__glibcxx_assert_fail" in names else None,
        "fortify": fortify(imports, facts.get("fortify")),
        "stripped": "absent" if ".symtab" in sections else "present",
        "debug_info": debug(path, sections, facts.get("debug_info")),
        "build_id": found(r"Build ID: (\w+)", notes),
        "package_note": found(r"Packaging Metadata: (.*)", notes),
        "toolchain": re.findall(r"\]  (.*)", tool("readelf", "-p", ".comment", path)) if ".comment" in sections else [],
    }
    if not program and facts.get("bti") != "undecidable" and ".note.gnu.property" in sections:
        loaded = re.search(r"\.note\.gnu\.property +NOTE +\S+ \S+ \S+ \S+ +A", sections)
        prints["bti"] = "present" if loaded and "BTI" in features else "absent"
        prints["pac"] = "present" if loaded and "PAC" in features else "absent"
    # What makes no sense for the machine or the kind of file is no question for these tools.
    return {
        name: value for name, value in prints.items() if value is not None and facts.get(name) != "not-applicable"}


def fortify(imports, wanted):
    names = {
        "fortified": [each for each in imports if each.endswith("_chk")],
        "unfortified": sorted(set(imports) & {"memcpy", "snprintf", "sprintf", "stpcpy", "strcpy"})}
    return names if isinstance(wanted, dict) else None


def sanitizers(imports, wanted):
    found = sorted({each.split("_")[2] for each in imports if re.match(r"__(a|t|m|ub)san_", each)})
    return {"sanitizers": found} if isinstance(wanted, dict) else "present" if found else "absent"


def debug(path, sections, wanted):
    if isinstance(wanted, dict):
        text = tool("readelf", "--debug-dump=links", path)
        return {"debuglink": re.findall(r"Separate debug info file: (\S+)", text),
                "debuglink_crc32": re.findall(r"CRC value: (0x\w+)", text)}
    return "present" if re.search(r"\.z?debug_info", sections) else "absent"


def found(pattern, text):
    match = re.search(pattern, text)
    return match.group(1) if match else "absent"


def paths(dynamic, tag):
    match = re.search(rf"\({tag}\).*?\[(.*)\]", dynamic)
    return match.group(1).split(":") if match else "absent"
