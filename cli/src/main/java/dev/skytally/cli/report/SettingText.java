package dev.skytally.cli.report;

import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definition behind the figures, in a few lines for people. */
final class SettingText {
  private static final int LABEL_WIDTH = 10;
  private static final int REASONS_TOLD = 3;

  private SettingText() {}

  static void append(StringBuilder text, Setting setting) {
    line(text, "Window", Utc.moment(setting.start()) + " to " + Utc.moment(setting.end()) + " UTC");
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
            () -> "elevation " + Decimals.plain(setting.maskDegrees(), 6) + " degrees or more");
  }

  private static String mode(Setting setting) {
    return setting.step().isEmpty()
        ? "exact, without a time step"
        : "sampled every " + Decimals.plain(setting.stepSeconds(), 6) + " s";
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
        + " UTC, "
        + Decimals.fixed(setting.medianAgeDays(), 1)
        + " days from the window's middle";
  }

  /** The most frequent reasons among the satellites that are known one by one. */
  private static String excluded(List<Exclusion> exclusions) {
    Map<String, Integer> countByReason = new LinkedHashMap<>();
    for (Exclusion exclusion : exclusions) {
      if (exclusion.catalogNumber() != 0) {
        countByReason.merge(exclusion.reason(), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> reasons = new ArrayList<>(countByReason.entrySet());
    reasons.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (Map.Entry<String, Integer> reason :
        reasons.subList(0, Math.min(REASONS_TOLD, reasons.size()))) {
      text.append(reason.getKey());
      text.append(reason.getValue() == 1 ? "; " : " (" + reason.getValue() + "); ");
      told += reason.getValue();
    }
    if (told < exclusions.size()) {
      text.append(exclusions.size() - told).append(" more; ");
    }
    return text.append("each by name: skytally elements").toString();
  }
}
