package dev.skytally.report.page;

import dev.skytally.StudyRecord;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.plan.PlanReport;
import dev.skytally.report.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The planner: a page that asks a server. It has the scripts of a {@link ReportPage} for a site,
 * and its own for the controls and the address.
 *
 * <p>How it works: a server serves the files. The page requests its words, the land of its map and,
 * after each change of a control, an answer as JSON. The address of the page holds every control.
 */
public final class PlannerPage {
  /** The scripts of this page alone, after those for a site. */
  private static final List<String> SCRIPTS =
      List.of(
          "basemap.js",
          "link.js",
          "question.js",
          "problem.js",
          "horizon.js",
          "leaders.js",
          "export.js",
          "place.js",
          "controls.js",
          "planner.js");

  private static final Map<String, Supplier<String>> FILES =
      Map.of(
          "/index.html", PlannerPage::page,
          "/planner.css", PlannerPage::style,
          "/planner.js", PlannerPage::scripts,
          "/d3.js", PlannerPage::library,
          "/icon.svg", () -> ReportPage.resource("icon.svg"),
          "/land.json", ReportPageJson::land);

  private PlannerPage() {}

  /**
   * Returns a file of the page.
   *
   * @param name for example {@code /index.html}
   */
  public static Optional<byte[]> file(String name) {
    return text(name).map(text -> text.get().getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Supplier<String>> text(String name) {
    for (Language language : Language.values()) {
      if (name.equals("/words_" + language.name().toLowerCase(Locale.ROOT) + ".json")) {
        return Optional.of(() -> PageWordsJson.text(language));
      }
    }
    return Optional.ofNullable(FILES.get(name));
  }

  /** Returns the JSON that the page shows after a change of a control. */
  public static String answer(CapitalsReport report, StudyRecord record, PlanReport plan) {
    return ReportPageJson.answer(report, record, plan);
  }

  private static String page() {
    return ReportPage.resource("planner.html")
        .replace("{{site}}", ReportPage.resource("site.html"))
        .replace("{{definition}}", ReportPage.resource("definition.html"));
  }

  private static String style() {
    return ReportPage.resource("page.css")
        + ReportPage.systemColors()
        + ReportPage.resource("planner.css");
  }

  private static String scripts() {
    return Stream.concat(ReportPage.SITE_SCRIPTS.stream(), SCRIPTS.stream())
        .map(ReportPage::resource)
        .collect(Collectors.joining("", "\"use strict\";\n", ""));
  }

  private static String library() {
    return "/*\n" + ReportPage.resource("d3.LICENSE") + "*/\n" + ReportPage.resource("d3.min.js");
  }
}
