/* A call into another library, so that the linker keeps that library. */
extern int cheeseboard_answer(int);
int cheeseboard_ask(int x) { return cheeseboard_answer(x) + 1; }
