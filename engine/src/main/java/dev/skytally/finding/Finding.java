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
 * The answer of a {@link FindingQuestion}: a published figure, compared with the figures of each
 * setting that its source does not specify, and of later days.
 *
 * <p>Immutable.
 *
 * @param figure the published figure
 * @param snapshot the element sets of the settings and choices
 * @param settings all combinations, in display order; one of them is {@link #first()}
 * @param choices settings that differ from the first one in one choice
 * @param later the same question at the day and with the element sets of each bundled snapshot
 */
public record Finding(
    PublishedFigure figure,
    Snapshot snapshot,
    List<Row> settings,
    List<Row> choices,
    List<Row> later) {

  /**
   * The repeat period of BeiDou's medium orbits: 13 revolutions while the Earth rotates 7 times
   * below them.
   */
  public static final int REPEAT_DAYS = 7;

  /**
   * One setting and its answer.
   *
   * @param choice how it differs from the first setting, for people; empty unless it is one of
   *     {@link #choices}
   * @param beidou which BeiDou satellites count; operational GPS satellites always count
   * @param result the answer
   * @param withMissing the answer with the missing satellites, if any are missing
   */
  public record Row(
      String choice,
      StatusFilter beidou,
      StudyResult result,
      Optional<FilledGaps.Answer<StudyResult>> withMissing) {

    /** {@return the day on which the window begins} */
    public LocalDate day() {
      return LocalDate.ofInstant(result.start(), ZoneOffset.UTC);
    }

    /** {@return the mask, degrees} */
    public double maskDegrees() {
      return Math.toDegrees(result.mask().leastElevationRadians());
    }

    /** {@return whether the counts have no time step} */
    public boolean isExact() {
      return result.sampledEvery().isEmpty();
    }

    /**
     * {@return the number of satellites of a system that count}
     *
     * @param system one of the systems that were asked for
     */
    public int satellites(GnssSystem system) {
      return result.constellation().members(system).size();
    }

    /**
     * {@return the number of capitals that a system leads}
     *
     * @param system one of the systems that were asked for
     * @param metric the figure that decides who leads
     */
    public int led(GnssSystem system, Metric metric) {
      return result.ledBy(system, metric).size();
    }

    /**
     * {@return the number of capitals where two or more systems share the first place}
     *
     * @param metric the figure that decides who leads
     */
    public int ties(Metric metric) {
      return result.ties(metric).size();
    }

    /**
     * {@return the greatest number of satellites of a system in view of Addis Ababa}
     *
     * @param system one of the systems that were asked for
     */
    public int addisAbaba(GnssSystem system) {
      return result.tally("Addis Ababa").inView(system).max();
    }

    /** {@return whether satellites are missing} */
    public Completeness completeness() {
      return result.constellation().completeness();
    }

    /** {@return the satellites whose orbits make the answer uncertain} */
    public OldOrbits oldOrbits() {
      Duration half = Duration.between(result.start(), result.end()).dividedBy(2);
      return result.constellation().oldOrbits(result.start().plus(half));
    }

    /**
     * {@return whether this setting gives all published figures exactly}
     *
     * @param figure the published figure
     */
    public boolean gives(PublishedFigure figure) {
      return led(BDS, Metric.MAX) == figure.capitals()
          && addisAbaba(BDS) == figure.addisAbaba().orElse(addisAbaba(BDS));
    }
  }

  /** Checks the components, and copies those that can change. */
  public Finding {
    settings = List.copyOf(settings);
    choices = List.copyOf(choices);
    later = List.copyOf(later);
  }

  /** {@return the first setting: the figure's satellites and day, mask 0, exact} */
  public Row first() {
    return settings.stream()
        .filter(row -> row.beidou() == figure.beidou() && row.day().equals(figure.day()))
        .filter(row -> row.maskDegrees() == 0 && row.isExact())
        .findFirst()
        .orElseThrow();
  }

  /** {@return the settings that give all published figures} */
  public List<Row> matching() {
    return settings.stream().filter(row -> row.gives(figure)).toList();
  }

  /**
   * {@return the number of days, where days that are a whole number of repeats of BeiDou's ground
   * tracks apart count once}
   *
   * @param rows the settings
   */
  public static long geometries(List<Row> rows) {
    return rows.stream().map(row -> row.day().toEpochDay() % REPEAT_DAYS).distinct().count();
  }
}
