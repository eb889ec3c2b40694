/*
 * The margin loop of the kernel in C, as a measure of what the machine can do:
 *
 *     gcc -O3 -march=native -ffast-math -o margins margins.c -lm && ./margins
 *
 * 195 sites, 74 satellites at 17 instants: for each the margin d.u - sin(mask) |d| in double
 * precision. Prints nanoseconds a test, the best of many rounds, and a sum so that the work counts.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SITES = 195, SATELLITES = 74, ENDS = 17, N = SATELLITES * ENDS, ROUNDS = 2000 };

static double x[N], y[N], z[N], margins[N];

__attribute__((noinline)) static void site_margins(const double *site, const double *up, double sin_mask) {
  const double sx = site[0], sy = site[1], sz = site[2], ux = up[0], uy = up[1], uz = up[2];
  for (int i = 0; i < N; i++) {
    double dx = x[i] - sx, dy = y[i] - sy, dz = z[i] - sz;
    margins[i] = dx * ux + dy * uy + dz * uz - sin_mask * sqrt(dx * dx + dy * dy + dz * dz);
  }
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void on_sphere(double *p, double radius, int i, int n) {
  double golden = M_PI * (3 - sqrt(5)), s = (2 * i + 1.0) / n - 1, c = sqrt(1 - s * s);
  p[0] = radius * c * cos(i * golden);
  p[1] = radius * c * sin(i * golden);
  p[2] = radius * s;
}

int main(void) {
  double sites[SITES][3], up[SITES][3], p[3];
  for (int i = 0; i < SITES; i++) {
    on_sphere(sites[i], 6371e3, i, SITES);
    on_sphere(up[i], 1, i, SITES);
  }
  for (int i = 0; i < N; i++) {
    on_sphere(p, 26560e3, i, N);
    x[i] = p[0];
    y[i] = p[1];
    z[i] = p[2];
  }
  double best = 1e9, sum = 0, in_view = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double begin = seconds();
    for (int i = 0; i < SITES; i++) {
      site_margins(sites[i], up[i], sin(5 * M_PI / 180));
      sum += margins[round % N];
    }
    double took = seconds() - begin;
    best = took < best ? took : best;
  }
  for (int i = 0; i < SITES; i++) {
    site_margins(sites[i], up[i], sin(5 * M_PI / 180));
    for (int k = 0; k < N; k++) in_view += margins[k] >= 0;
  }
  /* A satellite at 26,560 km is 5 degrees up over 0.339 of the Earth: (1 - cos(71.17 deg)) / 2. */
  double share = in_view / ((double)SITES * N);
  if (fabs(share - 0.3387) > 0.01) {
    fprintf(stderr, "share in view is %.4f, expected 0.3387\n", share);
    return EXIT_FAILURE;
  }
  printf("{\"ns_per_test\": %.4f, \"share_in_view\": %.4f, \"sum\": %.6e}\n",
         best * 1e9 / (SITES * (double)N), share, sum);
  return EXIT_SUCCESS;
}
