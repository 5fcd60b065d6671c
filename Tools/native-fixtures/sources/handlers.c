/* Twelve functions that a caller may reach through a pointer, as a module of some size has. */
#define HANDLER(n) int cheeseboard_handler_##n(volatile int *x) { return *x + n; }
HANDLER(0) HANDLER(1) HANDLER(2) HANDLER(3) HANDLER(4) HANDLER(5)
HANDLER(6) HANDLER(7) HANDLER(8) HANDLER(9) HANDLER(10) HANDLER(11)
