package dev.skytally.report.page;

import dev.skytally.StudyRecord;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.plan.PlanReport;
import dev.skytally.report.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Builds one HTML file from a study, with scripts, style and data, which needs no other file.
 *
 * <p>How it works: the parts are resources beside this class; the build adds D3 as published. The
 * data are JSON in an element that browsers do not run. Every {@code <} is escaped, so that no text
 * in the data can end the element. The page's policy allows only the scripts with the given hashes,
 * and no requests.
 */
public final class ReportPage {
  /** The scripts for a site, which the planner has too, each after those that it uses. */
  static final List<String> SITE_SCRIPTS =
      List.of(
          "store.js",
          "words.js",
          "data.js",
          "time.js",
          "sky.js",
          "marks.js",
          "tip.js",
          "csv.js",
          "day.js",
          "charts.js",
          "skyplot.js",
          "figures.js",
          "site.js",
          "definition.js",
          "scrolling.js");

  /** The scripts of this page alone, after those for a site. */
  private static final List<String> SCRIPTS =
      List.of(
          "series.js", "overview.js", "basemap.js", "map.js", "table.js", "address.js", "main.js");

  private ReportPage() {}

  /**
   * Returns the text of the file.
   *
   * @param report a report with the dilution of precision
   * @param record the record of the same study
   * @param plan the windows at the same sites, if they were asked for
   */
  public static String html(CapitalsReport report, StudyRecord record, Optional<PlanReport> plan) {
    StringBuilder own = new StringBuilder("\"use strict\";\n");
    SITE_SCRIPTS.forEach(script -> own.append(resource(script)));
    SCRIPTS.forEach(script -> own.append(resource(script)));
    String library = resource("d3.min.js");
    String page =
        resource("page.html")
            .replace("{{site}}", resource("site.html"))
            .replace("{{definition}}", resource("definition.html"));
    String data = ReportPageJson.text(report, record, plan).replace("<", "\\u003c");
    StringBuilder html =
        new StringBuilder(page.length() + library.length() + data.length() + 99_999);
    int begin = 0;
    for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", begin)) {
      int end = page.indexOf("}}", at);
      html.append(page, begin, at);
      html.append(
          switch (page.substring(at + 2, end)) {
            case "library-hash" -> hash(library);
            case "script-hash" -> hash(own.toString());
            case "style" -> resource("page.css") + systemColors();
            case "library-licence" -> resource("d3.LICENSE");
            case "library" -> library;
            case "words" -> PageWordsJson.text(Language.EN);
            case "data" -> data;
            case "script" -> own;
            default -> throw new IllegalStateException("page.html has an unknown part");
          });
      begin = end + 2;
    }
    return html.append(page, begin, page.length()).toString();
  }

  static String systemColors() {
    StringBuilder css = new StringBuilder();
    for (SystemMark mark : SystemMark.values()) {
      css.append(
          ".sys-%s { --colour: light-dark(%s, %s); --dash: %s; }\n"
              .formatted(mark, mark.color(), mark.colorOnDark(), mark.dash()));
    }
    return css.toString();
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of this program", e);
    }
  }
}
