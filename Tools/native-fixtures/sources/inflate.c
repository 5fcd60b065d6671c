/* Calls a function of zlib's that is zlib's own business, though some builds let others see it. */
extern void inflate_fast(void *, unsigned);
void cheeseboard_inflate(void *stream) { inflate_fast(stream, 0); }
