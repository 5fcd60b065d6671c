/* Copies into buffers of a known size, by the checking functions that Apple's headers call, or without. */
extern void cheeseboard_fill(char *, int);
int cheeseboard_say(const char *name, char *out, unsigned long count) {
    char line[64];
#ifdef CHECKED
    __builtin___strcpy_chk(line, name, sizeof line);
    __builtin___memcpy_chk(line + 8, name, count, sizeof line - 8);
    __builtin___snprintf_chk(line, count, 0, sizeof line, "%s", name);
#else
    __builtin_strcpy(line, name);
    __builtin_memcpy(line + 8, name, count);
    __builtin_snprintf(line, count, "%s", name);
#endif
    cheeseboard_fill(line, 64);
    return line[3] + out[0];
}
