package dev.skytally.atlas;

import dev.skytally.GridTally;
import dev.skytally.atlas.output.Layer;
import dev.skytally.atlas.plan.Chunk;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How much an atlas costs.
 *
 * @param coreSeconds the processor time of all pieces
 * @param pieceBytes the size of all tallies
 * @param outputBytes the size of all layers, at most
 */
record Estimate(int pieces, int layers, double coreSeconds, double pieceBytes, double outputBytes) {
  private static final double SAMPLE_SECONDS = 0.4;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final double MEBIBYTE = 1 << 20;
  private static final double GIBIBYTE = 1 << 30;

  /**
   * Estimates the cost from the time that some rows of a day in the middle take here. They are
   * counted twice, because the first time Java compiles the code.
   */
  static Estimate of(Plan plan, Division division, Store store) throws IOException {
    LocalDate day = plan.firstDay().plusDays(plan.days() / 2);
    Constellation satellites = Work.day(store, day).constellation();
    Chunk chunk = division.chunks().get(division.chunks().size() / 2);
    double expected = division.seconds(plan, chunk);
    int rows = (int) Math.max(1, Math.min(chunk.rows(), chunk.rows() * SAMPLE_SECONDS / expected));
    Chunk sample = new Chunk(0, 0, chunk.firstRow(), rows, chunk.firstColumn(), chunk.columns());
    WorldGrid grid = sample.grid(plan);
    Work.study(plan, satellites, grid, day).run();
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    GridTally tally = Work.study(plan, satellites, grid, day).run().tally();
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    double scale = nanos / 1e9 / division.seconds(plan, sample);
    double bytesPerCell = (double) Work.bytes(tally).length / sample.cells();
    double cells = (double) plan.grid().rows() * plan.grid().columns();
    int layers = Layer.of(tally).size();
    int stretches = division.stretches().size();
    return new Estimate(
        division.chunks().size() * stretches,
        layers,
        division.seconds(plan) * scale,
        bytesPerCell * cells * stretches,
        Float.BYTES * cells * layers * (plan.periods().size() + 1));
  }

  double coreHours() {
    return coreSeconds / SECONDS_PER_HOUR;
  }

  /** Returns the estimate in a sentence. */
  String text(int cores) {
    return String.format(
        Locale.ROOT,
        "%s, about %.3f core-hours (%s on %s), %s of pieces and at most %s of %s.",
        Words.count(pieces, "piece", "pieces"),
        coreHours(),
        time(coreSeconds / cores),
        Words.count(cores, "core", "cores"),
        size(pieceBytes),
        size(outputBytes),
        Words.count(layers, "layer", "layers"));
  }

  private static String time(double seconds) {
    double hours = seconds / SECONDS_PER_HOUR;
    return hours < 1
        ? String.format(Locale.ROOT, "%.1f minutes", seconds / 60)
        : String.format(Locale.ROOT, "%.1f hours", hours);
  }

  private static String size(double bytes) {
    return bytes < GIBIBYTE
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }
}
