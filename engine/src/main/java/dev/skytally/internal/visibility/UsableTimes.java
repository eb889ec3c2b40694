package dev.skytally.internal.visibility;

import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the satellites of a constellation are out of service around a window, to the microsecond.
 *
 * <p>Times are equal if the same satellites are out of service at the same times. Safe for use by
 * several threads at once.
 */
public final class UsableTimes {
  /** No satellite is ever out of service. */
  public static final UsableTimes ALWAYS = new UsableTimes(new long[0][]);

  /** By satellite: the beginnings and ends of its outages in turn, ascending, without overlaps. */
  private final long[][] edgesMicros;

  private final List<Edge> edges = new ArrayList<>();

  /**
   * A change of a satellite's service.
   *
   * @param isOut whether it is out of service from then on
   */
  record Edge(long utcMicros, int satellite, boolean isOut) implements Comparable<Edge> {
    /** Compares two edges by their times, then by their satellites. */
    @Override
    public int compareTo(Edge other) {
      int order = Long.compare(utcMicros, other.utcMicros);
      return order == 0 ? Integer.compare(satellite, other.satellite) : order;
    }
  }

  private UsableTimes(long[][] edgesMicros) {
    this.edgesMicros = edgesMicros;
    for (int j = 0; j < edgesMicros.length; j++) {
      for (int i = 0; i < edgesMicros[j].length; i++) {
        edges.add(new Edge(edgesMicros[j][i], j, i % 2 == 0));
      }
    }
    Collections.sort(edges);
  }

  /**
   * Returns the times of the members of a constellation, by their numbers. A sample at the end of
   * the window belongs to it.
   */
  public static UsableTimes of(
      Constellation constellation, Outages outages, Instant start, Instant end) {
    if (outages.isNone()) {
      return ALWAYS;
    }
    List<Member> members = constellation.members();
    Instant afterEnd = end.plus(1, ChronoUnit.MICROS);
    long[][] edgesMicros = new long[members.size()][];
    for (int j = 0; j < edgesMicros.length; j++) {
      edgesMicros[j] = merged(outages.of(members.get(j).satellite(), start, afterEnd));
    }
    return ofEdges(edgesMicros);
  }

  private static UsableTimes ofEdges(long[][] edgesMicros) {
    for (long[] own : edgesMicros) {
      if (own.length > 0) {
        return new UsableTimes(edgesMicros);
      }
    }
    return ALWAYS;
  }

  /** Reads the times that {@link #writeTo} wrote. */
  public static UsableTimes read(AnswerInput in) throws IOException {
    return ofEdges(in.list(AnswerInput::longIntegers).toArray(long[][]::new));
  }

  /** Writes the times into an answer. */
  public void writeTo(AnswerOutput out) throws IOException {
    out.number(edgesMicros.length);
    for (long[] own : edgesMicros) {
      out.numbers(own);
    }
  }

  private static long[] merged(List<Outage> byBeginning) {
    long[] edges = new long[2 * byBeginning.size()];
    int size = 0;
    for (Outage outage : byBeginning) {
      long from = micros(outage.from());
      long to = outage.to().isPresent() ? micros(outage.to().get()) : Long.MAX_VALUE;
      if (size > 0 && from <= edges[size - 1]) {
        edges[size - 1] = Math.max(edges[size - 1], to);
      } else {
        edges[size++] = from;
        edges[size++] = to;
      }
    }
    return Arrays.copyOf(edges, size);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Returns whether no satellite is ever out of service. */
  public boolean isAlways() {
    return edges.isEmpty();
  }

  /** Returns whether a satellite is out of service. */
  public boolean isOut(int satellite, long utcMicros) {
    if (edges.isEmpty()) {
      return false;
    }
    long[] own = edgesMicros[satellite];
    int before = 0;
    while (before < own.length && own[before] <= utcMicros) {
      before++;
    }
    return before % 2 == 1;
  }

  /** Returns all changes, in order of time. */
  List<Edge> edges() {
    return edges;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsableTimes times && Arrays.deepEquals(times.edgesMicros, edgesMicros);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(edgesMicros);
  }
}
