package dev.skytally.finding;

import dev.skytally.satellites.StatusFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A published figure: the number of capitals in which BeiDou is ahead of GPS. */
public enum PublishedFigure {
  /** Its source names only the metric, the day and the number of satellites in service. */
  NIKKEI_2019(
      "Nikkei, August 2019, of 28 June 2019, in service then 35 BeiDou and 31 GPS satellites",
      130,
      OptionalInt.empty(),
      StatusFilter.OPERATIONAL,
      StatusFilter.OPERATIONAL_OR_TEST,
      LocalDate.of(2019, 6, 28),
      LocalDate.of(2019, 6, 28)),

  /** As cited in EAI brief 1604 of 2021, note 27. */
  NIKKEI_2020(
      "Nikkei, 25 November 2020, as cited in EAI brief 1604 (2021), note 27",
      165,
      OptionalInt.of(30),
      StatusFilter.TRANSMITTING,
      StatusFilter.TRANSMITTING,
      LocalDate.of(2020, 10, 26),
      LocalDate.of(2020, 11, 25));

  /** The number of all capitals, in both. */
  public static final int SITES = 195;

  private final String source;
  private final int capitals;
  private final OptionalInt addisAbaba;
  private final StatusFilter beidou;
  private final StatusFilter beidouWithTest;
  private final LocalDate day;
  private final LocalDate otherDay;

  PublishedFigure(
      String source,
      int capitals,
      OptionalInt addisAbaba,
      StatusFilter beidou,
      StatusFilter beidouWithTest,
      LocalDate day,
      LocalDate otherDay) {
    this.source = source;
    this.capitals = capitals;
    this.addisAbaba = addisAbaba;
    this.beidou = beidou;
    this.beidouWithTest = beidouWithTest;
    this.day = day;
    this.otherDay = otherDay;
  }

  /** Where the figure was published, for people. */
  public String source() {
    return source;
  }

  /** The number of capitals in which BeiDou is ahead. */
  public int capitals() {
    return capitals;
  }

  /** The greatest number of BeiDou satellites over Addis Ababa, if it was published. */
  public OptionalInt addisAbaba() {
    return addisAbaba;
  }

  /** The BeiDou satellites of the first setting: those that give the figure, or come nearest. */
  StatusFilter beidou() {
    return beidou;
  }

  /**
   * Which BeiDou satellites count where test satellites do. For 2019 those being commissioned do
   * not, because the figure speaks of satellites in service; for 2020 there were none.
   */
  StatusFilter beidouWithTest() {
    return beidouWithTest;
  }

  /**
   * The days of the settings: each day of one repeat of BeiDou's ground tracks around {@link #day};
   * for 2020 also samples of later repeats, until the day of publication.
   */
  List<LocalDate> days() {
    Stream<LocalDate> repeat = day.minusDays(3).datesUntil(day.plusDays(4));
    Stream<Integer> ofNovember =
        this == NIKKEI_2020 ? Stream.of(2, 5, 6, 7, 8, 9, 25) : Stream.empty();
    return Stream.concat(repeat, ofNovember.map(of -> LocalDate.of(2020, 11, of))).toList();
  }

  /** The day of the first setting: the published one, or else one that gives the figure. */
  public LocalDate day() {
    return day;
  }

  /** The day of publication if the source gives no day; else {@link #day}. */
  public LocalDate otherDay() {
    return otherDay;
  }
}
