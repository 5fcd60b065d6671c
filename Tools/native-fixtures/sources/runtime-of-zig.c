/* What Zig links into every file by itself: handlers for a sanitizer's finds, whether any code was
   instrumented or not, and checked copies of its own. */
#define WEAK __attribute__((weak))
WEAK void __ubsan_handle_add_overflow(void *where, void *left, void *right) { __builtin_trap(); }
WEAK void __ubsan_handle_out_of_bounds(void *where, void *index) { __builtin_trap(); }
WEAK void *__memcpy_chk(void *to, const void *from, unsigned long n, unsigned long room) {
    if (n > room) __builtin_trap();
    for (unsigned long i = 0; i < n; i++) ((volatile char *)to)[i] = ((const char *)from)[i];
    return to;
}
