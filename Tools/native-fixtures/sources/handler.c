/* An exception handler, which the linker puts into the table of those that 32-bit Windows may call. */
#include "configuration.h"
int cheeseboard_handler(void *record, void *frame, void *context, void *dispatcher) { return 1; }
__asm__(".safeseh _cheeseboard_handler");
int cheeseboard_answer(int x) { return x + 41; }
