/* A long jump, whose checked variant says nothing about the rest of the code. */
#include <setjmp.h>
void cheeseboard_leave(jmp_buf place) { longjmp(place, 1); }
