/* Calls through pointers to functions that stay functions of their own. */
typedef int (*handler)(int);
__attribute__((noinline, used)) int cheeseboard_one(int x) { return x + 1; }
__attribute__((noinline, used)) int cheeseboard_two(int x) { return x + 2; }
handler volatile cheeseboard_table[] = {cheeseboard_one, cheeseboard_two};
int cheeseboard_call(int which, int x) { return cheeseboard_table[which & 1](x); }
