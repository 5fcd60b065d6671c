/// What a symbol's name tells about how the code was written or compiled.
enum SymbolMark: Int, CaseIterable {
    // protections and checks
    case stackCanary
    case safeStack
    case crossModuleCFI, moduleCFI, kernelCFI
    case addressSanitizer, threadSanitizer, memorySanitizer
    case undefinedBehaviorSanitizer, undefinedBehaviorRuntime
    case libraryAssertion, libcxxAbort
    case rustStackProbe, zigStackProbe, darwinStackProbe, windowsStackProbe

    // languages
    case rustRuntime, rustName
    case cppRuntime, cppName, msvcName, msvcStandardName
    case fortranRuntime
    case goRuntime, cgo
    case swiftRuntime, swiftName
    case objectiveC
    case haskellRuntime
    case ocamlRuntime

    // bindings
    case pythonAPI, pythonTwoModule
    case cython
    case cffi
    case mypyc
    case f2py
    case boostPython

    // libraries that name no version
    case boringSSL, freeType, libsodium, libxml2, llhttp
}
