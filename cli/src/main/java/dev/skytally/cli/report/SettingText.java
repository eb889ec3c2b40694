package dev.skytally.cli.report;

import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definition behind the figures, in a few lines for people. */
final class SettingText {
  private static final int LABEL_WIDTH = 10;
  private static final int MOST_REASONS = 8;

  private SettingText() {}

  static void append(StringBuilder text, Setting setting) {
    line(
        text,
        "Window",
        Utc.minutes(setting.start()) + " to " + Utc.minutes(setting.end()) + " UTC");
    line(text, "In view", mask(setting) + "; " + mode(setting));
    line(text, "Counted", counted(setting) + "; " + setting.membership());
    line(text, "Elements", elements(setting));
    List<Exclusion> exclusions = setting.constellation().excluded();
    if (!exclusions.isEmpty()) {
      line(text, "Left out", excluded(exclusions));
    }
  }

  static void line(StringBuilder text, String label, String value) {
    Words.append(text, label + " ".repeat(LABEL_WIDTH - label.length()) + value, LABEL_WIDTH);
  }

  private static String mask(Setting setting) {
    return setting
        .horizonFile()
        .map(file -> "elevation at or above the horizon of " + file)
        .orElseGet(
            () -> "elevation " + Decimals.plain(setting.maskDegrees()) + " degrees or more");
  }

  private static String mode(Setting setting) {
    return setting.step().isEmpty()
        ? "exact, without a time step"
        : "sampled every " + Decimals.plain(setting.stepSeconds()) + " s";
  }

  private static String counted(Setting setting) {
    StringBuilder text = new StringBuilder();
    for (GnssSystem system : setting.systems()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(setting.constellation().members(system).size())
          .append(' ')
          .append(system.displayName());
    }
    return text.toString();
  }

  private static String elements(Setting setting) {
    return "snapshot "
        + setting.snapshot().label()
        + ", median epoch "
        + Utc.minutes(setting.medianEpoch())
        + " UTC, median distance from the window's middle "
        + Decimals.fixed(setting.medianAgeDays(), 1)
        + " days";
  }

  private static String excluded(List<Exclusion> exclusions) {
    Map<String, Integer> countByReason = new LinkedHashMap<>();
    for (Exclusion exclusion : exclusions) {
      countByReason.merge(exclusion.reason(), 1, Integer::sum);
    }
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (Map.Entry<String, Integer> entry : countByReason.entrySet()) {
      if (told == MOST_REASONS) {
        text.append("; and ").append(countByReason.size() - told).append(" more reasons");
        break;
      }
      text.append(told++ == 0 ? "" : "; ").append(entry.getKey());
      if (entry.getValue() > 1) {
        text.append(" (").append(entry.getValue()).append(')');
      }
    }
    return text.append("; each by name: skytally elements").toString();
  }
}
