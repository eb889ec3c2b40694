package dev.skytally.report.plan;

import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.SitePlan;
import dev.skytally.plan.SitePlan.Avoid;
import dev.skytally.report.passes.PassesTable;
import dev.skytally.report.plan.PlanReport.Ranked;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes windows for people. */
final class PlanTable {
  private static final String NONE = "-";

  /** The most that a time can need, with its offset. */
  private static final int TIME_WIDTH = 21;

  private static final int CAUSE_WIDTH = 45;

  private PlanTable() {}

  static String text(PlanReport report) {
    Setting setting = report.setting();
    List<SitePlan> plans = report.plans();
    StringBuilder text = new StringBuilder(8_192);
    Words.append(text, headline(report), 0);
    SettingText.appendMarks(text, setting.selection());
    text.append('\n');
    if (plans.size() == 1) {
      SettingText.line(text, "Site", PassesTable.place(plans.get(0).site()));
    }
    SettingText.line(text, "Wanted", PlanWords.question(report.question()));
    SettingText.append(text, setting);
    for (SitePlan plan : plans) {
      text.append('\n');
      if (plans.size() > 1) {
        Words.append(text, PassesTable.place(plan.site()), 0);
        if (setting.masks().sitesWithOwn() > 0) {
          SettingText.line(text, "In view", setting.at(plan.site()).masks().text());
        }
      }
      appendWindows(text, plan, report);
      appendAvoid(text, plan, setting);
    }
    text.append('\n');
    String zone =
        hasOneOffset(setting) ? setting.times().offset(setting.selection().start()) : "local";
    Words.append(
        text,
        "PDOP: exceeded in at most half of the minutes of the window; all systems together, "
            + ClocksText.words(report.clocks(), setting.systems())
            + ". Sats: the least number in view. Times are "
            + zone
            + setting.times().name()
            + ".",
        0);
    return text.toString();
  }

  private static String headline(PlanReport report) {
    List<SitePlan> plans = report.plans();
    if (plans.size() > 1) {
      long with = plans.stream().filter(plan -> !plan.windows().isEmpty()).count();
      return "%s of %s sites have a window.".formatted(with, plans.size());
    }
    SitePlan plan = plans.get(0);
    if (plan.windows().isEmpty()) {
      return Words.sentence(
          "No window at %s: %s".formatted(plan.site().name(), PlanWords.whyNone(plan, report)));
    }
    PlanWindow best = plan.windows().get(0);
    Times times = report.setting().times();
    return "%s at %s%s from %s."
        .formatted(
            Words.count(plan.windows().size(), "window", "windows"),
            plan.site().name(),
            plan.windows().size() == 1 ? "," : "; the best",
            times.span(PlanReport.firstSecond(best), PlanReport.lastSecond(best)));
  }

  private static boolean hasOneOffset(Setting setting) {
    return setting.times().haveOneOffset(setting.selection().start(), setting.selection().end());
  }

  /** Returns a time to the second, with its offset if clocks change in the window. */
  private static String time(Instant instant, Setting setting) {
    Times times = setting.times();
    return times.seconds(instant) + (hasOneOffset(setting) ? "" : " " + times.offset(instant));
  }

  private static void appendWindows(StringBuilder text, SitePlan plan, PlanReport report) {
    if (plan.windows().isEmpty()) {
      if (report.plans().size() > 1) {
        Words.append(text, Words.sentence("No window: " + PlanWords.whyNone(plan, report)), 0);
      }
      return;
    }
    Setting setting = report.setting();
    TextTable table =
        new TextTable()
            .numbers("Rank")
            .words("Begin", TIME_WIDTH)
            .words("End", TIME_WIDTH)
            .numbers("h:mm")
            .numbers("PDOP")
            .numbers("Sats")
            .words("Ends because", CAUSE_WIDTH);
    for (Ranked ranked : PlanReport.ranked(plan)) {
      PlanWindow window = ranked.window();
      table.row(
          Integer.toString(ranked.rank()),
          time(PlanReport.firstSecond(window), setting),
          time(PlanReport.lastSecond(window), setting),
          PlanWords.hoursAndMinutes(Duration.between(window.begin(), window.end())),
          window.medianPdop().isPresent()
              ? Decimals.fixed(window.medianPdop().getAsDouble(), 2)
              : NONE,
          Integer.toString(window.leastInView()),
          PlanWords.ending(window.ending()));
    }
    table.appendTo(text);
  }

  private static void appendAvoid(StringBuilder text, SitePlan plan, Setting setting) {
    if (plan.avoid().isEmpty()) {
      return;
    }
    text.append("\nAvoid\n");
    TextTable table =
        new TextTable()
            .words("Begin", TIME_WIDTH)
            .words("End", TIME_WIDTH)
            .numbers("h:mm")
            .words("Because of", CAUSE_WIDTH);
    for (Avoid avoid : plan.avoid()) {
      // As for a window, only whole seconds within the stretch are good.
      boolean isGood = avoid.failing().isEmpty();
      Instant begin = avoid.begin();
      Instant end = avoid.end();
      table.row(
          time(isGood ? PlanReport.firstSecond(begin, end) : PlanReport.floor(begin), setting),
          time(isGood ? PlanReport.floor(end) : PlanReport.ceiling(end), setting),
          PlanWords.hoursAndMinutes(Duration.between(avoid.begin(), avoid.end())),
          PlanWords.failing(avoid.failing()));
    }
    table.appendTo(text);
  }
}
