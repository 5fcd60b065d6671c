/* A frame of many pages and one of a size that only the caller knows: GCC probes both in loops. */
extern void cheeseboard_fill(char *, int);
int cheeseboard_huge(int n) {
    char room[1 << 20];
    cheeseboard_fill(room, n);
    return room[n];
}
int cheeseboard_varying(int n) {
    char room[n];
    cheeseboard_fill(room, n);
    return room[n - 1];
}
