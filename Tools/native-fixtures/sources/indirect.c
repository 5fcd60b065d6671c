/* A call through a pointer, which control-flow integrity checks. */
static int one(int x) { return x + 1; }
static int two(int x) { return x + 2; }
static int (*const table[])(int) = {one, two};
int (*volatile cheeseboard_chosen)(int) = one;
int cheeseboard_call(int which, int x) { return cheeseboard_chosen(x) + table[which & 1](x); }
