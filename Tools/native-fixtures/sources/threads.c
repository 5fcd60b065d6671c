/* Needs a C library of 2022: its threads moved into libc in GLIBC_2.34. */
#include <pthread.h>
static void *body(void *x) { return x; }
int cheeseboard_start(void) { pthread_t t; return pthread_create(&t, 0, body, 0); }
