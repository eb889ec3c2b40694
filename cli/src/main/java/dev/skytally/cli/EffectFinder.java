package dev.skytally.cli;

import dev.skytally.StudyResult;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.ElementPool.Found;
import dev.skytally.cli.report.MissingEffect;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the satellites that are missing from an answer would change in its verdict. */
final class EffectFinder {
  private static final Duration ANY_AGE = Duration.ofDays(100_000);

  private EffectFinder() {}

  /** Computes again, where an answer is incomplete. */
  interface Study {
    StudyResult of(Constellation constellation);
  }

  /**
   * The effect; empty if nothing is missing, or if a single system has nobody to lead.
   *
   * @param middle the instant that element sets are to be near to
   */
  static Optional<MissingEffect> find(
      StudyResult result, Instant middle, ElementPool pool, Study study) throws IOException {
    Constellation flown = result.constellation();
    if (flown.isComplete() || flown.systems().size() == 1) {
      return Optional.empty();
    }
    Map<Integer, Found> found = pool.nearest(numbers(flown), middle, ANY_AGE);
    if (found.isEmpty()) {
      return Optional.of(new MissingEffect(List.of(), result));
    }
    List<Member> added = new ArrayList<>();
    List<Exclusion> others = new ArrayList<>();
    for (Exclusion exclusion : flown.excluded()) {
      Optional<Missing> missing = exclusion.missing();
      Found nearest = missing.isPresent() ? found.get(exclusion.catalogNumber()) : null;
      if (nearest == null) {
        others.add(exclusion);
      } else {
        added.add(new Member(missing.get().satellite(), nearest.elements()));
      }
    }
    List<Member> all = new ArrayList<>(flown.members());
    all.addAll(added);
    StudyResult with = study.of(new Constellation(flown.systems(), all, others));
    Set<Member> members = new HashSet<>(with.constellation().members());
    added.removeIf(member -> !members.contains(member));
    return Optional.of(new MissingEffect(added, with));
  }

  private static List<Integer> numbers(Constellation flown) {
    return flown.missing().stream().map(one -> one.satellite().catalogNumber()).toList();
  }
}
