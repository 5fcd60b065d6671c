"""ELF files whose labels other tools get wrong, and what tools find that is not there; rows as in elf_traps.py."""

from flags import BARE, GCC

RENAMED = [".dynamic=.one", ".gnu.version_r=.two", ".dynsym=.three"]


def linked_to(library, source, stub="module.c"):
    """The commands of a file that is linked to a library, of which no more than its name matters."""
    return [
        [*GCC, *BARE, f"-Wl,-soname,{library}", f"SOURCES/{stub}", "-o", "stub.so"],
        [*GCC, *BARE, f"SOURCES/{source}", "stub.so", "-o", "FILE"]]


LABEL_TRAPS = {
    # auditwheel asks sections by their names
    "sections-gone.so": (GCC, "threads.c", {
        "needed": ["libc.so.6"], "relro": "partial", "stripped": "present"},
        [["llvm-objcopy", "--strip-sections", "FILE"]]),
    "sections-renamed.so": (GCC, "threads.c", {
        "needed": ["libc.so.6"], "version_needs": ["GLIBC_2.2.5", "GLIBC_2.34"], "relro": "partial"},
        [["llvm-objcopy", *(word for each in RENAMED for word in ("--rename-section", each)), "FILE"]]),
    # a library that only the builder had, which was lightgbm's and tblite's fault
    "needs-openmp.so": (GCC + BARE + ["-fopenmp"], "parallel.c", {"needed": ["libgomp.so.1"]}),
    # musl's C library by both of its names: auditwheel opened the machine's own file of the second
    "needs-musl.so": (GCC + BARE, "module.c", {
        "needed": ["libc.musl-x86_64.so.1"], "fortify": "not-applicable"},
        linked_to("libc.musl-x86_64.so.1", "calls.c")),
    "needs-libc.so": (GCC + BARE, "module.c", {"needed": ["libc.so"]}, linked_to("libc.so", "calls.c")),
    "needs-zlib-internals.so": (GCC + BARE, "module.c", {"needed": ["libz.so.1"]}, linked_to(
        "libz.so.1", "inflate.c", stub="zlib.c")),
    # hardening-check knows one loop of GCC's
    "stack-clash-gcc-loop.so": (GCC + ["-fstack-clash-protection"], "frames.c", {"stack_clash": "present"}),
    # LIEF takes the names of notes for UTF-8
    "annobin-no-text.so": (GCC + BARE, "annotated.s", {
        "annobin": {"stack_protector": ["strong"], "FORTIFY": ["unknown"], "stack_clash": ["yes"]},
        "canary": "present", "stack_clash": "present"}),
    # checksec counted checking functions that the file defines; handlers are no sign of a sanitizer either
    "runtime-of-zig.so": (GCC + BARE, "runtime-of-zig.c", {
        "fortify": {"fortified": [], "unfortified": []}, "sanitizers": "absent"}),
}
