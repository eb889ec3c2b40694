package dev.skytally.report.finding;

import dev.skytally.satellites.StatusFilter;
import java.time.LocalDate;
import java.util.OptionalInt;

/** A published figure: in how many capitals BeiDou is ahead of GPS. */
public enum Published {
  /** Only the metric, the day and the number of satellites in service are told beside it. */
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

  /** Of how many capitals, in both. */
  static final int SITES = 195;

  private final String source;
  private final int capitals;
  private final OptionalInt addisAbaba;
  private final StatusFilter beidou;
  private final StatusFilter beidouWithTest;
  private final LocalDate day;
  private final LocalDate otherDay;

  Published(
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

  String source() {
    return source;
  }

  int capitals() {
    return capitals;
  }

  /** The greatest number of BeiDou satellites over Addis Ababa, if it was told. */
  OptionalInt addisAbaba() {
    return addisAbaba;
  }

  /**
   * Which BeiDou satellites are looked at first: those that give what was told, or come nearest.
   */
  public StatusFilter beidou() {
    return beidou;
  }

  /**
   * Which BeiDou satellites count where test satellites do. For 2019 those being commissioned do
   * not, because the figure speaks of satellites in service; for 2020 there were none.
   */
  public StatusFilter beidouWithTest() {
    return beidouWithTest;
  }

  /** The day that is looked at first: the one told, or one that gives all that was told. */
  public LocalDate day() {
    return day;
  }

  /** Another day that suggests itself: that of print, if none was told. */
  public LocalDate otherDay() {
    return otherDay;
  }
}
