package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The satellites of one day.
 *
 * @param satellites the number that counted, by system in the order of the plan
 * @param medianAgeDays the median time between the element sets and noon
 * @param missing the satellites that should have counted, as text; empty if there are none
 * @param assumption why completeness is unknown, if it is
 * @param oldOrbits the satellites with {@linkplain OldOrbits old} element sets, as text; empty if
 *     there are none
 * @param uncertain the labels of the satellites that counted although their status is uncertain
 */
public record DayFacts(
    LocalDate day,
    List<Integer> satellites,
    double medianAgeDays,
    String missing,
    Optional<String> assumption,
    String oldOrbits,
    List<String> uncertain) {

  public static DayFacts of(LocalDate day, Constellation constellation) {
    Instant noon = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(12));
    Completeness completeness = constellation.completeness();
    return new DayFacts(
        day,
        constellation.systems().stream()
            .map(system -> constellation.members(system).size())
            .toList(),
        constellation.medianAgeDays(noon).orElse(Double.NaN),
        completeness.missing().isEmpty() ? "" : Missing.names(completeness.missing()),
        completeness.assumption(),
        constellation.oldOrbits(noon).isEmpty() ? "" : constellation.oldOrbits(noon).text(),
        constellation.uncertainSatellites().stream().map(Satellite::label).toList());
  }

  public boolean isIncomplete() {
    return !missing.isEmpty();
  }

  public boolean hasOldOrbits() {
    return !oldOrbits.isEmpty();
  }

  /**
   * Returns the mark below a title, for example {@code (incomplete on 1, old orbits on 4 of 4
   * days)}; empty if all days are complete and use fresh orbits.
   */
  public static String titleMark(List<DayFacts> days) {
    List<String> marks = new ArrayList<>();
    addMark(marks, "incomplete", days, DayFacts::isIncomplete);
    addMark(marks, "completeness unknown", days, day -> day.assumption().isPresent());
    addMark(marks, "old orbits", days, DayFacts::hasOldOrbits);
    return marks.isEmpty()
        ? ""
        : "(%s of %s)".formatted(String.join(", ", marks), Words.count(days.size(), "day", "days"));
  }

  private static void addMark(
      List<String> marks, String words, List<DayFacts> days, Predicate<DayFacts> has) {
    long count = days.stream().filter(has).count();
    if (count > 0) {
      marks.add(words + " on " + count);
    }
  }

  /** Returns one line for each day, as CSV. */
  public static byte[] csv(List<GnssSystem> systems, List<DayFacts> days) {
    CsvText csv = new CsvText();
    csv.cell("day")
        .cell("complete")
        .cell("missing")
        .cell("old_orbits")
        .cell("uncertain")
        .cell("age_days_median");
    systems.forEach(system -> csv.cell(Words.key(system) + "_satellites"));
    csv.endRow();
    for (DayFacts facts : days) {
      csv.cell(facts.day().toString());
      csv.cell(facts.isIncomplete() ? "no" : facts.assumption().isPresent() ? "unknown" : "yes");
      csv.cell(facts.missing())
          .cell(facts.oldOrbits())
          .cell(String.join(" ", facts.uncertain()))
          .cell(Decimals.plain(facts.medianAgeDays(), 3));
      facts.satellites().forEach(count -> csv.cell(count.toString()));
      csv.endRow();
    }
    return csv.toString().getBytes(UTF_8);
  }
}
