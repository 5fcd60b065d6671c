/* Copies whose room nobody knows: _FORTIFY_SOURCE leaves them as they are. */
#include <string.h>
char *cheeseboard_copy(char *to, const char *from, unsigned long n) { return strcpy((char *)memcpy(to, from, n) + n, from); }
