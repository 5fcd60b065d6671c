/* A print, which _FORTIFY_SOURCE turns into a checked one whatever the sizes. */
#include <stdio.h>
int cheeseboard_print(int x) { return printf("%d\n", x); }
