"""The fixtures that tell languages and carried code: how each is made, and what therefore is in it.

Versions are what the compilers print of themselves; crates, libraries and modules are those that the commands
and the sources put in. `{sources}`, `{folder}` and `{out}` stand for folders and the file that is made.
"""

import json
import pathlib
import re
import subprocess
import zlib

SOURCES = pathlib.Path(__file__).resolve().parent / "sources"
C = "gcc -O2 -shared -fPIC -fcf-protection=none -fno-stack-protector -nostdlib -Wl,--build-id=none -s"
CRATE = "/root/.cargo/registry/src/index.example-6f17d22bba15001f/cheese-1.2.3/src"
RUST = ("rustc --edition=2021 --crate-type=cdylib -Cpanic=abort -Copt-level=2 -Cstrip=symbols -Clink-arg=-nostdlib "
        f"-Clink-arg=-Wl,--build-id=none --remap-path-prefix={{sources}}={CRATE} {{sources}}/module.rs -o {{out}}")
SWIFT = ("swiftc -O -emit-library -parse-as-library -module-name cheese -no-toolchain-stdlib-rpath "
         "-Xlinker --build-id=none -file-prefix-map {sources}=/cheese -file-prefix-map {folder}=/cheese "
         "-file-prefix-map {swift}=/swift -Xlinker -soname=libcheese.so -module-cache-path {folder}/modules")
MAC = "--target=arm64-apple-macosx11.0 -O2 -c"
MAC_LINK = ("{rust_lld} -flavor darwin -dylib -install_name @rpath/libcheese.dylib -arch arm64 "
            "-platform_version macos 11.0 11.0 -undefined dynamic_lookup")
WASM = "clang --target=wasm32 -nostdlib -O2 -Wl,--no-entry -Wl,--export=cheeseboard_path"

# What `cargo auditable` writes: the program itself, a crate, and one that only its build needed.
CRATES = {"packages": [
    {"name": "cheese", "version": "0.1.0", "source": "local", "dependencies": [1, 2], "root": True},
    {"name": "serde", "version": "1.0.228", "source": "crates.io"},
    {"name": "cc", "version": "1.2.0", "source": "crates.io", "kind": "build"}], "format": 1}
LISTED = {"languages": {"rust": None}, "auditable": {"serde": "1.0.228"}}


def printed(pattern, *command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(pattern, done.stdout + done.stderr)
    return found and found.group(1)


# name: (machine, commands, facts, content); a version that is a tuple is what the compiler prints.
FIXTURES = {
    "rust.so": ("x86_64", [RUST], {"canary": "not-applicable", "fortify": "not-applicable"}, {
        "languages": {"rust": (r"rustc (\S+)", "rustc", "--version")}, "crates": {"cheese": "1.2.3"}}),
    "crates-listed.so": ("x86_64", [C + " -DSECTION='\".dep-v0\"' -I{folder} {sources}/crates.c -o {out}"], {}, LISTED),
    "crates-listed.dll": ("win_amd64", [
        "clang --target=x86_64-pc-windows-msvc -O2 -fuse-ld=lld -nostdlib -shared -Wl,-noentry "
        "-Wl,-export:cheeseboard_answer -Wl,-Brepro -DSECTION='\".dep-v0\"' -I{folder} {sources}/crates.c -o {out}"], {}, LISTED),
    "crates-listed.dylib": ("arm64", [
        f"clang {MAC} -DSECTION='\"__DATA,.dep-v0\"' -I{{folder}} {{sources}}/crates.c -o {{folder}}/crates.o",
        MAC_LINK + " {folder}/crates.o -o {out}"], {}, LISTED),
    # The words with the version stand in debug information alone.
    "swift.so": ("x86_64", [SWIFT + " -Xlinker -s {sources}/module.swift -o {out}"], {}, {"languages": {"swift": None}}),
    "swift-debug.so": ("x86_64", [SWIFT + " -g {sources}/module.swift -o {out}"], {}, {
        "languages": {"swift": (r"Swift version ([\d.]+)", "swiftc", "--version")}}),
    "swift.dylib": ("arm64", [
        "swiftc -O -parse-stdlib -parse-as-library -target arm64-apple-macosx11.0 -module-name cheese -emit-object "
        "{sources}/bare.swift -o {folder}/bare.o", MAC_LINK + " {folder}/bare.o -o {out}"], {}, {
            "languages": {"swift": None}}),
    # A driver's habit: linked to the library of C++, of which nothing is asked.
    "linked-to-cpp.so": ("x86_64", [
        "gcc -O2 -shared -fPIC -fcf-protection=none -fno-stack-protector -nostdlib -Wl,--build-id=none -s "
        "-Wl,--no-as-needed {sources}/module.c -lstdc++ -o {out}"], {}, {"languages": {"c": None}}),
    "wasm-of-rust-in-c.so": ("x86_64", [
        WASM + " {sources}/path.c -o {folder}/path.wasm", C + " -I{folder} {sources}/embedded.c -o {out}"], {}, {
            "languages": {"c": None}, "crates": {}}),
    "clients.so": ("x86_64", [C + " {sources}/clients.c -o {out}"], {}, {
        "languages": {"c": None}, "libraries": {}, "crates": {}}),
    # As a module of Rust that was built without its standard library's strings: nothing tells anything.
    "without-trace.so": ("x86_64", [C + " -fno-ident {sources}/traceless.c -o {out}"], {}, None),
    # A library that its distribution mended under the version that its string goes on telling.
    "package-note.so": ("x86_64", [C + " {sources}/package.c -o {out}"], {}, {
        "languages": {"c": None}, "libraries": {"openssl": "1.0.2k-fips"}}),
}


def prepare(folder):
    """Writes the list of crates as `cargo auditable` packs it, for sources to include."""
    packed = zlib.compress(json.dumps(CRATES, separators=(",", ":")).encode(), 9)
    (folder / "crates.inc").write_text(",".join(map(str, packed)))


def make(name, folder):
    """Makes a file; the row of the table that tells of it."""
    machine, commands, facts, content = FIXTURES[name]
    linker = next(pathlib.Path(printed(r"(\S+)", "rustc", "--print", "sysroot")).glob("lib/rustlib/*/bin/rust-lld"))
    swift = printed(r'"runtimeResourcePath": "([^"]+)"', "swiftc", "-print-target-info")
    places = {"swift": swift, "sources": str(SOURCES), "folder": str(folder), "out": str(folder / name), "rust_lld": str(linker)}
    for command in commands:
        done = subprocess.run(command.format(**places), shell=True, cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{name}: {command}\n{done.stderr}")
    row = {"file": name, "machine": machine, "command": " && ".join(commands), "facts": facts, "confirmed": []}
    if content is None:
        return row
    content = {**content, "languages": {
        language: printed(*version) if isinstance(version, tuple) else version
        for language, version in content["languages"].items()}}
    written = {kind: [{"name": each, "version": version} for each, version in parts.items()] for kind, parts in content.items()}
    text = (folder / name).read_bytes()
    for version in content["languages"].values():
        if version and version.encode() not in text:
            raise SystemExit(f"{name} does not tell {version}")
    if any(str(place).encode() in text for place in (SOURCES.parent, folder, swift)):
        raise SystemExit(f"{name} tells where it was made")
    return {**row, "content": written}
