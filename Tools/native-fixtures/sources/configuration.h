/* The load configuration that a C runtime brings along, by IMAGE_LOAD_CONFIG_DIRECTORY of winnt.h: words of the width of
   a pointer. The linker gives the names with guard and safe_se their values; GUARD_FLAGS stands for a runtime's own. */
#ifdef _WIN64
typedef unsigned long long word;
#define HEAD 11
#else
typedef unsigned long word;
#define HEAD 15
#endif
#ifndef GUARD_FLAGS
extern char __guard_flags[];
#define GUARD_FLAGS __guard_flags
#endif
extern char __guard_fids_table[], __guard_fids_count[], __guard_eh_cont_table[], __guard_eh_cont_count[];
extern char __safe_se_handler_table[], __safe_se_handler_count[];
word __security_cookie = 0x2B992DDF;
static void pass(void) {}
void (*const __guard_check_icall_fptr)(void) = pass;
void (*const __guard_dispatch_icall_fptr)(void) = pass;
const struct {
    word head[HEAD];
    const void *cookie, *handlers, *handlerCount, *check, *dispatch, *functions, *functionCount, *flags;
    word between[14];
    const void *continuations, *continuationCount;
} _load_config_used = {
    {sizeof _load_config_used}, &__security_cookie,
#ifdef _WIN64
    0, 0,
#else
    __safe_se_handler_table, __safe_se_handler_count,
#endif
    &__guard_check_icall_fptr, &__guard_dispatch_icall_fptr, __guard_fids_table, __guard_fids_count,
    (const void *)GUARD_FLAGS, {0},
#ifdef _WIN64
    __guard_eh_cont_table, __guard_eh_cont_count
#endif
};
