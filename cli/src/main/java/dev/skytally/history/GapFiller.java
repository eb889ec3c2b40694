package dev.skytally.history;

import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.archive.ElementPool.Found;
import dev.skytally.elements.ElementSet;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds element sets for the satellites that are missing from a constellation.
 *
 * @param start of the window
 * @param reach the greatest age at the middle of the window
 */
public record GapFiller(ElementPool pool, Instant start, Duration window, Duration reach) {

  /**
   * The element sets nearest to the middle of the window by which the missing satellites can be
   * flown over all of it.
   *
   * @return by catalogue number, of those satellites that have one
   */
  public Map<Integer, Found> find(Constellation constellation) throws IOException {
    Map<Integer, Satellite> missing =
        constellation.missing().stream()
            .map(Missing::satellite)
            .collect(Collectors.toMap(Satellite::catalogNumber, Function.identity(), (a, b) -> a));
    return pool.nearest(
        missing.keySet(),
        start.plus(window.dividedBy(2)),
        reach,
        elements -> canFly(missing.get(elements.catalogNumber()), elements));
  }

  private boolean canFly(Satellite satellite, ElementSet elements) {
    Constellation alone =
        new Constellation(
            List.of(satellite.system()), List.of(new Member(satellite, elements)), List.of());
    return VisibilityStudy.of(alone).over(start, window).threads(1).flown().missing().isEmpty();
  }
}
