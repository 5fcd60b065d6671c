/* Counts references as Objective-C's compiler does, and asks the system for random numbers. */
extern void objc_release(void *);
extern void arc4random_buf(void *, unsigned long);
void cheeseboard_let_go(void *it) {
    arc4random_buf(it, 8);
    objc_release(it);
}
