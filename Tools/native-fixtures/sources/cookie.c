/* Functions with arrays, which /GS protects, and what Microsoft's C runtime brings along for that. */
#include "configuration.h"
__declspec(dllimport) void *memset(void *, int, unsigned long long);
__declspec(noinline) void __security_check_cookie(word cookie) {
    if (cookie != __security_cookie) __builtin_trap();
}
#define FUNCTION(name) int name(int n) { char room[256]; memset(room, n, n); return room[0] + room[n & 255]; }
FUNCTION(cheeseboard_one)
FUNCTION(cheeseboard_two)
FUNCTION(cheeseboard_three)
int cheeseboard_answer(int n) { return cheeseboard_one(n) + cheeseboard_two(n) + cheeseboard_three(n); }
