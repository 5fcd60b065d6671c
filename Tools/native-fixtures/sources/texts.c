/* Texts that are the names of protections' symbols, as a tool that looks for them has. */
const char *const cheeseboard_names[] = {
    "__stack_chk_fail", "__stack_chk_guard", "__memcpy_chk", "__printf_chk", "__asan_init", "__tsan_init",
    "__msan_init", "__ubsan_handle_add_overflow", "__safestack_init", "__safestack_unsafe_stack_ptr",
    "__cfi_check", "f.cfi", "f.cfi_jt", "__rust_probestack", "_ZSt21__glibcxx_assert_fail"};
