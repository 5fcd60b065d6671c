/* A program that brings its own end for a smashed stack, as one with its C library inside does. */
__attribute__((visibility("hidden"))) unsigned long __stack_chk_guard = 0x1234;
__attribute__((visibility("hidden"), noreturn)) void __stack_chk_fail(void) { for (;;) ; }
__attribute__((noinline)) static void fill(volatile char *room, int n) {
    for (int i = 0; i < n; i++) room[i] = (char)i;
}
__attribute__((noinline)) static int sum(int n) {
    volatile char room[256];
    fill(room, n);
    return room[0] + room[n & 255];
}
void _start(void) {
    volatile int end = sum(200);
    for (;;) end++;
}
