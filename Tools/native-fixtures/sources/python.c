/* A module of Python, by what it exports. */
extern void *PyModule_Create2(void *, int);
void *PyInit_small(void) { return PyModule_Create2(0, 3); }
