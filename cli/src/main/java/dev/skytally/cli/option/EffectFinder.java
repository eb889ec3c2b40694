package dev.skytally.cli.option;

import dev.skytally.StudyResult;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.ElementPool.Found;
import dev.skytally.elements.ElementSet;
import dev.skytally.history.GapFiller;
import dev.skytally.report.capitals.MissingEffect;
import dev.skytally.report.setting.Added;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the satellites that are missing from an answer would change in its verdict. */
public final class EffectFinder {
  /** Older element sets do not say where a satellite is, so it counts as without one. */
  private static final Duration OLDEST = Duration.ofDays(ElementSet.OLDEST_DAYS);

  private EffectFinder() {}

  /** Computes again, where an answer is incomplete. */
  public interface Study<R> {
    R of(Constellation constellation);
  }

  /**
   * A constellation filled with those missing satellites that have an element set anywhere that is
   * not too old.
   *
   * @param added these satellites, by their nearest element set that can be flown
   */
  public record Filled(Constellation constellation, List<Added> added) {}

  /** The effect; empty if nothing is missing, or if a single system has nobody to lead. */
  public static Optional<MissingEffect> find(
      StudyResult result, ElementPool pool, Study<StudyResult> study) throws IOException {
    Constellation flown = result.constellation();
    if (flown.missing().isEmpty() || flown.systems().size() == 1) {
      return Optional.empty();
    }
    Filled filled = fill(flown, result.start(), result.end(), pool);
    if (filled.added().isEmpty()) {
      return Optional.of(new MissingEffect(List.of(), result));
    }
    return Optional.of(new MissingEffect(filled.added(), study.of(filled.constellation())));
  }

  static Filled fill(Constellation flown, Instant start, Instant end, ElementPool pool)
      throws IOException {
    Map<Integer, Found> found =
        new GapFiller(pool, start, Duration.between(start, end), OLDEST).find(flown);
    Instant middle = start.plus(Duration.between(start, end).dividedBy(2));
    List<Added> added = new ArrayList<>();
    List<Member> all = new ArrayList<>(flown.members());
    List<Exclusion> others = new ArrayList<>();
    for (Exclusion exclusion : flown.excluded()) {
      Optional<Missing> missing = exclusion.missing();
      Found nearest = missing.isPresent() ? found.get(exclusion.catalogNumber()) : null;
      if (nearest == null) {
        others.add(exclusion);
      } else {
        Member member = new Member(missing.get().satellite(), nearest.elements());
        all.add(member);
        added.add(new Added(member, nearest.snapshot(), (long) member.ageDays(middle)));
      }
    }
    all.sort(
        Comparator.comparingInt(
            (Member member) -> flown.systems().indexOf(member.satellite().system())));
    return new Filled(flown.with(all, others), added);
  }
}
