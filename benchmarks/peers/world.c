/*
 * The plain way to a map of the world in C, as a measure of what testing every cell costs:
 *
 *     gcc -O3 -march=native -ffast-math -fopenmp -o world world.c -lm && ./world ROWS
 *
 * A quarter-degree grid (720 x 1440 cells), 74 satellites, 1440 instants: whether the satellite is
 * in view of the cell, (d.u) - sin(mask) |d| >= 0 in double precision; counts of two systems, their
 * sums and the instants at which the first is ahead and behind. On two threads, and of so many rows
 * spread over the globe, as all take minutes. Prints the seconds of all rows (those of the rows
 * done, scaled), tests a second, and the mean in view so that the work counts.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 720, COLUMNS = 1440, SATELLITES = 74, FIRST = 30, INSTANTS = 1440 };

static double sx[INSTANTS][SATELLITES], sy[INSTANTS][SATELLITES], sz[INSTANTS][SATELLITES];

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* Two Walker-like shells, turning with the day. */
static void place_satellites(void) {
  for (int t = 0; t < INSTANTS; t++) {
    for (int j = 0; j < SATELLITES; j++) {
      double radius = j < FIRST ? 26560e3 : 27906e3, period = j < FIRST ? 717.97 : 773.0;
      double plane = (j % 6) * M_PI / 3 - 2 * M_PI * t / 1436.07;
      double u = 2 * M_PI * (j / 6 / 5.0 + j / 37.0 + t / period), i = 55 * M_PI / 180;
      sx[t][j] = radius * (cos(u) * cos(plane) - sin(u) * cos(i) * sin(plane));
      sy[t][j] = radius * (cos(u) * sin(plane) + sin(u) * cos(i) * cos(plane));
      sz[t][j] = radius * sin(u) * sin(i);
    }
  }
}

static int in_view(const double *x, const double *y, const double *z, int from, int to, const double *site,
                   const double *up, double sin_mask) {
  int count = 0;
  for (int j = from; j < to; j++) {
    double dx = x[j] - site[0], dy = y[j] - site[1], dz = z[j] - site[2];
    count += dx * up[0] + dy * up[1] + dz * up[2] - sin_mask * sqrt(dx * dx + dy * dy + dz * dz) >= 0;
  }
  return count;
}

int main(int argc, char **argv) {
  int rows = argc > 1 ? atoi(argv[1]) : 8;
  if (rows < 1 || rows > ROWS) {
    fprintf(stderr, "usage: world ROWS, 1 to %d\n", ROWS);
    return EXIT_FAILURE;
  }
  place_satellites();
  double sin_mask = sin(5 * M_PI / 180), e2 = 0.00669437999014, sum = 0;
  long ahead = 0, behind = 0;
  double begin = seconds();
#pragma omp parallel for num_threads(2) schedule(dynamic, 16) collapse(2) reduction(+ : sum, ahead, behind)
  for (int r = 0; r < rows; r++) {
    for (int column = 0; column < COLUMNS; column++) {
      double latitude = (90 - (r + 0.5) * 180 / rows) * M_PI / 180;
      double longitude = (-179.875 + 0.25 * column) * M_PI / 180;
      double n = 6378137 / sqrt(1 - e2 * sin(latitude) * sin(latitude));
      double up[3] = {cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)};
      double site[3] = {n * up[0], n * up[1], n * (1 - e2) * up[2]};
      long first = 0, second = 0;
      for (int t = 0; t < INSTANTS; t++) {
        int a = in_view(sx[t], sy[t], sz[t], 0, FIRST, site, up, sin_mask);
        int b = in_view(sx[t], sy[t], sz[t], FIRST, SATELLITES, site, up, sin_mask);
        first += a;
        second += b;
        ahead += a > b;
        behind += a < b;
      }
      sum += first + second;
    }
  }
  double took = seconds() - begin, cells = (double)rows * COLUMNS, tests = cells * INSTANTS * SATELLITES;
  double mean = sum / (cells * INSTANTS);
  /* At 5 degrees some 34 % of the Earth sees a satellite; rows count alike here, poles too. */
  if (mean < 20 || mean > 32) {
    fprintf(stderr, "%.2f in view on average, expected 20 to 32\n", mean);
    return EXIT_FAILURE;
  }
  printf("{\"rows_done\": %d, \"all_rows_s\": %.3f, \"tests_per_s\": %.4e, \"mean_in_view\": %.3f, "
         "\"ahead\": %ld, \"behind\": %ld}\n",
         rows, took * ROWS / rows, tests / took, mean, ahead, behind);
  return EXIT_SUCCESS;
}
