/*
 * A map of the world by looking from every cell at every instant, in C, as a measure of what that
 * costs:
 *
 *     gcc -O3 -march=native -ffast-math -fopenmp -o world world.c -lm && ./world POSITIONS ROWS
 *
 * A quarter-degree grid (720 x 1440 cells), 74 satellites, 1440 instants: whether the satellite is
 * in view of the cell, d.u >= sin(mask) |d| in double precision, without the root; counts of two
 * systems, their sums and the instants at which either is ahead. On two threads, and of so many
 * rows in equal distances, as all take seconds to minutes. POSITIONS is what WorldForPeers writes.
 *
 * Instants are innermost, so that the compiler makes vector instructions of them, and a lap of them
 * stays in the nearest caches while a row's cells look at it. (Satellites innermost, with the root:
 * 3.7 times slower. All instants of a cell at once: 1.7 times slower.)
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROWS = 720, COLUMNS = 1440, SATELLITES = 74, FIRST = 30, INSTANTS = 1440, LAP = 24, LAPS = INSTANTS / LAP };

static double positions[LAPS][SATELLITES][3][LAP];

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void read_positions(const char *path) {
  static double read[SATELLITES][3][INSTANTS];
  FILE *file = fopen(path, "rb");
  if (!file || fread(read, sizeof read, 1, file) != 1 || fgetc(file) != EOF) {
    fprintf(stderr, "%s: expected the positions of %d satellites at %d instants\n", path, SATELLITES, INSTANTS);
    exit(EXIT_FAILURE);
  }
  fclose(file);
  for (int j = 0; j < SATELLITES; j++)
    for (int axis = 0; axis < 3; axis++)
      for (int t = 0; t < INSTANTS; t++) positions[t / LAP][j][axis][t % LAP] = read[j][axis][t];
}

static void count_in_view(double (*satellites)[3][LAP], int n, const double *site, const double *up, double sin_mask,
                          double *restrict counts) {
  for (int t = 0; t < LAP; t++) counts[t] = 0;
  for (int j = 0; j < n; j++) {
    const double *x = satellites[j][0], *y = satellites[j][1], *z = satellites[j][2];
    for (int t = 0; t < LAP; t++) {
      double dx = x[t] - site[0], dy = y[t] - site[1], dz = z[t] - site[2];
      double above = dx * up[0] + dy * up[1] + dz * up[2];
      counts[t] += above * fabs(above) >= sin_mask * sin_mask * (dx * dx + dy * dy + dz * dz) ? 1.0 : 0.0;
    }
  }
}

int main(int argc, char **argv) {
  int rows = argc > 2 ? atoi(argv[2]) : 0;
  if (rows < 1 || rows > ROWS) {
    fprintf(stderr, "usage: world POSITIONS ROWS, 1 to %d\n", ROWS);
    return EXIT_FAILURE;
  }
  read_positions(argv[1]);
  double sin_mask = sin(5 * M_PI / 180), f = 1 / 298.257223563, e2 = f * (2 - f);
  long first_in_view = 0, second_in_view = 0, first_ahead = 0, second_ahead = 0;
  double begin = seconds();
#pragma omp parallel for num_threads(2) schedule(dynamic) collapse(2) \
    reduction(+ : first_in_view, second_in_view, first_ahead, second_ahead)
  for (int r = 0; r < rows; r++) {
    for (int lap = 0; lap < LAPS; lap++) {
      int row = (2 * r + 1) * ROWS / (2 * rows);
      double latitude = (90 - (row + 0.5) * 180 / ROWS) * M_PI / 180;
      double n = 6378137 / sqrt(1 - e2 * sin(latitude) * sin(latitude));
      for (int column = 0; column < COLUMNS; column++) {
        double longitude = (-180 + (column + 0.5) * 360 / COLUMNS) * M_PI / 180;
        double up[3] = {cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)};
        double site[3] = {n * up[0], n * up[1], n * (1 - e2) * up[2]};
        double first[LAP], second[LAP], first_sum = 0, second_sum = 0;
        int first_more = 0, second_more = 0;
        count_in_view(positions[lap], FIRST, site, up, sin_mask, first);
        count_in_view(positions[lap] + FIRST, SATELLITES - FIRST, site, up, sin_mask, second);
        for (int t = 0; t < LAP; t++) {
          first_sum += first[t];
          second_sum += second[t];
          first_more += first[t] > second[t];
          second_more += first[t] < second[t];
        }
        first_in_view += (long)first_sum;
        second_in_view += (long)second_sum;
        first_ahead += first_more;
        second_ahead += second_more;
      }
    }
  }
  double took = seconds() - begin, tests = (double)rows * COLUMNS * INSTANTS * SATELLITES;
  printf("{\"rows_done\": %d, \"all_rows_s\": %.3f, \"tests\": %.0f, \"tests_per_s\": %.4e, "
         "\"in_view\": [%ld, %ld], \"ahead\": [%ld, %ld]}\n",
         rows, took * ROWS / rows, tests, tests / took, first_in_view, second_in_view, first_ahead, second_ahead);
  return EXIT_SUCCESS;
}
