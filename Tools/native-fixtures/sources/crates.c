/* A list of crates as cargo auditable puts it in; make.py writes crates.inc. */
__attribute__((section(SECTION), used)) const unsigned char crates[] = {
#include "crates.inc"
};
int cheeseboard_answer(int x) { return x + 41; }
