/// Which names carry which marks.
///
/// Sanitisers are known by what only instrumented code asks for: `__asan_poison_memory_region` and the
/// default-options hooks are called by code that is merely prepared for one.
struct SymbolRules: Sendable {
    private struct Rule {
        let name: [UInt8]
        let mark: SymbolMark
        let isPrefix: Bool
    }

    static let standard = SymbolRules()

    /// The rules by a number made of the first three bytes of their names.
    private let buckets: [[Rule]]

    private init() {
        var buckets = [[Rule]](repeating: [], count: 256)
        for (mark, names) in Self.names {
            for name in names {
                let isPrefix = name.hasSuffix("*")
                let bytes = Array(name.utf8.dropLast(isPrefix ? 1 : 0))
                let rule = Rule(name: bytes, mark: mark, isPrefix: isPrefix)
                buckets[Self.bucket(of: bytes.span)].append(rule)
            }
        }
        self.buckets = buckets
    }

    /// The mark of a name, if it carries one.
    func mark(of name: Span<UInt8>) -> SymbolMark? {
        guard name.count >= 3 else { return nil }
        for rule in buckets[Self.bucket(of: name)] where matches(name, rule) {
            return rule.mark
        }
        switch name[0] {
        case UInt8(ascii: "_"):
            return markOfUnderscored(name)
        case UInt8(ascii: "?"):
            return .msvcName
        case UInt8(ascii: "$"):
            let isSwift = name[1] == UInt8(ascii: "s") && name.count > 4
            return isSwift ? .swiftName : markOfSuffix(name)
        case UInt8(ascii: "P"):
            let third = name[2]
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(third)
            guard name[1] == UInt8(ascii: "y"), isUpper || third == UInt8(ascii: "_") else {
                return markOfSuffix(name)
            }
            return .pythonAPI
        default:
            return markOfSuffix(name)
        }
    }

    private func markOfUnderscored(_ name: Span<UInt8>) -> SymbolMark? {
        guard name[1] == UInt8(ascii: "Z"), name.count > 8 else { return markOfSuffix(name) }
        if isLegacyRust(name) {
            return .rustName
        }
        return isForeignToCPP(name) ? nil : markOfSuffix(name) ?? .cppName
    }

    /// Names that look like C++ and come without its sources: variants of C functions for vectors
    /// (`_ZGVbN2v_sin`), and the unwinder that Rust and Zig link in.
    private func isForeignToCPP(_ name: Span<UInt8>) -> Bool {
        let isVector =
            name.hasPrefix("_ZGV") && "bcdens".utf8.contains(name[4]) && "MN".utf8.contains(name[5])
        return isVector || name.has("9libunwind", at: 3) || name.has("9libunwind", at: 4)
            || name.has("9libunwind", at: 5)
    }

    /// Clang's CFI renames the function's body to `f.cfi` and its jump table entry to `f.cfi_jt`; a name
    /// that merely has `cfi` in it says nothing.
    private func markOfSuffix(_ name: Span<UInt8>) -> SymbolMark? {
        name.hasSuffix(".cfi") || name.hasSuffix(".cfi_jt") ? .moduleCFI : nil
    }

    /// Whether a mangled name ends as rustc's older mangling does: `17h`, 16 hexadecimal digits, `E`,
    /// and perhaps what LLVM appends to a part that it split off (`.llvm.123`, `.0`).
    private func isLegacyRust(_ name: Span<UInt8>) -> Bool {
        var end = name.count
        while end > 20 {
            if name[end - 1] == UInt8(ascii: "E"), name.has("17h", at: end - 20) {
                let digits = name.end(of: end - 17, limit: 16, where: \.isLowercaseHexadecimal)
                return digits == end - 1
            }
            // On to what stands before the last point.
            repeat {
                end -= 1
            } while end > 20 && name[end] != UInt8(ascii: ".")
        }
        return false
    }

    private func matches(_ name: Span<UInt8>, _ rule: Rule) -> Bool {
        let count = rule.name.count
        guard rule.isPrefix ? name.count >= count : name.count == count else { return false }
        for index in 0..<count where name[index] != rule.name[index] {
            return false
        }
        return true
    }

    private static func bucket(of name: Span<UInt8>) -> Int {
        Int((name[0] &* 31) ^ (name[1] &* 7) ^ name[2])
    }

    /// Names, or their beginnings where they end in `*`.
    ///
    /// Each has at least three bytes, and the first that fits decides.
    private static let names: [(SymbolMark, [String])] = [
        (
            .stackCanary,
            [
                "__stack_chk_fail", "__stack_chk_fail_local", "__stack_chk_guard",
                "__intel_security_cookie",
            ]
        ),
        (
            .safeStack,
            [
                "__safestack_unsafe_stack_ptr", "__safestack_init", "__safestack_pointer_address",
            ]
        ),
        (.crossModuleCFI, ["__cfi_check", "__cfi_check_fail", "__cfi_slowpath*"]),
        (.kernelCFI, ["__cfi_*"]),
        (
            .addressSanitizer,
            [
                "__asan_init*", "__asan_report_*", "__asan_version_mismatch_check*",
                "__asan_register_*", "__hwasan_init*",
            ]
        ),
        (.threadSanitizer, ["__tsan_init", "__tsan_func_*", "__tsan_read*", "__tsan_write*"]),
        (.memorySanitizer, ["__msan_init", "__msan_warning*", "__msan_maybe_warning*"]),
        (.undefinedBehaviorSanitizer, ["__ubsan_handle_*"]),
        (.undefinedBehaviorRuntime, ["__ubsan_get_current_report_data"]),
        (.libraryAssertion, ["_ZSt21__glibcxx_assert_fail*", "_ZSt20__replacement_assert*"]),
        (
            .libcxxAbort,
            ["_ZNSt3__122__libcpp_verbose_abort*", "_ZNSt6__ndk122__libcpp_verbose_abort*"]
        ),
        (.rustStackProbe, ["__rust_probestack"]),
        (.zigStackProbe, ["__zig_probe_stack"]),
        (.darwinStackProbe, ["__chkstk_darwin", "___chkstk_darwin"]),
        (.windowsStackProbe, ["__chkstk", "___chkstk", "___chkstk_ms"]),
        (
            .rustRuntime,
            ["rust_eh_personality", "rust_begin_unwind", "rust_panic", "__rust_*", "__rustc*"]
        ),
        (.rustName, ["_RNv*", "_RNC*", "_RIN*"]),
        (
            .boostPython,
            [
                "_ZN5boost6python*", "_ZNK5boost6python*", "_ZTIN5boost6python*",
                "_ZTVN5boost6python*",
            ]
        ),
        (
            .cppRuntime,
            [
                "_ZNSt*", "_ZNKSt*", "_ZSt*", "_ZTVN10__cxxabiv1*", "_Znw*", "_Zna*", "_ZdlPv*",
                "_ZdaPv*", "__cxa_throw", "__cxa_begin_catch", "__gxx_personality_*",
            ]
        ),
        (
            .msvcStandardName,
            ["??2@YA*", "??3@YA*", "?_Xlength_error@std@@*", "??0exception@std@@*"]
        ),
        (
            .fortranRuntime,
            [
                "_gfortran_*", "_FortranA*", "for_write_*", "for_read_*", "for_stop*",
                "for_alloc_allocatable*", "for_dealloc_allocatable*", "for_rtl_init_*",
            ]
        ),
        (.goRuntime, ["runtime.goexit*", "go:buildid", "go.buildid", "runtime.morestack*"]),
        (.cgo, ["_cgo_*", "x_cgo_*", "crosscall2"]),
        (
            .swiftRuntime,
            ["swift_retain", "swift_release", "swift_allocObject", "swift_getTypeByMangledName*"]
        ),
        (.objectiveC, ["objc_msgSend*", "OBJC_CLASS_$_*"]),
        (.haskellRuntime, ["stg_ap_*", "hs_init", "hs_main"]),
        (.ocamlRuntime, ["caml_startup*", "caml_main", "caml_alloc*"]),
        (.pythonTwoModule, ["Py_InitModule4*", "Py_InitModule3*"]),
        (.cython, ["__pyx_*"]),
        (.cffi, ["_cffi_pypyinit_*", "_cffi_f_*"]),
        (.mypyc, ["CPyDef_*", "CPyStatics*", "CPyInit_*"]),
        (.f2py, ["PyFortran_Type", "F2PyDict_*", "f2py_*"]),
        (.boringSSL, ["BORINGSSL_self_test", "BORINGSSL_function_hit"]),
        (.freeType, ["FT_Init_FreeType"]),
        (.libsodium, ["sodium_init"]),
        (.libxml2, ["xmlInitParser"]),
        (.llhttp, ["llhttp_init"]),
    ]
}
