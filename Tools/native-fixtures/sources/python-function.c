/* A function of Python, from whichever library the linker finds it in. */
__declspec(dllimport) void *PyLong_FromLong(long);
void *cheeseboard_answer(long x) { return PyLong_FromLong(x + 41); }
