/* Names that look like what they are not: ".cfi" in the middle, a checked function of its own. */
void *__memcpy_chk(void *to, const void *from, unsigned long n, unsigned long room) {
    for (unsigned long i = 0; i < n && i < room; i++) ((char *)to)[i] = ((const char *)from)[i];
    return to;
}
int cheeseboard_calcfirst(int x) { return x; }
int use(int x) { return cheeseboard_calcfirst(x); }
