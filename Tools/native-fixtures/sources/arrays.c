/* A function with an array that a caller fills: what a stack protector looks for. */
extern void cheeseboard_fill(char *, int);
int cheeseboard_sum(int n) {
    char room[256];
    cheeseboard_fill(room, n);
    return room[0] + room[n & 255];
}
