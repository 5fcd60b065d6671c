/* A call through a pointer, which control flow guard checks, and a load configuration. */
#include "configuration.h"
static int one(int x) { return x + 1; }
int (*volatile cheeseboard_chosen)(int) = one;
int cheeseboard_answer(int x) { return cheeseboard_chosen(x); }
