/* A library as small as one can be: an exported function, no array, nothing imported. */
int cheeseboard_answer(int x) { return x + 41; }
