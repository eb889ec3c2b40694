/*
 * The dilution of precision everywhere, cell by cell in C, as a measure of what that costs:
 *
 *     gcc -O3 -march=native -ffast-math -o dop dop.c -lm && ./dop POSITIONS FIRST_ROW ROWS
 *
 * A quarter-degree grid (720 x 1440 cells), 74 satellites, 1440 instants: from each cell at each
 * instant the unit vectors to the satellites in view, the normal equations of GPS, of BeiDou and of
 * both with a clock each, their PDOP, HDOP and VDOP in double precision, and sums, maxima and
 * histograms of these. On one thread, of some rows. POSITIONS is what WorldForPeers writes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 720, COLUMNS = 1440, SATELLITES = 74, FIRST = 30, INSTANTS = 1440, BINS = 64 };

static double positions[INSTANTS][SATELLITES][3];

struct normals { double n, x, y, z, xx, xy, xz, yy, yz, zz; };
struct statistics { double sum[3], most[3]; int histogram[3][BINS], positions; };

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
      for (int t = 0; t < INSTANTS; t++) positions[t][j][axis] = read[j][axis][t];
}

/* The sums over the satellites of one clock, with the clock eliminated; .n is what remains. */
static struct normals look(double (*satellites)[3], int n, const double *site, const double *up, double sin_mask) {
  struct normals s = {0};
  for (int j = 0; j < n; j++) {
    double dx = satellites[j][0] - site[0], dy = satellites[j][1] - site[1], dz = satellites[j][2] - site[2];
    double scale = 1 / sqrt(dx * dx + dy * dy + dz * dz);
    double x = dx * scale, y = dy * scale, z = dz * scale;
    double seen = x * up[0] + y * up[1] + z * up[2] >= sin_mask ? 1.0 : 0.0;
    s.n += seen, s.x += seen * x, s.y += seen * y, s.z += seen * z;
    s.xx += seen * x * x, s.xy += seen * x * y, s.xz += seen * x * z;
    s.yy += seen * y * y, s.yz += seen * y * z, s.zz += seen * z * z;
  }
  if (s.n == 0) return s;
  double x = s.x / s.n, y = s.y / s.n, z = s.z / s.n;
  s.xx -= x * s.x, s.xy -= x * s.y, s.xz -= x * s.z, s.yy -= y * s.y, s.yz -= y * s.z, s.zz -= z * s.z;
  s.n -= 1;
  return s;
}

static void count(struct statistics *to, const struct normals *s, const double *up) {
  if (s->n < 3) return;
  double cxx = s->yy * s->zz - s->yz * s->yz, cxy = s->xz * s->yz - s->xy * s->zz, cxz = s->xy * s->yz - s->xz * s->yy;
  double cyy = s->xx * s->zz - s->xz * s->xz, cyz = s->xy * s->xz - s->xx * s->yz, czz = s->xx * s->yy - s->xy * s->xy;
  double scale = 1 / (s->xx * cxx + s->xy * cxy + s->xz * cxz);
  double all = (cxx + cyy + czz) * scale;
  double vertical = (up[0] * up[0] * cxx + up[1] * up[1] * cyy + up[2] * up[2] * czz +
                     2 * (up[0] * up[1] * cxy + up[0] * up[2] * cxz + up[1] * up[2] * cyz)) * scale;
  if (!(all > 0 && all <= 1e6)) return;
  double dop[3] = {sqrt(all), sqrt(all - vertical), sqrt(vertical)};
  to->positions++;
  for (int i = 0; i < 3; i++) {
    to->sum[i] += dop[i];
    if (dop[i] > to->most[i]) to->most[i] = dop[i];
    int bin = (int)(dop[i] * 8);
    to->histogram[i][bin < BINS ? bin : BINS - 1]++;
  }
}

int main(int argc, char **argv) {
  int first_row = argc > 3 ? atoi(argv[2]) : -1, rows = argc > 3 ? atoi(argv[3]) : 0;
  if (first_row < 0 || rows < 1 || first_row + rows > ROWS) {
    fprintf(stderr, "usage: dop POSITIONS FIRST_ROW ROWS, of %d\n", ROWS);
    return EXIT_FAILURE;
  }
  read_positions(argv[1]);
  double sin_mask = sin(5 * M_PI / 180), f = 1 / 298.257223563, e2 = f * (2 - f);
  double sums[3] = {0}, medians = 0;
  long found[3] = {0};
  double begin = seconds();
  for (int row = first_row; row < first_row + rows; row++) {
    double latitude = (90 - (row + 0.5) * 180 / ROWS) * M_PI / 180;
    double n = 6378137 / sqrt(1 - e2 * sin(latitude) * sin(latitude));
    for (int column = 0; column < COLUMNS; column++) {
      double longitude = (-180 + (column + 0.5) * 360 / COLUMNS) * M_PI / 180;
      double up[3] = {cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)};
      double site[3] = {n * up[0], n * up[1], n * (1 - e2) * up[2]};
      struct statistics cell[3];
      memset(cell, 0, sizeof cell);
      for (int t = 0; t < INSTANTS; t++) {
        struct normals first = look(positions[t], FIRST, site, up, sin_mask);
        struct normals second = look(positions[t] + FIRST, SATELLITES - FIRST, site, up, sin_mask);
        struct normals both = {first.n + second.n, 0, 0, 0, first.xx + second.xx, first.xy + second.xy,
                               first.xz + second.xz, first.yy + second.yy, first.yz + second.yz, first.zz + second.zz};
        count(&cell[0], &first, up);
        count(&cell[1], &second, up);
        count(&cell[2], &both, up);
      }
      for (int i = 0; i < 3; i++) {
        sums[i] += cell[i].sum[0];
        found[i] += cell[i].positions;
        for (int bin = 0, below = 0; bin < BINS && (below += cell[i].histogram[0][bin]) < INSTANTS / 2; bin++) medians++;
      }
    }
  }
  double took = seconds() - begin, dops = 3.0 * rows * COLUMNS * INSTANTS;
  printf("{\"rows\": %d, \"ns_per_dop\": %.2f, \"positions\": [%ld, %ld, %ld], "
         "\"pdop_mean\": [%.5f, %.5f, %.5f], \"median_bins\": %.0f}\n",
         rows, took * 1e9 / dops, found[0], found[1], found[2], sums[0] / found[0], sums[1] / found[1],
         sums[2] / found[2], medians);
  return EXIT_SUCCESS;
}
