/* A loop that OpenMP's runtime library shares out. */
int cheeseboard_total(const int *numbers, int n) {
    int total = 0;
#pragma omp parallel for reduction(+ : total)
    for (int i = 0; i < n; i++) total += numbers[i];
    return total;
}
