package dev.skytally.report.plan;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.Sha256;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.passes.PassesTable;
import dev.skytally.report.setting.SettingWords;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Times;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes windows as events of a calendar (RFC 5545), in order of time, in UTC.
 *
 * <p>The UID of an event depends on the site, its mask, the question, the day and the number of
 * windows before it on that day. So a plan of newer element sets, whose windows move by seconds,
 * replaces the events in a calendar instead of adding others. A window without a whole second is an
 * event without an end, which has no length.
 */
final class PlanCalendar {
  private static final int MOST_OCTETS = 75;
  private static final int UID_DIGITS = 32;

  private final StringBuilder text = new StringBuilder(8_192);
  private final PlanReport report;
  private final String marks;

  private PlanCalendar(PlanReport report) {
    this.report = report;
    marks = new SettingWords(report.setting(), Language.EN).marks();
  }

  static String text(PlanReport report) {
    return new PlanCalendar(report).text();
  }

  private String text() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Skytally//plan//EN");
    for (SitePlan plan : report.plans()) {
      Map<String, Integer> byDay = new HashMap<>();
      List<PlanWindow> inOrder =
          plan.windows().stream().sorted(Comparator.comparing(PlanWindow::begin)).toList();
      for (PlanWindow window : inOrder) {
        String day = report.setting().times().date(window.begin());
        int number = byDay.merge(day, 1, Integer::sum);
        event(plan, window, uid(plan.site(), day, number));
      }
    }
    line("END:VCALENDAR");
    return text.toString();
  }

  private void event(SitePlan plan, PlanWindow window, String uid) {
    GroundSite site = plan.site();
    int rank = plan.windows().indexOf(window) + 1;
    String pdop =
        window.medianPdop().isPresent()
            ? "median PDOP " + Decimals.fixed(window.medianPdop().getAsDouble(), 2)
            : "no position";
    line("BEGIN:VEVENT");
    line("UID:" + uid);
    line("DTSTAMP:" + utc(report.created()));
    Instant first = PlanReport.firstSecond(window);
    Instant last = PlanReport.lastSecond(window);
    line("DTSTART:" + utc(first));
    if (first.isBefore(last)) {
      line("DTEND:" + utc(last));
    }
    line("SUMMARY:" + escaped("Satellites good at " + site.name() + ", " + pdop));
    line("LOCATION:" + escaped(PassesTable.place(site)));
    line(
        "GEO:"
            + Decimals.plain(site.latitudeDegrees(), 6)
            + ";"
            + Decimals.plain(Math.IEEEremainder(site.longitudeDegrees(), 360), 6));
    line(
        "DESCRIPTION:"
            + escaped(
                "Wanted: %s. Rank %s of %s. At least %s satellites in view. Ends because %s. %s"
                    .formatted(
                        PlanWords.question(report.question()),
                        rank,
                        plan.windows().size(),
                        window.leastInView(),
                        PlanWords.ending(window.ending()),
                        marks)
                    .strip()));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private String uid(GroundSite site, String day, int number) {
    ElevationMask mask = report.setting().at(site).masks().common();
    String key =
        String.join(
            "\n",
            site.name(),
            Double.toString(site.latitudeDegrees()),
            Double.toString(site.longitudeDegrees()),
            PlanWords.question(report.question()),
            report.setting().systems().toString(),
            Arrays.toString(mask.azimuthsRadians()),
            Arrays.toString(mask.elevationsRadians()),
            day,
            Integer.toString(number));
    String digest = Sha256.of(key);
    return digest.substring(0, UID_DIGITS) + "@skytally";
  }

  /** Returns {@code 20201125T063007Z}. */
  private static String utc(Instant instant) {
    String iso = Times.UTC.iso(instant);
    return iso.substring(0, iso.indexOf('.')).replace("-", "").replace(":", "") + "Z";
  }

  private static String escaped(String value) {
    return TextFile.printable(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /** Appends a line, folded so that no part has more than 75 octets. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int codePoint = content.codePointAt(i);
      int size = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(codePoint);
      octets += size;
      i += Character.charCount(codePoint);
    }
    text.append("\r\n");
  }
}
