/* A library that offers the end for a smashed stack itself, weakly, as Zig's runtime does. */
extern void cheeseboard_fill(char *, int);
__attribute__((weak, noreturn)) void __stack_chk_fail(void) { for (;;) ; }
int cheeseboard_sum(int n) {
    char room[256];
    cheeseboard_fill(room, n);
    return room[0] + room[n & 255];
}
