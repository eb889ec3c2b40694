package dev.skytally.reference;

import dev.skytally.orbit.PropagationException;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Where all satellites of some systems are at equally spaced samples. */
public final class SampledSatellites {
  private final List<double[]> positions;
  private final int[] systemOfSatellite;
  private final int systems;
  private final int samples;

  /**
   * Satellites at positions that are known.
   *
   * @param positions by satellite, each in the order of {@link EarthFixedPositions}
   * @param systemOfSatellite each satellite's system, 0 to {@code systems - 1}
   */
  public SampledSatellites(
      List<double[]> positions, int[] systemOfSatellite, int systems, int samples) {
    this.positions = List.copyOf(positions);
    this.systemOfSatellite = systemOfSatellite.clone();
    this.systems = systems;
    this.samples = samples;
  }

  /** The satellites of a constellation, propagated to each sample without interpolation. */
  public static SampledSatellites of(
      Constellation constellation, Instant start, Duration step, int samples) {
    List<Member> members = constellation.members();
    return new SampledSatellites(
        members.parallelStream()
            .map(member -> positions(member, start, (int) step.toSeconds(), samples))
            .toList(),
        members.stream()
            .mapToInt(member -> constellation.systems().indexOf(member.satellite().system()))
            .toArray(),
        constellation.systems().size(),
        samples);
  }

  private static double[] positions(Member member, Instant start, int stepSeconds, int samples) {
    try {
      return EarthFixedPositions.every(member.elementSet(), start, stepSeconds, samples);
    } catch (PropagationException e) {
      throw new IllegalStateException(member + ": " + e.getMessage(), e);
    }
  }

  /** The positions of a satellite, in the order of {@link EarthFixedPositions}. */
  public double[] positions(int satellite) {
    return positions.get(satellite);
  }

  public int samples() {
    return samples;
  }

  /** The same satellites at one of the samples. */
  public SampledSatellites at(int sample) {
    int from = sample * EarthFixedPositions.SIZE;
    int to = from + EarthFixedPositions.SIZE;
    return new SampledSatellites(
        positions.stream().map(all -> Arrays.copyOfRange(all, from, to)).toList(),
        systemOfSatellite,
        systems,
        1);
  }

  /** Counts what is in view. */
  public PlainCounts inView(PlainView view) {
    return count(positions.stream().map(view::inView).toArray(boolean[][]::new));
  }

  /** Counts what is in view by satellite, then sample. */
  public PlainCounts count(boolean[][] inView) {
    int[][] counts = new int[systems][samples];
    for (int j = 0; j < systemOfSatellite.length; j++) {
      for (int sample = 0; sample < samples; sample++) {
        counts[systemOfSatellite[j]][sample] += inView[j][sample] ? 1 : 0;
      }
    }
    return new PlainCounts(counts);
  }

  /** Counts what is surely, and what is perhaps in view, if a satellite near the mask may be. */
  public CountBounds inView(PlainView view, double nearTheMaskDegrees) {
    int[][] surely = new int[systems][samples];
    int[][] perhaps = new int[systems][samples];
    for (int j = 0; j < systemOfSatellite.length; j++) {
      int system = systemOfSatellite[j];
      for (int sample = 0; sample < samples; sample++) {
        double aboveMaskDegrees = view.aboveMaskDegrees(positions.get(j), sample);
        surely[system][sample] += aboveMaskDegrees >= nearTheMaskDegrees ? 1 : 0;
        perhaps[system][sample] += aboveMaskDegrees >= -nearTheMaskDegrees ? 1 : 0;
      }
    }
    return new CountBounds(new PlainCounts(surely), new PlainCounts(perhaps));
  }
}
