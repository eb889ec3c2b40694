package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skytally.atlas.plan.Part;
import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the page of an atlas: what it contains, the pictures of all layers, and its files. */
public final class IndexPage {
  public static final String FILE = "index.html";
  private static final int PERCENT = 100;
  private static final int CHART_WIDTH = 1080;
  private static final int CHART_HEIGHT = 220;
  private static final int CHART_LEFT = 60;
  private static final int CHART_TOP = 10;
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;color:#1f2328;max-width:1200px;margin:2em auto;padding:0 1em}
      h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.5em}dd{margin:0;overflow-wrap:anywhere}
      table{border-collapse:collapse}th,td{padding:.15em .9em .15em 0;text-align:right}
      th:first-child,td:first-child{text-align:left}thead th{border-bottom:1px solid #d0d7de}
      figure{margin:1em 0}img,svg{max-width:100%;height:auto}
      .maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr));gap:1em}
      figcaption{color:#57606a;font-size:.9em}summary{cursor:pointer}
      @media(max-width:600px){dl{display:block}dt{font-weight:600}dd{margin-bottom:.5em}}
      """;

  private final Plan plan;
  private final List<Layer> layers;
  private final AreaSums sums;
  private final List<DayFacts> days;
  private final String digest;
  private final StringBuilder html = new StringBuilder();

  private IndexPage(
      Plan plan, List<Layer> layers, AreaSums sums, List<DayFacts> days, String digest) {
    this.plan = plan;
    this.layers = layers;
    this.sums = sums;
    this.days = days;
    this.digest = digest;
  }

  /**
   * Returns the page.
   *
   * @param digest the SHA-256 of all values
   */
  public static byte[] html(
      Plan plan, List<Layer> layers, AreaSums sums, List<DayFacts> days, String digest) {
    IndexPage page = new IndexPage(plan, layers, sums, days, digest);
    page.write();
    return page.html.toString().getBytes(UTF_8);
  }

  /** Returns what the atlas is about. */
  public static String title(Plan plan) {
    return "%s in view, %s to %s"
        .formatted(
            Words.list(plan.systems().stream().map(GnssSystem::displayName).toList()),
            plan.firstDay(),
            plan.lastDay());
  }

  private void write() {
    String title = escaped(title(plan));
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.append("<title>").append(title).append("</title>\n<style>\n").append(STYLE);
    html.append("</style>\n</head>\n<body>\n<h1>").append(title).append("</h1>\n");
    writeFacts();
    if (Pictures.hasLeaders(layers)) {
      html.append("<h2>Who has more satellites in view</h2>\n");
      figure(
          Pictures.LEADERS,
          "Over the whole period. Each cell shows the system that is ahead of"
              + " every other at the most instants.");
      writeLeaders();
    }
    html.append("<h2>All layers, over the whole period</h2>\n<div class=\"maps\">\n");
    for (Layer layer : layers) {
      figure(LayerFiles.picture(layer), layer.description());
    }
    html.append("</div>\n");
    writeFiles();
    html.append("</body>\n</html>\n");
  }

  private void writeFacts() {
    html.append("<dl>\n");
    fact("Days", plan.days() + ", each with the element sets nearest to its noon");
    fact("Instants", plan.instantsPerDay() + " a day, every " + plan.step().toSeconds() + " s");
    fact(
        "Grid",
        "%s rows and %s columns of %s degrees"
            .formatted(
                plan.grid().rows(),
                plan.grid().columns(),
                Decimals.plain(plan.grid().resolutionDegrees(), 6)));
    fact("Mask", Words.degrees(plan.maskDegrees()));
    fact("Counted", "operational satellites by the registry of each day");
    List<DayFacts> incomplete = days.stream().filter(DayFacts::isIncomplete).toList();
    List<String> assumptions = days.stream().flatMap(day -> day.assumption().stream()).toList();
    fact(
        "Missing",
        incomplete.isEmpty()
            ? assumptions.isEmpty() ? "no satellite on any day" : "no satellite is known to be"
            : "satellites on %s of %s days; days.csv names them"
                .formatted(incomplete.size(), days.size()));
    if (!assumptions.isEmpty()) {
      fact(
          "Completeness unknown",
          "on %s of %s days: %s"
              .formatted(
                  assumptions.size(),
                  days.size(),
                  assumptions.stream().distinct().collect(Collectors.joining("; "))));
    }
    long old = days.stream().filter(DayFacts::hasOldOrbits).count();
    if (old > 0) {
      fact("Old orbits", "on %s of %s days; days.csv names them".formatted(old, days.size()));
    }
    String uncertain =
        days.stream()
            .flatMap(day -> day.uncertain().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!uncertain.isEmpty()) {
      fact(
          "Uncertain",
          "the evidence for the status of %s is second-hand or contradictory; days.csv gives the days"
              .formatted(uncertain));
    }
    double oldest = days.stream().mapToDouble(DayFacts::medianAgeDays).max().orElse(0);
    fact(
        "Age", "median age of a day's element sets at most " + Decimals.plain(oldest, 1) + " days");
    fact("SHA-256", digest);
    html.append("</dl>\n");
  }

  private void fact(String name, String value) {
    html.append("<dt>").append(escaped(name)).append("</dt><dd>").append(escaped(value));
    html.append("</dd>\n");
  }

  private void figure(String file, String caption) {
    html.append("<figure><a href=\"").append(file).append("\"><img src=\"").append(file);
    html.append("\" loading=\"lazy\" alt=\"")
        .append(escaped(caption))
        .append("\"></a><figcaption>");
    html.append(escaped(Words.sentence(Words.capitalized(caption))))
        .append("</figcaption></figure>\n");
  }

  /** Writes which share of the land each system leads: a chart of each part, and all as a table. */
  private void writeLeaders() {
    if (Double.isNaN(sums.shareOfLandLed(0, 0))) {
      return;
    }
    html.append("<h2>Share of the land that each system leads</h2>\n");
    List<Period> periods = plan.periods();
    boolean hasChart = false;
    for (Part part : Part.values()) {
      List<Period> shown = periods.stream().filter(p -> p.part() == part).toList();
      if (shown.size() > 1) {
        writeChart(shown, periods.indexOf(shown.get(0)));
        hasChart = true;
      }
    }
    if (hasChart) {
      html.append("<details><summary>The shares as a table</summary>\n");
    }
    writeTable(periods);
    if (hasChart) {
      html.append("</details>\n");
    }
  }

  private void writeTable(List<Period> periods) {
    html.append("<table>\n<thead><tr><th>Period</th>");
    plan.systems().forEach(s -> html.append("<th>").append(s.displayName()).append("</th>"));
    html.append("<th>").append(Words.capitalized(Pictures.TIED));
    html.append("</th></tr></thead>\n<tbody>\n");
    for (int period = 0; period < periods.size(); period++) {
      html.append("<tr><td>").append(periods.get(period).label()).append("</td>");
      double rest = 1;
      for (int system = 0; system < plan.systems().size(); system++) {
        double share = sums.shareOfLandLed(period, system);
        rest -= share;
        cell(share);
      }
      cell(Math.max(0, rest));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void cell(double share) {
    html.append("<td>").append(Decimals.fixed(PERCENT * share, 1)).append(" %</td>");
  }

  /**
   * Draws the shares of the periods of a part.
   *
   * @param first the place of the first of them among all periods
   */
  private void writeChart(List<Period> shown, int first) {
    html.append("<figure><svg viewBox=\"0 0 ").append(CHART_LEFT + CHART_WIDTH).append(' ');
    html.append(CHART_TOP + CHART_HEIGHT + 24);
    html.append("\" role=\"img\" aria-label=\"Share of the land\">\n");
    double width = (double) CHART_WIDTH / shown.size();
    for (int i = 0; i < shown.size(); i++) {
      double top = CHART_TOP + CHART_HEIGHT;
      for (int system = 0; system < plan.systems().size(); system++) {
        double height = CHART_HEIGHT * sums.shareOfLandLed(first + i, system);
        top -= height;
        html.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06x\"/>%n",
                CHART_LEFT + i * width,
                top,
                Math.max(1, width - 1),
                height,
                SystemMark.of(plan.systems().get(system)).areaRgb()));
      }
    }
    for (int percent = 0; percent <= PERCENT; percent += 25) {
      int y = CHART_TOP + CHART_HEIGHT * (PERCENT - percent) / PERCENT;
      html.append("<path d=\"M").append(CHART_LEFT).append(' ').append(y).append('h');
      html.append(CHART_WIDTH).append("\" stroke=\"#fff\" stroke-opacity=\".5\"/>\n");
      label(CHART_LEFT - 8, y + 5, "end", percent + " %");
    }
    int below = CHART_TOP + CHART_HEIGHT + 18;
    label(CHART_LEFT, below, "start", shown.get(0).label());
    label(CHART_LEFT + CHART_WIDTH, below, "end", shown.get(shown.size() - 1).label());
    html.append("</svg><figcaption>");
    for (GnssSystem system : plan.systems()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<span style=\"background:#%06x;padding:0 .6em;margin-right:.4em\"></span>%s ",
              SystemMark.of(system).areaRgb(),
              system.displayName()));
    }
    html.append("from bottom to top; the rest is ").append(Pictures.TIED);
    html.append(".</figcaption></figure>\n");
  }

  private void label(int x, int y, String anchor, String words) {
    html.append("<text x=\"").append(x).append("\" y=\"").append(y);
    html.append("\" font-size=\"14\" text-anchor=\"").append(anchor).append("\">");
    html.append(words).append("</text>\n");
  }

  private void writeFiles() {
    html.append("<h2>Files</h2>\n<ul>\n");
    file("countries.csv", "means by period over the Earth, its land, its sea and each country");
    file("days.csv", "satellites and completeness of each day");
    html.append("<li>")
        .append(Zarr.FOLDER)
        .append(": all layers by period (Zarr, version 2)</li>\n");
    for (Layer layer : layers) {
      file(LayerFiles.tiff(layer), layer.description());
    }
    html.append("</ul>\n");
  }

  private void file(String name, String description) {
    html.append("<li><a href=\"").append(name).append("\">").append(name).append("</a>: ");
    html.append(escaped(description)).append("</li>\n");
  }

  private static String escaped(String words) {
    return SvgText.escaped(words);
  }
}
