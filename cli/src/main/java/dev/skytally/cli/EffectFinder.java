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
import java.util.Comparator;
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
  interface Study<R> {
    R of(Constellation constellation);
  }

  /**
   * A constellation filled with those missing satellites that have an element set anywhere.
   *
   * @param added these satellites, by their nearest element set whatever its age
   */
  record Filled(Constellation constellation, List<Member> added) {
    /** Those added that another constellation has too, because they could be flown. */
    List<Member> addedTo(Constellation flown) {
      Set<Member> members = new HashSet<>(flown.members());
      return added.stream().filter(members::contains).toList();
    }
  }

  /**
   * The effect; empty if nothing is missing, or if a single system has nobody to lead.
   *
   * @param middle the instant that element sets are to be near to
   */
  static Optional<MissingEffect> find(
      StudyResult result, Instant middle, ElementPool pool, Study<StudyResult> study)
      throws IOException {
    Constellation flown = result.constellation();
    if (flown.isComplete() || flown.systems().size() == 1) {
      return Optional.empty();
    }
    Filled filled = fill(flown, middle, pool);
    if (filled.added().isEmpty()) {
      return Optional.of(new MissingEffect(List.of(), result));
    }
    StudyResult with = study.of(filled.constellation());
    return Optional.of(new MissingEffect(filled.addedTo(with.constellation()), with));
  }

  static Filled fill(Constellation flown, Instant middle, ElementPool pool) throws IOException {
    Map<Integer, Found> found = pool.nearest(numbers(flown), middle, ANY_AGE);
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
    all.sort(
        Comparator.comparingInt(
            (Member member) -> flown.systems().indexOf(member.satellite().system())));
    return new Filled(new Constellation(flown.systems(), all, others), added);
  }

  private static List<Integer> numbers(Constellation flown) {
    return flown.missing().stream().map(one -> one.satellite().catalogNumber()).toList();
  }
}
