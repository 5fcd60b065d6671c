/// The facts that are told of every slice, by the names that reports use.
public enum FactName: String, Sendable, CaseIterable {
    // ELF
    case relro
    case bindNow = "bind_now"
    case nxStack = "nx_stack"
    case textRelocations = "textrel"
    case pie
    case rpath
    case runpath
    case soname
    case versionNeeds = "version_needs"
    case ibt = "cet_ibt"
    case shadowStack = "cet_shstk"
    case branchMarks = "branch_marks"
    case bti
    case pac
    case gcs
    case pointerSigningABI = "pauth_abi"
    case isaLevel = "x86_isa_level"
    case noDlopen = "no_dlopen"
    case annobin
    case packageNote = "package_note"

    // code, any format
    case canary
    case fortify
    case stackClash = "stack_clash"
    case cfi
    case safeStack = "safestack"
    case shadowCallStack = "shadow_call_stack"
    case sanitizers
    case libraryAssertions = "library_assertions"
    case automaticInitialization = "auto_var_init"

    // any format
    case wxSegments = "wx_segments"
    case stripped
    case debugInfo = "debug_info"
    case buildIdentifier = "build_id"
    case toolchain
    case needed

    // Mach-O
    case stackExecution = "allow_stack_execution"
    case heapExecution = "no_heap_execution"
    case dataConst = "data_const"
    case chainedFixups = "chained_fixups"
    case codeSignature = "code_signature"
    case hardenedRuntime = "hardened_runtime"
    case minimumOS = "min_os"
    case sdk
    case referenceCounting = "arc"
    case randomNumbers = "arc4random"

    // PE
    case aslr
    case highEntropyVA = "high_entropy_va"
    case nxCompat = "nx_compat"
    case guardCF = "guard_cf"
    case guardExtras = "guard_extras"
    case cetCompat = "cet_compat"
    case securityCookie = "security_cookie"
    case safeSEH = "safe_seh"
    case authenticode
    case debugPath = "debug_path"
}
