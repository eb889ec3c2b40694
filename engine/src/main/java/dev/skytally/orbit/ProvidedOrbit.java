package dev.skytally.orbit;

import dev.skytally.elements.Health;
import dev.skytally.elements.Orbit;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.orekit.frames.Frame;
import org.orekit.utils.PVCoordinatesProvider;

/**
 * An orbit that is not an element set and is known only over some stretches of time: precise
 * positions, broadcast messages, almanacs, or any orbit that Orekit can propagate.
 *
 * <p>A study excludes a satellite whose orbit is not known over the whole window, and gives the
 * reason.
 *
 * <p>Safe for use by several threads at once if its provider is.
 */
public final class ProvidedOrbit implements Orbit {
  private static final double SECONDS_PER_DAY = 86_400;

  private final List<OrbitArc> arcs;
  private final Stretch times;
  private final Duration slack;
  private final List<Health> healths;

  /**
   * Creates an orbit of one or more arcs.
   *
   * @param arcs in order of time
   * @param times the time span of the positions; the age counts from there
   * @param slack how far a window may go beyond an arc
   * @param healths the health that its messages report; empty if they report none
   */
  ProvidedOrbit(List<OrbitArc> arcs, Stretch times, Duration slack, List<Health> healths) {
    this.arcs = List.copyOf(arcs);
    this.times = times;
    this.slack = slack;
    this.healths = List.copyOf(healths);
  }

  /** Creates an orbit whose age counts from the arcs. */
  ProvidedOrbit(List<OrbitArc> arcs, Duration slack, List<Health> healths) {
    this(
        arcs,
        new Stretch(arcs.get(0).known().from(), arcs.get(arcs.size() - 1).known().to()),
        slack,
        healths);
  }

  /**
   * {@return an orbit that Orekit can propagate}
   *
   * @param provider is called only for dates between the two instants. A study calls it from one
   *     thread at a time; if several studies with this orbit run at once, it must be thread-safe
   * @param earthFixed the frame in which it is asked, as an ITRF of the caller's data context; the
   *     Earth is turned by this frame, not by the study's {@link EarthOrientation}
   * @param from the beginning of the stretch
   * @param to the end of the stretch
   * @throws PropagationException if it cannot be asked at an end, or flies no ellipse above ground
   */
  public static ProvidedOrbit of(
      PVCoordinatesProvider provider, Frame earthFixed, Instant from, Instant to)
      throws PropagationException {
    OrbitArc arc =
        new OrbitArc(date -> provider.getPVCoordinates(date, earthFixed), new Stretch(from, to));
    return new ProvidedOrbit(List.of(arc), Duration.ZERO, List.of());
  }

  boolean isKnown(Instant from, Instant to) {
    return arcs.stream().anyMatch(arc -> covers(arc, from, to));
  }

  private boolean covers(OrbitArc arc, Instant from, Instant to) {
    return !from.isBefore(arc.known().from().minus(slack))
        && !to.isAfter(arc.known().to().plus(slack));
  }

  /** Returns the arc that covers a window. */
  OrbitArc over(Instant from, Instant to) throws PropagationException {
    return arcs.stream()
        .filter(arc -> covers(arc, from, to))
        .findFirst()
        .orElseThrow(
            () ->
                new PropagationException(
                    "its orbit is known from %s to %s %s, not over the whole window"
                        .formatted(
                            knownFrom().truncatedTo(ChronoUnit.SECONDS),
                            knownTo().truncatedTo(ChronoUnit.SECONDS),
                            arcs.size() == 1 ? "only" : "with gaps")));
  }

  /** Returns how far a window may extend beyond the known stretches. */
  Duration slack() {
    return slack;
  }

  /** {@return the stretches of time over which it is known, in order} */
  public List<Stretch> known() {
    return arcs.stream().map(OrbitArc::known).toList();
  }

  /** {@return the first instant at which it is known} */
  public Instant knownFrom() {
    return arcs.get(0).known().from();
  }

  /** {@return the last instant at which it is known} */
  public Instant knownTo() {
    return arcs.get(arcs.size() - 1).known().to();
  }

  @Override
  public Duration age(Instant at) {
    if (at.isBefore(times.from())) {
      return Duration.between(times.from(), at);
    }
    return at.isAfter(times.to()) ? Duration.between(times.to(), at) : Duration.ZERO;
  }

  @Override
  public double meanMotionRevolutionsPerDay() {
    return arcs.get(0).before().getKeplerianMeanMotion() * SECONDS_PER_DAY / (2 * Math.PI);
  }

  @Override
  public double eccentricity() {
    return arcs.get(0).before().getE();
  }

  /**
   * Returns the health over a window, from the messages between the nearest to its start and the
   * nearest to its end.
   */
  @Override
  public Optional<Health> health(Instant from, Instant to) {
    if (healths.isEmpty() || !isKnown(from, to)) {
      return Optional.empty();
    }
    Instant first = nearestMessage(from);
    Instant last = nearestMessage(to);
    List<Health> reported =
        healths.stream()
            .filter(health -> !health.at().isBefore(first) && !health.at().isAfter(last))
            .toList();
    return reported.stream()
        .filter(health -> !health.isHealthy())
        .findFirst()
        .or(() -> Optional.of(reported.get(0)));
  }

  private Instant nearestMessage(Instant to) {
    return healths.stream()
        .map(Health::at)
        .min(Comparator.comparing(at -> Duration.between(at, to).abs()))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "orbit from %s to %s", knownFrom(), knownTo());
  }
}
