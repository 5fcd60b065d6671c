"""ELF files that other tools get wrong, each made with known flags; rows as those of make.py's FIXTURES.

A fourth part of a row is the commands that then change the file. In commands FILE is its name, FOLDER where it
is made, SOURCES where the sources are. PRINTED stands for what binutils prints of the file: a list of compilers,
of which every machine has other versions.
"""

from flags import BARE, CLANG, GCC, PROGRAM, RUST, on

PRINTED = "(as binutils prints it)"
STRONG = ["-fstack-protector-strong"]
UNSTRIPPED = GCC[:-1] + BARE
# The folders of the machine that made the file are no part of it.
DEBUG = ["-g", "-ffile-prefix-map=SOURCES=.", "-ffile-prefix-map=FOLDER=."]
LTO = ["clang", "-O1", "-shared", "-fPIC", "-fuse-ld=lld", "-nostdlib", "-Wl,--build-id=none"]
NO_HEADERS = CLANG + STRONG + ["-Wl,-z,nosectionheader"]
PACKAGE = '{"type":"deb","name":"cheeseboard"}'

ELF_TRAPS = {
    # DT_BIND_NOW, which linkers wrote before the flags
    "now-by-old-tag.so": (GCC + ["-Wl,-z,relro", "-Wl,-z,now", "-Wl,--disable-new-dtags"], "strings.c", {
        "relro": "full", "bind_now": "present"}),
    # gold and lld give libraries PT_PHDR, which one tool takes for a program's
    "library-by-gold.so": (GCC + BARE + ["-fuse-ld=gold"], "module.c", {"pie": "dso", "toolchain": PRINTED}),
    # canaries without an import, on other machines, and none where there is room for one
    "canary-static-pie": (PROGRAM + STRONG + ["-static-pie", "-fPIE"], "guarded.c", {
        "canary": "present", "pie": "static-pie"}),
    "canary-static": (PROGRAM + STRONG + ["-static", "-no-pie", "-fno-pie"], "guarded.c", {
        "canary": "present", "pie": "no-pie"}),
    "canary-own-weak.so": (GCC + BARE + STRONG, "own-guard.c", {"canary": "present"}),
    "canary-in-full-table-aarch64": (
        ["clang", "--target=aarch64-linux-gnu", "-O2", "-static", "-fuse-ld=lld", "-nostdlib",
         "-Wl,--build-id=none", *STRONG], "guarded.c", {"canary": "present", "stripped": "absent"}),
    "canary-large-frame.so": (GCC + BARE + STRONG, "frame.c", {"canary": "present", "stack_clash": "undecidable"}),
    "canary-large-frame-none.so": (GCC + BARE, "frame.c", {"canary": "absent", "stack_clash": "undecidable"}),
    **{f"canary-{machine}.so": (on(target) + STRONG, "arrays.c", {
        "canary": "present", "nx_stack": "present", "pie": "dso", "relro": "partial", "bind_now": "absent"})
       for machine, target in {
           "i686": "i686", "armv7l": "armv7l", "aarch64": "aarch64", "ppc64le": "powerpc64le", "s390x": "s390x",
           "riscv64": "riscv64"}.items()},
    # names in texts are no symbols
    "misleading-texts.so": (GCC + BARE, "texts.c", {
        "canary": "undecidable", "fortify": "undecidable", "sanitizers": "absent", "safestack": "absent",
        "cfi": "undecidable", "stack_clash": "undecidable", "library_assertions": "not-applicable"}),
    # fortification
    "fortify-print.so": (GCC + ["-D_FORTIFY_SOURCE=2"], "prints.c", {"fortify": "present"}),
    "fortify-print-none.so": (GCC, "prints.c", {"fortify": "absent"}),
    "fortify-unknown-sizes.so": (GCC + ["-D_FORTIFY_SOURCE=2"], "copies.c", {"fortify": "undecidable"}),
    "fortify-long-jump.so": (GCC + ["-D_FORTIFY_SOURCE=2"], "jump.c", {"fortify": "undecidable"}),
    # stack clash
    "stack-clash-rust.so": (RUST, "frame.rs", {
        "stack_clash": "present", "fortify": "not-applicable", "canary": "not-applicable"}),
    "stack-clash-none-aarch64.so": (on("aarch64"), "frame.c", {"stack_clash": "undecidable"}),
    # control flow
    "cet-instrumented-only.so": (GCC + ["-fcf-protection=full"], "handlers.c", {
        "cet_ibt": "absent", "cet_shstk": "absent", "branch_marks": "present"}),
    "cet-instrumented-none.so": (GCC + BARE, "handlers.c", {
        "cet_ibt": "absent", "cet_shstk": "absent", "branch_marks": "absent"}),
    "cet-branch.so": (GCC + BARE + ["-fcf-protection=branch"], "handlers.c", {
        "cet_ibt": "present", "cet_shstk": "absent", "branch_marks": "present"}),
    "cet-return.so": (GCC + BARE + ["-fcf-protection=return"], "handlers.c", {
        "cet_ibt": "absent", "cet_shstk": "present", "branch_marks": "absent"}),
    "cet-i686.so": (on("i686") + ["-fcf-protection=full"], "handlers.c", {
        "cet_ibt": "present", "cet_shstk": "present", "branch_marks": "present", "bti": "not-applicable"}),
    "bti-only-aarch64.so": (on("aarch64") + ["-mbranch-protection=bti"], "handlers.c", {
        "bti": "present", "pac": "absent", "gcs": "absent", "branch_marks": "present"}),
    "pac-only-aarch64.so": (on("aarch64") + ["-mbranch-protection=pac-ret"], "arrays.c", {
        "bti": "absent", "pac": "present", "gcs": "absent"}),
    "gcs-only-aarch64.so": (on("aarch64") + ["-mbranch-protection=gcs"], "handlers.c", {
        "bti": "absent", "pac": "absent", "gcs": "present", "branch_marks": "absent"}),
    # the linker claims it, and no instruction bears it out
    "bti-forced-aarch64.so": (on("aarch64") + ["-Wl,-z,force-bti"], "module.c", {
        "bti": "undecidable", "branch_marks": "absent"}),
    # the note stands in a section that nobody loads
    "bti-not-loaded-aarch64.so": (on("aarch64"), "handlers.c", {
        "bti": "absent", "pac": "absent", "branch_marks": "absent"},
        [["llvm-objcopy", "--add-section=.note.gnu.property=SOURCES/bti-pac.note", "FILE"]]),
    "level-v3.so": (GCC + BARE + ["-Wl,-z,x86-64-v3"], "module.c", {"x86_isa_level": "v3", "cet_ibt": "absent"}),
    "level-old-numbers.so": (GCC + BARE, "old-level.s", {
        "x86_isa_level": "absent", "cet_ibt": "absent", "bti": "not-applicable"}),
    # checks of calls
    "cfi-module.so": (LTO + ["-flto", "-fsanitize=cfi-icall", "-fvisibility=default"], "checked.c", {"cfi": "present"}),
    "cfi-module-stripped.so": (
        LTO + ["-flto", "-fsanitize=cfi-icall", "-fvisibility=hidden", "-Wl,-s"], "checked.c", {"cfi": "undecidable"}),
    "cfi-kernel.so": (LTO + ["-fsanitize=kcfi"], "indirect.c", {"cfi": "present"}),
    # runtimes and options
    "sanitizer-thread.so": (CLANG + ["-fsanitize=thread"], "arrays.c", {"sanitizers": {"sanitizers": ["tsan"]}}),
    "sanitizer-memory.so": (CLANG + ["-fsanitize=memory"], "arrays.c", {"sanitizers": {"sanitizers": ["msan"]}}),
    "sanitizer-undefined.so": (CLANG + ["-fsanitize=undefined", "-fsanitize-undefined-strip-path-components=-1"], "arrays.c", {
        "sanitizers": {"sanitizers": ["ubsan"]}, "safestack": "absent"}),
    "initialized-variables.so": (GCC + BARE + ["-ftrivial-auto-var-init=pattern"], "arrays.c", {
        "auto_var_init": "undecidable"}),
    "initialized-variables-none.so": (GCC + BARE, "arrays.c", {"auto_var_init": "undecidable"}),
    "assertions-none.so": (["g++", *GCC[1:]], "vector.cpp", {"library_assertions": "undecidable"}),
    "no-dlopen.so": (GCC + BARE + ["-Wl,-z,nodlopen"], "module.c", {"no_dlopen": "present"}),
    "no-dlopen-none.so": (GCC + BARE + ["-Wl,-z,nodelete"], "module.c", {"no_dlopen": "absent"}),
    "no-dlopen-module.so": (GCC + BARE, "python.c", {"no_dlopen": "not-applicable"}),
    # where it comes from
    "build-notes-assembler.so": (GCC + BARE + ["-Wa,--generate-missing-build-notes=yes"], "module.c", {
        "annobin": "assembler"}),
    "notes.so": (GCC + BARE + ["-Wl,--build-id=0xdead000f", "-Xlinker", f"--package-metadata={PACKAGE}"], "module.c", {
        "build_id": "dead000f", "package_note": PACKAGE}),
    "debug-compressed.so": (
        UNSTRIPPED + DEBUG + ["-Wa,--compress-debug-sections=zlib-gnu", "-Wl,--compress-debug-sections=zlib-gnu"],
        "frame.c", {"debug_info": "present", "stripped": "absent"}),
    "debug-elsewhere.so": (UNSTRIPPED + DEBUG, "module.c", {
        "debug_info": {"debuglink": ["cheeseboard.debug"], "debuglink_crc32": PRINTED}, "stripped": "present"},
        [["objcopy", "--only-keep-debug", "FILE", "cheeseboard.debug"],
         ["objcopy", "--strip-all", "--add-gnu-debuglink=cheeseboard.debug", "FILE"]]),
    "debug-companion.so": (UNSTRIPPED + DEBUG, "module.c", {
        "debug_info": "present", "relro": "not-applicable", "pie": "not-applicable"},
        [["objcopy", "--only-keep-debug", "FILE"]]),
    "toolchains.so": (LTO + ["-Wl,-s"], "module.c", {"toolchain": PRINTED}, [
        ["gcc", "-c", "-fPIC", "SOURCES/frame.c", "-o", "frame.o"],
        ["clang", "-c", "-fPIC", "SOURCES/module.c", "-o", "module.o"],
        ["clang", *LTO[2:], "-Wl,-s", "frame.o", "module.o", "-o", "FILE"]]),
    # no section headers, and the number of symbols by each kind of hash table
    "no-sections-hash.so": (NO_HEADERS + ["-Wl,--hash-style=sysv"], "arrays.c", {
        "canary": "present", "pie": "dso", "relro": "partial", "nx_stack": "present", "stripped": "present"}),
    "no-sections-gnu-hash.so": (NO_HEADERS + ["-Wl,--hash-style=gnu"], "arrays.c", {
        "canary": "present", "pie": "dso", "relro": "partial", "nx_stack": "present", "stripped": "present"}),
    "packed-relocations.so": (GCC + ["-Wl,-z,pack-relative-relocs"], "pointers.c", {
        "version_needs": ["GLIBC_ABI_DT_RELR", "GLIBC_2.2.5"], "relro": "partial", "needed": ["libc.so.6"]}),
}
