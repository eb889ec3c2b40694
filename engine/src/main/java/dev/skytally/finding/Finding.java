package dev.skytally.finding;

import static dev.skytally.satellites.GnssSystem.BDS;

import dev.skytally.StudyResult;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.FilledGaps;
import dev.skytally.tally.Metric;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a {@link FindingQuestion}: a published figure beside the figures of each setting
 * that its source leaves open, and of later days.
 *
 * @param snapshot the element sets of the settings and choices
 * @param settings all combinations, in the order to show; one of them is {@link #first()}
 * @param choices settings that differ from the first one in one choice
 * @param later the same question at each bundled snapshot's own day and element sets
 */
public record Finding(
    PublishedFigure figure,
    Snapshot snapshot,
    List<Row> settings,
    List<Row> choices,
    List<Row> later) {

  /** BeiDou's medium orbits: 13 revolutions while the Earth turns 7 times below them. */
  public static final int REPEAT_DAYS = 7;

  /**
   * One setting and its answer.
   *
   * @param choice how it differs from the first setting, for people; empty unless it is one of
   *     {@link #choices}
   * @param beidou which BeiDou satellites count; of GPS always the operational ones
   * @param withMissing the answer with the missing satellites, if any are missing
   */
  public record Row(
      String choice,
      StatusFilter beidou,
      StudyResult result,
      Optional<FilledGaps.Answer<StudyResult>> withMissing) {

    /** The day on which the window begins. */
    public LocalDate day() {
      return LocalDate.ofInstant(result.start(), ZoneOffset.UTC);
    }

    public double maskDegrees() {
      return Math.toDegrees(result.mask().leastElevationRadians());
    }

    /** Whether the counts have no time step. */
    public boolean isExact() {
      return result.sampledEvery().isEmpty();
    }

    /** The number of satellites of a system that count. */
    public int satellites(GnssSystem system) {
      return result.constellation().members(system).size();
    }

    /** The number of capitals that a system leads. */
    public int led(GnssSystem system, Metric metric) {
      return result.ledBy(system, metric).size();
    }

    public int ties(Metric metric) {
      return result.ties(metric).size();
    }

    /** The greatest number of satellites of a system in view of Addis Ababa. */
    public int addisAbaba(GnssSystem system) {
      return result.tally("Addis Ababa").inView(system).max();
    }

    public Completeness completeness() {
      return result.constellation().completeness();
    }

    /** The satellites whose orbits make the answer uncertain. */
    public OldOrbits oldOrbits() {
      Duration half = Duration.between(result.start(), result.end()).dividedBy(2);
      return result.constellation().oldOrbits(result.start().plus(half));
    }

    /** Whether everything published comes out of this setting, to the digit. */
    public boolean gives(PublishedFigure figure) {
      return led(BDS, Metric.MAX) == figure.capitals()
          && addisAbaba(BDS) == figure.addisAbaba().orElse(addisAbaba(BDS));
    }
  }

  public Finding {
    settings = List.copyOf(settings);
    choices = List.copyOf(choices);
    later = List.copyOf(later);
  }

  /** The first setting: the figure's satellites and day, mask 0, exact. */
  public Row first() {
    return settings.stream()
        .filter(row -> row.beidou() == figure.beidou() && row.day().equals(figure.day()))
        .filter(row -> row.maskDegrees() == 0 && row.isExact())
        .findFirst()
        .orElseThrow();
  }

  /** The settings that give everything published. */
  public List<Row> matching() {
    return settings.stream().filter(row -> row.gives(figure)).toList();
  }

  /**
   * The number of days if those that are whole repeats of BeiDou's ground tracks apart count once.
   */
  public static long geometries(List<Row> rows) {
    return rows.stream().map(row -> row.day().toEpochDay() % REPEAT_DAYS).distinct().count();
  }
}
