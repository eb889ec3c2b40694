package dev.skytally.report.validation;

import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.OrbitComparison.Matches;
import dev.skytally.validation.OrbitComparison.PositionErrors;
import dev.skytally.validation.OrbitComparison.ViewErrors;
import dev.skytally.validation.Spread;
import dev.skytally.validation.Validation.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The errors of element sets for people: those nearest in age in full, the others in a line. */
final class OrbitTable {
  /** More satellites that are not compared share one reason. */
  private static final int MOST_EXPLAINED = 3;

  private final OrbitReport report;
  private final StringBuilder text = new StringBuilder(8_192);
  private final String places;

  OrbitTable(OrbitReport report) {
    this.report = report;
    places = report.areCapitals() ? "capitals" : "sites";
  }

  String text() {
    Entry<OrbitComparison> nearest = report.entries().get(0);
    OrbitComparison comparison = nearest.comparison();
    Words.append(
        text,
        "In view differs in %s %% of all (%s, satellite, instant): %s against %s."
            .formatted(
                Decimals.percent(comparison.shareDiffering()),
                report.areCapitals() ? "capital" : "site",
                SourceColumns.name(nearest),
                report.truth()),
        0);
    SettingText.appendIncomplete(text, nearest.completeness());
    text.append('\n');
    appendSetting(nearest);
    text.append('\n');
    appendPositions(comparison);
    text.append('\n');
    appendViews(nearest);
    Words.append(text, verdict(comparison), 0);
    if (report.entries().size() > 1) {
      text.append('\n');
      appendAges();
    }
    return text.toString();
  }

  private void appendSetting(Entry<OrbitComparison> entry) {
    OrbitComparison comparison = entry.comparison();
    SettingText.line(text, "Window", report.times().window(comparison.start(), comparison.end()));
    SettingText.line(
        text,
        "In view",
        "elevation %s degrees or more, from %s %s; exact, without a time step"
            .formatted(
                Decimals.plain(OrbitReport.maskDegrees(entry), 6),
                OrbitReport.sites(entry),
                places));
    SettingText.line(text, "Truth", report.format() + "; Earth-fixed");
    SourceColumns.appendLine(text, entry);
    Matches matches = comparison.matches();
    SettingText.line(
        text,
        "Compared",
        "%s of the %s satellites in both over the whole window%s"
            .formatted(
                comparison.truth().members().size(), matches.inBoth(), notCompared(matches)));
    appendOthers("only in the truth: ", matches.onlyTrue());
    appendOthers("only in the element sets: ", matches.onlyPredicted());
    if (comparison.positionsLeftOut() > 0) {
      SettingText.line(
          text,
          "Positions",
          String.format(
              Locale.ROOT,
              "every 5 minutes from %s, %,d of all (satellite, instant); not the other"
                  + " %,d, at which an orbit is not known",
              report
                  .times()
                  .window(comparison.positionsOver().from(), comparison.positionsOver().to()),
              comparison.positionsCompared(),
              comparison.positionsLeftOut()));
    }
  }

  private static String notCompared(Matches matches) {
    List<Exclusion> leftOut = matches.leftOut();
    if (leftOut.size() > MOST_EXPLAINED) {
      return "; the orbits of the others are not known or cannot be flown over all of it: "
          + String.join(", ", leftOut.stream().map(Exclusion::name).toList());
    }
    StringBuilder reasons = new StringBuilder();
    for (Exclusion exclusion : leftOut) {
      reasons.append("; not ").append(exclusion.name()).append(": ").append(exclusion.reason());
    }
    return reasons.toString();
  }

  private void appendOthers(String where, List<Satellite> satellites) {
    if (!satellites.isEmpty()) {
      SettingText.line(
          text, "", where + String.join(", ", satellites.stream().map(Satellite::label).toList()));
    }
  }

  private void appendPositions(OrbitComparison comparison) {
    TextTable table =
        new TextTable()
            .words("", 8)
            .words("", 5)
            .numbers("sats")
            .numbers("error, km", "50 %")
            .numbers("error, km", "95 %")
            .numbers("error, km", "max");
    for (String axis : List.of("along track", "across", "radial")) {
      table.numbers(axis, "50 %").numbers(axis, "95 %");
    }
    table.numbers("in view", "wrong, %");
    StringBuilder worst = new StringBuilder("Greatest errors:");
    for (PositionErrors errors : comparison.positionErrors()) {
      List<String> cells = new ArrayList<>();
      cells.add(errors.system().displayName());
      cells.add(errors.orbitClass().name());
      cells.add(Integer.toString(errors.satellites()));
      cells.add(kilometres(errors.meters().median()));
      cells.add(kilometres(errors.meters().percentile95()));
      cells.add(kilometres(errors.meters().max()));
      for (Spread axis :
          List.of(errors.alongMeters(), errors.crossMeters(), errors.radialMeters())) {
        cells.add(kilometres(axis.median()));
        cells.add(kilometres(axis.percentile95()));
      }
      cells.add(
          Double.isNaN(errors.shareDiffering()) ? "-" : Decimals.percent(errors.shareDiffering()));
      table.row(cells.toArray(String[]::new));
      worst.append(worst.toString().endsWith(":") ? " " : ", ").append(errors.worst().label());
    }
    table.appendTo(text);
    Words.append(text, worst + ". 50 % and 95 %: not exceeded by that share of the errors.", 0);
  }

  /** Three significant digits, and at most two decimals: ten metres. */
  private static String kilometres(double meters) {
    double size = Math.abs(meters) / 1000;
    return number(meters / 1000, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "-" : Decimals.fixed(value, decimals);
  }

  private void appendViews(Entry<OrbitComparison> entry) {
    TextTable table =
        new TextTable()
            .words("", 8)
            .numbers("in view", "wrong, %")
            .numbers("rises, sets: s", "50 %")
            .numbers("rises, sets: s", "95 %")
            .numbers("rises, sets: s", "max")
            .numbers("rises, sets: s", "lone")
            .numbers("number in view", "wrong, %")
            .numbers("number in view", "by most")
            .numbers("means", "off by")
            .numbers("maxima", "wrong at");
    for (ViewErrors errors : entry.comparison().viewErrors()) {
      table.row(
          errors.system().displayName(),
          Decimals.percent(errors.shareDiffering()),
          number(errors.riseAndSetSeconds().median(), 1),
          number(errors.riseAndSetSeconds().percentile95(), 1),
          number(errors.riseAndSetSeconds().max(), 1),
          Integer.toString(errors.unmatched()),
          number(100 * errors.shareCountDiffers(), 3),
          Integer.toString(errors.greatestCountError()),
          number(errors.meanInView().max(), 4),
          Integer.toString(errors.maxDiffers()));
    }
    table.appendTo(text);
    Words.append(
        text,
        "Lone: rises and sets without a counterpart in the other orbit within half an hour, for example"
            + " of passes that graze the mask. Number in view: share of time in which it is wrong, and"
            + " greatest error. Means: greatest error. Maxima: number of %s where it is wrong."
                .formatted(places),
        0);
    text.append('\n');
  }

  private String verdict(OrbitComparison comparison) {
    if (comparison.truth().systems().size() < 2) {
      return "No leader, because only one system is compared.";
    }
    StringBuilder sentence =
        new StringBuilder("Counting the satellites compared, the leader is wrong at");
    String separator = " ";
    for (Metric metric : Metric.values()) {
      List<GroundSite> sites = comparison.leaderDiffers(metric);
      sentence.append(separator).append(sites.size());
      sentence.append(separator.equals(" ") ? " of the " + places : "");
      sentence.append(by(metric));
      if (!sites.isEmpty()) {
        sentence.append(" (");
        sentence.append(String.join(", ", sites.stream().map(GroundSite::name).toList()));
        sentence.append(')');
      }
      separator = ", at ";
    }
    return sentence.append('.').toString();
  }

  private static String by(Metric metric) {
    return switch (metric) {
      case MAX -> " by the maximum";
      case MEAN -> " by the mean";
      case SHARE -> " by the share of time ahead";
    };
  }

  private void appendAges() {
    TextTable table =
        new TextTable()
            .words("elements", 14)
            .numbers("age")
            .words("", 7)
            .numbers("error, km", "50 %")
            .numbers("error, km", "95 %")
            .numbers("in view", "wrong,%")
            .numbers("rise/set, s", "50 %")
            .numbers("rise/set, s", "95 %")
            .numbers("number", "wrong,%")
            .numbers("lead", "wrong");
    for (Entry<OrbitComparison> entry : report.entries()) {
      OrbitComparison comparison = entry.comparison();
      for (ViewErrors errors : comparison.viewErrors()) {
        Spread meters = comparison.meters(errors.system());
        table.row(
            SourceColumns.name(entry),
            Decimals.fixed(entry.ageDays(), 1),
            errors.system().displayName(),
            number(meters.median() / 1000, 1),
            number(meters.percentile95() / 1000, 1),
            Decimals.percent(errors.shareDiffering()),
            number(errors.riseAndSetSeconds().median(), 1),
            number(errors.riseAndSetSeconds().percentile95(), 1),
            number(100 * errors.shareCountDiffers(), 2),
            "%s/%s/%s"
                .formatted(
                    comparison.leaderDiffers(Metric.MAX).size(),
                    comparison.leaderDiffers(Metric.MEAN).size(),
                    comparison.leaderDiffers(Metric.SHARE).size()));
      }
    }
    table.appendTo(text);
    Words.append(
        text,
        "Age: days, negative if the element sets are newer than the window's middle. Lead: number of %s"
                .formatted(places)
            + " with a wrong leader, by maximum, mean and share of time ahead.",
        0);
  }
}
