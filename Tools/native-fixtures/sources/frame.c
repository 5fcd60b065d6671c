/* A frame larger than a page, which stack clash protection probes. */
extern void cheeseboard_fill(char *, int);
int cheeseboard_large(int n) {
    char room[3 * 4096 + 64];
    cheeseboard_fill(room, n);
    return room[n & 4095];
}
