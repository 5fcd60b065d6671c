/* A module of which nothing is known but its initialiser; -fno-ident leaves the compiler's name out. */
void *PyInit_cheese(void) { return 0; }
