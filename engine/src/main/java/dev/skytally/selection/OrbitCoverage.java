package dev.skytally.selection;

import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/** The times for which a file gives the orbits of some satellites. */
record OrbitCoverage(OrbitFile file, Set<String> prns) {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  /**
   * Returns a window unchanged if as many orbits are known over it as over the stretch with the
   * most data. Otherwise, returns the part of that stretch within the window if this is more than
   * half of the window, or else the window unchanged.
   */
  Stretch within(Stretch window) {
    return within(window, file.fullest(prns));
  }

  private Stretch within(Stretch window, Stretch fullest) {
    if (known(window) >= known(fullest)) {
      return window;
    }
    Stretch covered = inWholeMinutes(fullest);
    Stretch within =
        new Stretch(later(covered.from(), window.from()), earlier(covered.to(), window.to()));
    return length(within).multipliedBy(2).compareTo(length(window)) > 0 ? within : window;
  }

  /**
   * Returns the result of {@link #within} if as many orbits are known over it as over the stretch
   * with the most data. Otherwise, returns the beginning of that stretch, at most as long as the
   * window.
   */
  Stretch like(Stretch window) {
    Stretch fullest = file.fullest(prns);
    Stretch within = within(window, fullest);
    if (known(within) >= known(fullest)) {
      return within;
    }
    Stretch covered = inWholeMinutes(fullest);
    return new Stretch(covered.from(), earlier(covered.to(), covered.from().plus(length(window))));
  }

  private static Duration length(Stretch stretch) {
    return Duration.between(stretch.from(), stretch.to());
  }

  /**
   * Rejects a window over which no orbit is known, or fewer than half of the orbits that are known
   * at some instant of it.
   */
  void requireMost(Stretch window) throws SelectionException {
    int known = known(window);
    Set<String> within = new HashSet<>(file.knownWithin(window));
    within.retainAll(prns);
    if (known > 0 && 2 * known >= within.size()) {
      return;
    }
    String times = "from %s to %s".formatted(window.from(), window.to());
    String problem =
        within.isEmpty()
            ? "no orbit is known in the window " + times
            : "only %s of the %s orbits known in the window %s %s known over all of it"
                .formatted(known, within.size(), times, known == 1 ? "is" : "are");
    Stretch covered = inWholeMinutes(file.fullest(prns));
    throw new SelectionException(
        SelectionException.Cause.WINDOW_NOT_COVERED,
        "%s: %s; choose a window within %s to %s"
            .formatted(file.label(), problem, covered.from(), covered.to()));
  }

  private int known(Stretch window) {
    Set<String> known = new HashSet<>(file.knownOver(window));
    known.retainAll(prns);
    return known.size();
  }

  private static Stretch inWholeMinutes(Stretch stretch) {
    return new Stretch(
        stretch.from().plusNanos(NANOS_PER_MINUTE - 1).truncatedTo(ChronoUnit.MINUTES),
        stretch.to().truncatedTo(ChronoUnit.MINUTES));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
