package dev.skytally.selection;

import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/** When the orbits of some satellites are known, by a file of orbits. */
record OrbitCoverage(OrbitFile file, Set<String> prns) {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  /**
   * A window, if as many orbits are known over it as over the stretch that tells most. Else what of
   * that stretch lies within the window, if it is more than half of it; else the window all the
   * same.
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

  /** As {@link #within}, but if that is less than half of it, as much of the stretch itself. */
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
   * Rejects a window over which no orbit is known, or fewer than half of those that are known at
   * some instant of it.
   */
  void requireMost(Stretch window) throws SelectionException {
    int known = known(window);
    Set<String> within = new HashSet<>(file.knownWithin(window));
    within.retainAll(prns);
    if (known > 0 && 2 * known >= within.size()) {
      return;
    }
    Stretch covered = inWholeMinutes(file.fullest(prns));
    throw new SelectionException(
        SelectionException.Cause.WINDOW_NOT_COVERED,
        "%s knows %s of %s orbits over the whole window from %s to %s; choose one within %s to %s"
            .formatted(
                file.label(),
                known,
                prns.size(),
                window.from(),
                window.to(),
                covered.from(),
                covered.to()));
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
