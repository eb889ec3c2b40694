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
 * An orbit that comes from elsewhere than an element set and is known over some stretches of time
 * only: precise positions, broadcast messages, almanacs, or whatever a caller can fly with Orekit.
 *
 * <p>A study excludes a satellite whose orbit is not known over its whole window, with the reason.
 * What lies outside of the window does not matter.
 *
 * <p>Safe for use by several threads at once if what provides it is.
 */
public final class ProvidedOrbit implements Orbit {
  private static final double SECONDS_PER_DAY = 86_400;

  private final List<OrbitArc> arcs;
  private final Stretch told;
  private final Duration slack;
  private final List<Health> healths;

  /**
   * An orbit of one or more arcs.
   *
   * @param arcs in order of time
   * @param told the times that the positions were told for; the age counts from there
   * @param slack how far a window may go beyond an arc
   * @param healths as its messages report it; empty if the source does not
   */
  ProvidedOrbit(List<OrbitArc> arcs, Stretch told, Duration slack, List<Health> healths) {
    this.arcs = List.copyOf(arcs);
    this.told = told;
    this.slack = slack;
    this.healths = List.copyOf(healths);
  }

  /** As above, told for the times of the arcs. */
  ProvidedOrbit(List<OrbitArc> arcs, Duration slack, List<Health> healths) {
    this(
        arcs,
        new Stretch(arcs.get(0).known().from(), arcs.get(arcs.size() - 1).known().to()),
        slack,
        healths);
  }

  /**
   * An orbit that Orekit can fly.
   *
   * @param provider is called only for dates between the two instants. A study calls it from one
   *     thread at a time; if several studies with this orbit run at once, it must be thread-safe
   * @param earthFixed the frame in which it is asked, as an ITRF of the caller's data context; the
   *     Earth is turned by this frame, not by the study's {@link EarthOrientation}
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

  /** The arc that covers a window. */
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

  /** How far a window may go beyond what is known. */
  Duration slack() {
    return slack;
  }

  /** The stretches of time over which it is known, in order. */
  public List<Stretch> known() {
    return arcs.stream().map(OrbitArc::known).toList();
  }

  /** The first instant at which it is known. */
  public Instant knownFrom() {
    return arcs.get(0).known().from();
  }

  /** The last instant at which it is known. */
  public Instant knownTo() {
    return arcs.get(arcs.size() - 1).known().to();
  }

  @Override
  public Duration age(Instant at) {
    if (at.isBefore(told.from())) {
      return Duration.between(told.from(), at);
    }
    return at.isAfter(told.to()) ? Duration.between(told.to(), at) : Duration.ZERO;
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
   * The health over a window, by the messages from the one nearest to its start to the one nearest
   * to its end.
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
