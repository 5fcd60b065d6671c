"""The compilers and flags that fixtures are made with: everything off that a row does not turn on."""

GCC = ["gcc", "-O2", "-shared", "-fPIC", "-fcf-protection=none", "-fno-stack-protector", "-fno-stack-clash-protection",
       "-U_FORTIFY_SOURCE", "-Wl,--build-id=none", "-s"]
BARE = ["-nostdlib"]
CLANG = ["clang", "-O2", "-shared", "-fPIC", "-fuse-ld=lld", "-nostdlib", "-fno-stack-protector",
         "-Wl,--build-id=none", "-Wl,-s"]
PROGRAM = ["gcc", "-O2", "-nostdlib", "-fcf-protection=none", "-fno-stack-protector", "-Wl,--build-id=none", "-s"]
RUST = ["rustc", "--edition=2021", "--crate-type=cdylib", "-Cpanic=abort", "-Copt-level=2", "-Cstrip=symbols",
        "-Clink-arg=-nostdlib", "-Clink-arg=-Wl,--build-id=none"]


def on(machine):
    return ["clang", f"--target={machine}-linux-gnu", "-O2", "-shared", "-fPIC", "-fuse-ld=lld",
            "-nostdlib", "-fno-stack-protector", "-Wl,--build-id=none", "-Wl,-s"]
