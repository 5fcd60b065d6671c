// An index into a vector, which _GLIBCXX_ASSERTIONS checks.
#include <vector>
int cheeseboard_at(const std::vector<int> &v, unsigned long i) { return v[i]; }
