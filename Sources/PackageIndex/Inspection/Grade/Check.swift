/// A question that the rubric asks of a slice: its name in reports, its weight and what to do.
package struct Check: Sendable, Equatable {
    /// The stable name.
    package let name: String
    /// The points it is worth; 0 for one that only blocks.
    package let weight: Double
    /// What to do where the answer is no: the compiler or linker flag.
    package let advice: String

    // ELF
    static let relro = Check(
        name: "relro", weight: 25, advice: "link with -Wl,-z,relro,-z,now")
    static let nxStack = Check(
        name: "nx_stack", weight: 15,
        advice: "link with -Wl,-z,noexecstack, and end every assembler source with "
            + ".section .note.GNU-stack,\"\",@progbits")
    static let pie = Check(
        name: "pie", weight: 10,
        advice: "compile with -fPIE and link with -pie; libraries with -fPIC and -shared")
    static let searchPaths = Check(
        name: "rpath", weight: 10,
        advice: "keep search paths below $ORIGIN inside the wheel, as auditwheel repair does; "
            + "drop the others with patchelf --remove-rpath")
    static let textRelocations = Check(
        name: "textrel", weight: 0,
        advice: "compile everything that goes into a shared library with -fPIC, and link with "
            + "-Wl,-z,text")

    // Mach-O
    static let positionIndependence = Check(
        name: "pie", weight: 10, advice: "link programs with -Wl,-pie, which is the default")
    static let machWriteExecute = Check(
        name: "wx_segments", weight: 15,
        advice: "keep writable and executable segments apart: drop -segprot options")
    static let dataConst = Check(
        name: "data_const", weight: 15,
        advice: "link with -Wl,-data_const and a deployment target of macOS 10.15 or later")
    static let codeSignature = Check(
        name: "code_signature", weight: 10,
        advice: "sign after the last change: codesign --force --sign - FILE")
    static let absoluteDependencies = Check(
        name: "needed", weight: 10,
        advice:
            "let delocate-wheel copy the libraries into the wheel and link them by @loader_path; "
            + "drop search paths that lead out of it with install_name_tool -delete_rpath")
    static let stackExecution = Check(
        name: "allow_stack_execution", weight: 0,
        advice: "link without -allow_stack_execute")

    // PE
    static let aslr = Check(
        name: "aslr", weight: 20,
        advice: "link with /DYNAMICBASE and without /FIXED (MinGW: -Wl,--dynamicbase)")
    static let highEntropy = Check(
        name: "high_entropy_va", weight: 10,
        advice: "link with /HIGHENTROPYVA (MinGW: -Wl,--high-entropy-va)")
    static let nxCompat = Check(
        name: "nx_compat", weight: 20, advice: "link with /NXCOMPAT (MinGW: -Wl,--nxcompat)")
    static let portableWriteExecute = Check(
        name: "wx_segments", weight: 10,
        advice: "keep writable and executable sections apart: drop /SECTION and /MERGE options")

    // any format
    static let writeExecute = Check(
        name: "wx_segments", weight: 0,
        advice: "keep writable and executable segments apart: link without -N and --omagic, with "
            + "-Wl,-z,separate-code")
    static let sanitizers = Check(
        name: "sanitizers", weight: 0, advice: "build releases without -fsanitize")
    static let canary = Check(
        name: "canary", weight: 12, advice: "compile with -fstack-protector-strong")
    static let fortify = Check(
        name: "fortify", weight: 10, advice: "compile with -O2 -D_FORTIFY_SOURCE=3")
    static let stackClash = Check(
        name: "stack_clash", weight: 4, advice: "compile with -fstack-clash-protection")
    static let libraryAssertions = Check(
        name: "library_assertions", weight: 4,
        advice: "compile with -D_GLIBCXX_ASSERTIONS (libc++: "
            + "-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST)")

    func result(
        _ outcome: CheckResult.Outcome, _ finding: String, share: Double? = nil
    ) -> CheckResult {
        let earned: Double =
            switch outcome {
            case .pass: weight
            case .partial: weight * (share ?? 0.5)
            case .fail, .blocking, .undecidable, .notApplicable: 0
            }
        let needsAdvice = [.partial, .fail, .blocking].contains(outcome)
        return CheckResult(
            check: name, outcome: outcome, earned: earned, weight: weight, finding: finding,
            advice: needsAdvice ? advice : nil)
    }
}
