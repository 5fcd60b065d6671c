/* Calls with buffers of a known size, which _FORTIFY_SOURCE turns into checked ones. */
#include <stdio.h>
#include <string.h>
int cheeseboard_say(const char *name, char *out) {
    char line[64];
    strcpy(line, name);
    strcat(line, "!");
    snprintf(out, 10, "%s", line);
    return sprintf(line, "%s", out);
}
