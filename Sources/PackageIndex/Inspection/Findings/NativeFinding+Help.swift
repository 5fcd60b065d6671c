extension NativeFinding.Name {
    /// What such a finding says, whatever the file; `docs/NATIVE.md` has the same.
    package var summary: String {
        switch self {
        case .executableStack: "The stack is executable, or may be."
        case .writableCode: "Memory is writable and executable at once."
        case .textRelocations: "The loader writes into the code."
        case .unsafeSearchPath:
            "Libraries are searched where others can write, or outside of the wheel."
        case .sanitizerRuntime: "A sanitizer was left in."
        case .noASLR: "A Windows file has no address randomisation."
        case .noDEP: "Data of a Windows file can be executed."
        case .notPositionIndependent: "A program is always loaded at one address."
        case .writableRelocations: "Tables of addresses stay writable."
        case .noCanary: "There are no stack canaries."
        case .notFortified: "Calls into libc are not fortified, or not all."
        case .untruthfulTag: "The files contradict a tag of the wheel."
        case .brokenABI3: "Symbols are outside of the stable ABI that the tag promises."
        case .staleSBOM: "Something is inside that the SBOM does not list, or lists otherwise."
        case .unreadable: "Native code or an SBOM could not be read, or not all of it."
        case .otherWeakness: "Another check was not passed."
        }
    }

    /// What to do about such a finding; the result of a file says it for its format.
    package var help: String {
        switch self {
        case .executableStack:
            "Link with -Wl,-z,noexecstack, and mark the stack in every assembler source."
        case .writableCode:
            "Keep writable and executable parts apart: drop options that merge them."
        case .textRelocations:
            "Compile what goes into a shared library with -fPIC, and link with -Wl,-z,text."
        case .unsafeSearchPath:
            "Keep search paths and libraries inside of the wheel, as auditwheel and delocate do."
        case .sanitizerRuntime: "Build releases without -fsanitize."
        case .noASLR: "Link with /DYNAMICBASE and without /FIXED."
        case .noDEP: "Link with /NXCOMPAT."
        case .notPositionIndependent: "Compile with -fPIE and link with -pie."
        case .writableRelocations: "Link with -Wl,-z,relro,-z,now, for Macs with -Wl,-data_const."
        case .noCanary: "Compile with -fstack-protector-strong."
        case .notFortified: "Compile with -O2 -D_FORTIFY_SOURCE=3."
        case .untruthfulTag:
            "Build the wheel for the platform that its tag names, or repair it with auditwheel, "
                + "delocate or delvewheel."
        case .brokenABI3: "Compile with Py_LIMITED_API set to the version of the tag."
        case .staleSBOM: "Write the SBOM in the build that makes the wheel."
        case .unreadable: "See why, and build the file anew: what was not read may hold anything."
        case .otherWeakness: "See what the result says."
        }
    }
}
