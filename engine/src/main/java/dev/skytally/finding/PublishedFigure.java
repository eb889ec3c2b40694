package dev.skytally.finding;

import dev.skytally.satellites.StatusFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A published figure: the number of capitals in which BeiDou is ahead of GPS.
 *
 * <p>Immutable.
 *
 * @param otherDay the day of publication if the source gives no day, otherwise {@code day}
 * @param days the days of the settings: each day of one repeat of BeiDou's ground tracks, and
 *     samples of later ones until the day of publication
 * @param source where it was published, for people
 * @param capitals the number of capitals where BeiDou led
 * @param addisAbaba the greatest number of BeiDou satellites over Addis Ababa, if published
 * @param beidou the BeiDou satellites of the first setting: those that give the figure or the
 *     nearest to it
 * @param beidouWithTest which BeiDou satellites count if test satellites count
 * @param day the day of the first setting: the published day, or a day that gives the figure
 */
public record PublishedFigure(
    String source,
    int capitals,
    OptionalInt addisAbaba,
    StatusFilter beidou,
    StatusFilter beidouWithTest,
    LocalDate day,
    LocalDate otherDay,
    List<LocalDate> days) {

  /** The number of all capitals. */
  public static final int SITES = 195;

  /**
   * The figure of 2019. Its source gives only the metric, the day and the number of satellites in
   * service, so satellites being commissioned never count.
   */
  public static final PublishedFigure NIKKEI_2019 =
      new PublishedFigure(
          "Nikkei, August 2019, of 28 June 2019, in service then 35 BeiDou and 31 GPS satellites",
          130,
          OptionalInt.empty(),
          StatusFilter.OPERATIONAL,
          StatusFilter.OPERATIONAL_OR_TEST,
          LocalDate.of(2019, 6, 28),
          LocalDate.of(2019, 6, 28),
          LocalDate.of(2019, 6, 25).datesUntil(LocalDate.of(2019, 7, 2)).toList());

  /**
   * The figure of 2020, as cited in EAI brief 1604 of 2021, note 27. No satellite was being
   * commissioned then.
   */
  public static final PublishedFigure NIKKEI_2020 =
      new PublishedFigure(
          "Nikkei, 25 November 2020, as cited in EAI brief 1604 (2021), note 27",
          165,
          OptionalInt.of(30),
          StatusFilter.TRANSMITTING,
          StatusFilter.TRANSMITTING,
          LocalDate.of(2020, 10, 26),
          LocalDate.of(2020, 11, 25),
          Stream.concat(
                  LocalDate.of(2020, 10, 23).datesUntil(LocalDate.of(2020, 10, 30)),
                  Stream.of(2, 5, 6, 7, 8, 9, 25).map(day -> LocalDate.of(2020, 11, day)))
              .toList());

  /** Checks the components, and copies those that can change. */
  public PublishedFigure {
    days = List.copyOf(days);
    if (!days.contains(day) || (beidou != StatusFilter.OPERATIONAL && beidou != beidouWithTest)) {
      throw new IllegalArgumentException(
          "the first setting, %s with BeiDou %s, is none of the settings".formatted(day, beidou));
    }
  }
}
