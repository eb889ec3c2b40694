package dev.skytally;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Compact tracks of the satellites of a study: Earth-fixed (ITRF) positions at the {@link #NODES}
 * Chebyshev nodes of each quarter of a day that the window touches.
 *
 * <p>Node {@code i} of a piece lies at the part {@code (1 - cos(pi i / (NODES - 1))) / 2} of it, so
 * both ends are nodes. The polynomial through a piece's nodes, by the barycentric formula with the
 * weights 1/2, -1, 1, ..., 1/2, is within {@link #ERROR_METERS} per axis of the positions that the
 * study used. Most of this error comes from rounding to a float: 2 m at geosynchronous height.
 *
 * <p>Immutable.
 */
public final class SatelliteTracks {
  /** The number of nodes of a piece. */
  public static final int NODES = 19;

  /** The length of a piece, microseconds. */
  public static final long PIECE_MICROS = 21_600_000_000L;

  /** The greatest error of a position between the nodes, metres. */
  public static final double ERROR_METERS = 3;

  private final long startMicros;
  private final long endMicros;
  private final List<float[][]> pieces = new ArrayList<>();

  SatelliteTracks(long windowStartMicros, long windowEndMicros) {
    startMicros = Math.floorDiv(windowStartMicros, PIECE_MICROS) * PIECE_MICROS;
    endMicros = windowEndMicros;
  }

  /** Adds the pieces of a block; the first block of a sweep discards all earlier pieces. */
  void add(EphemerisBlock block) {
    if (block.startMicros(0) <= startMicros) {
      pieces.clear();
    }
    long blockEndMicros = block.startMicros(block.steps());
    for (long piece = block.startMicros(0); piece < blockEndMicros; piece += PIECE_MICROS) {
      if (piece >= startMicros && piece < endMicros) {
        pieces.add(nodes(block, piece));
      }
    }
  }

  private static float[][] nodes(EphemerisBlock block, long pieceMicros) {
    float[][] nodes = new float[block.satellites()][3 * NODES];
    double[] meters = new double[3];
    for (int i = 0; i < NODES; i++) {
      double part = 0.5 * (1 - Math.cos(Math.PI * i / (NODES - 1)));
      double steps =
          (pieceMicros - block.startMicros(0) + part * PIECE_MICROS) / block.stepMicros();
      int step = (int) Math.min(steps, block.steps() - 1);
      for (int j = 0; j < nodes.length; j++) {
        block.position(step, j, steps - step, meters);
        for (int axis = 0; axis < 3; axis++) {
          nodes[j][axis * NODES + i] = (float) meters[axis];
        }
      }
    }
    return nodes;
  }

  /**
   * {@return the start of the first piece, microseconds since 1970-01-01 UTC} It is at or before
   * the start of the window.
   */
  public long startMicros() {
    return startMicros;
  }

  /** {@return the number of pieces} */
  public int pieces() {
    return pieces.size();
  }

  /**
   * {@return the positions at the nodes of a piece, in metres: all x, then all y, then all z}
   *
   * @param piece the number of the piece, from 0
   * @param satellite in the order of the constellation's members
   */
  public float[] nodesMeters(int piece, int satellite) {
    return pieces.get(piece)[satellite].clone();
  }
}
