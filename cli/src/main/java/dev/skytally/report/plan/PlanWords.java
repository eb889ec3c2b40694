package dev.skytally.report.plan;

import dev.skytally.plan.Condition;
import dev.skytally.plan.Condition.Comparison;
import dev.skytally.plan.Measure;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanQuestion.Hours;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.PlanWindow.Ending;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes conditions and what ends a window, for people. */
public final class PlanWords {
  private static final int MINUTES_AN_HOUR = 60;

  /** The number of systems that cover the whole Earth. */
  private static final int ENOUGH = 4;

  private PlanWords() {}

  /** Why a plan has no window. */
  public enum WithoutWindow {
    /** The hours of the day do not occur in it. */
    HOURS,
    /** The conditions hold together at no time. */
    NEVER,
    /** They hold, but not for long enough. */
    CONDITIONS,
    /** There are no conditions, and the hours are not long enough. */
    PERIOD
  }

  /** Returns the conditions as the user may write them, or what else was asked for. */
  public static String question(PlanQuestion question) {
    String conditions =
        question.conditions().isEmpty()
            ? "the least median PDOP"
            : conditions(question.conditions());
    return conditions
        + question
            .length()
            .map(
                length ->
                    (question.conditions().isEmpty() ? " for " : " for at least ") + length(length))
            .orElse("")
        + question.hours().map(hours -> ", from " + hours(hours) + " each day").orElse("");
  }

  /** Returns conditions as the user may write them. */
  public static String conditions(List<Condition> conditions) {
    return conditions.stream().map(Condition::toString).collect(Collectors.joining(", "));
  }

  /** Returns {@code 08:00 to 18:00 Europe/Chisinau}. */
  private static String hours(Hours hours) {
    return hours.from() + " to " + hours.to() + " " + zone(hours);
  }

  /** Returns the name of the time zone of some hours. */
  public static String zone(Hours hours) {
    return hours.zone().equals(ZoneOffset.UTC) ? "UTC" : hours.zone().getId();
  }

  /** Returns {@code 3:05} for three hours and five minutes, rounded down. */
  public static String hoursAndMinutes(Duration length) {
    long minutes = length.toMinutes();
    long rest = minutes % MINUTES_AN_HOUR;
    return minutes / MINUTES_AN_HOUR + (rest < 10 ? ":0" : ":") + rest;
  }

  /** Returns {@code 2 h}, {@code 1 h 30 min} or {@code 45 s}. */
  public static String length(Duration length) {
    StringBuilder text = new StringBuilder();
    append(text, length.toHours(), "h");
    append(text, length.toMinutesPart(), "min");
    double seconds = length.toSecondsPart() + length.toMillisPart() / 1e3;
    if (seconds > 0) {
      text.append(text.isEmpty() ? "" : " ").append(Decimals.plain(seconds, 3)).append(" s");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(text.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
    }
  }

  /** Returns what ends a window, for example {@code G12 sets: satellites < 8}. */
  public static String ending(Ending ending) {
    return switch (ending.kind()) {
      case SET -> satellite(ending, "sets");
      case RISE -> satellite(ending, "rises");
      case OUT_OF_SERVICE -> satellite(ending, "out of service");
      case BACK_IN_SERVICE -> satellite(ending, "back in service");
      case DILUTION -> failing(ending.condition().orElseThrow());
      case HOURS -> "the allowed hours end";
      case STUDY -> "the window of the plan ends";
      case LENGTH -> "the window has the requested length";
    };
  }

  private static String satellite(Ending ending, String does) {
    return "%s %s: %s"
        .formatted(
            ending.satellite().orElseThrow().label(),
            does,
            failing(ending.condition().orElseThrow()));
  }

  /** Returns why a plan has no window, for example {@code the conditions hold at no time}. */
  public static String whyNone(SitePlan plan, PlanReport report) {
    return reason(plan, report) + hint(plan, report);
  }

  private static String hint(SitePlan plan, PlanReport report) {
    if (isAllGood(plan, report)) {
      return "; try a longer window: --duration";
    }
    return needsSystems(plan, report) ? "; try more systems: --systems GPS,BDS,GAL,GLO" : "";
  }

  /** Returns whether the conditions hold all the time. */
  private static boolean isAllGood(SitePlan plan, PlanReport report) {
    Selection selection = report.setting().selection();
    return plan.longest()
        .filter(longest -> longest.begin().equals(selection.start()))
        .filter(longest -> longest.end().equals(selection.end()))
        .isPresent();
  }

  /** Returns whether more systems can help, because conditions about all of them do not hold. */
  public static boolean needsSystems(SitePlan plan, PlanReport report) {
    boolean isAboutAll =
        report.question().conditions().stream().anyMatch(of -> of.system().isEmpty());
    return isAboutAll
        && !isAllGood(plan, report)
        && !plan.avoid().isEmpty()
        && report.setting().systems().size() < ENOUGH;
  }

  /** Returns why a plan has no window. */
  public static WithoutWindow withoutWindow(SitePlan plan, PlanQuestion question) {
    if (plan.longest().isEmpty()) {
      return plan.avoid().isEmpty() ? WithoutWindow.HOURS : WithoutWindow.NEVER;
    }
    return question.conditions().isEmpty() ? WithoutWindow.PERIOD : WithoutWindow.CONDITIONS;
  }

  private static String reason(SitePlan plan, PlanReport report) {
    return switch (withoutWindow(plan, report.question())) {
      case HOURS -> "the hours of --between do not occur in the window";
      case NEVER -> "the conditions hold together at no time";
      case CONDITIONS -> tooShort("the longest stretch that meets the conditions", plan, report);
      case PERIOD -> tooShort("the longest period to plan", plan, report);
    };
  }

  private static String tooShort(String what, SitePlan plan, PlanReport report) {
    PlanWindow longest = plan.longest().orElseThrow();
    Times times = report.setting().times();
    return "%s lasts %s, from %s, which is shorter than %s"
        .formatted(
            what,
            length(Duration.between(longest.begin(), longest.end())),
            times.span(PlanReport.firstSecond(longest), PlanReport.lastSecond(longest)),
            length(report.question().length().orElseThrow()));
  }

  /** Returns why a period is no window, for example {@code GPS satellites < 8, PDOP > 2.5}. */
  public static String failing(List<Condition> conditions) {
    return conditions.isEmpty()
        ? "good, but too short"
        : conditions.stream().map(PlanWords::failing).collect(Collectors.joining(", "));
  }

  /** Returns the condition that holds while another one fails. */
  public static Condition opposite(Condition condition) {
    Comparison opposite =
        switch (condition.comparison()) {
          case AT_LEAST -> Comparison.LESS;
          case AT_MOST -> Comparison.MORE;
          case MORE -> Comparison.AT_MOST;
          case LESS -> Comparison.AT_LEAST;
        };
    return new Condition(condition.system(), condition.measure(), opposite, condition.limit());
  }

  private static String failing(Condition condition) {
    String opposite = opposite(condition).comparison().symbol();
    String figure =
        condition.measure() == Measure.SATELLITES ? "satellites" : condition.measure().toString();
    return system(condition.system())
        + "%s %s %s".formatted(figure, opposite, Decimals.plain(condition.limit(), 6));
  }

  private static String system(Optional<GnssSystem> system) {
    return system.map(one -> one.displayName() + " ").orElse("");
  }
}
