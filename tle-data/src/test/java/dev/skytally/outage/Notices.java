package dev.skytally.outage;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Texts of notices in the published layout, with a condition of one word. */
final class Notices {
  private static final String NONE = "N/A";

  private Notices() {}

  /**
   * Returns a NANU.
   *
   * @param start such as {@code 2022-07-14T15:24}; empty for none
   * @param stop as the start; any other word is the text of the day, for example UFN
   */
  static String nanu(
      String type, String number, String prn, String reference, String start, String stop) {
    String fields =
        time("START", start) + (type.equals("DECOM") ? time("UNUSABLE START", start) : "");
    return """
        NOTICE ADVISORY TO NAVSTAR USERS (NANU) %s
        SUBJ: SVN99 (PRN%s) %s
        1.     NANU TYPE: %s
               NANU NUMBER: %s
               NANU DTG: 011200Z JAN 2022
               REFERENCE NANU: %s
               SVN: 99
               PRN: %s
        %s%s
        2.  CONDITION: ANY: WORD

        """
        .formatted(
            number,
            prn,
            type,
            type,
            number,
            reference.isEmpty() ? NONE : reference,
            prn,
            fields,
            time("STOP", stop));
  }

  private static String time(String which, String time) {
    if (time.length() != 16) {
      return "       %s JDAY: %s\n       %s TIME ZULU: N/A\n       %s CALENDAR DATE: N/A\n"
          .formatted(which, time.isEmpty() ? NONE : time, which, which);
    }
    LocalDateTime at = LocalDateTime.parse(time);
    return "       %s JDAY: %s\n       %s TIME ZULU: %s\n       %s CALENDAR DATE: %s\n"
        .formatted(
            which,
            at.format(DateTimeFormatter.ofPattern("DDD", Locale.ROOT)),
            which,
            at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT)),
            which,
            at.format(DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH))
                .toUpperCase(Locale.ROOT));
  }

  static String nagu(
      String type, String number, String satellite, String reference, String start, String end) {
    return """
        NOTICE ADVISORY TO GALILEO USERS (NAGU) %s
        DATE GENERATED (UTC): 2025-01-17 15:15

        NAGU TYPE: %s
        NAGU NUMBER: %s
        NAGU REFERENCED TO: %s
        START DATE EVENT (UTC): %s
        END DATE EVENT (UTC): %s
        SATELLITE AFFECTED: %s
        SPACE VEHICLE ID: %s
        SIGNAL(S) AFFECTED: ALL

        EVENT DESCRIPTION: ANY WORD
        """
        .formatted(
            number,
            type,
            number,
            reference.isEmpty() ? NONE : reference,
            start.isEmpty() ? NONE : start,
            end.isEmpty() ? NONE : end,
            satellite.equals("ALL") ? "ALL" : "GSAT0100",
            satellite);
  }
}
