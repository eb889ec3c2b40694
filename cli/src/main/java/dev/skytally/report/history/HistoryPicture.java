package dev.skytally.report.history;

import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.StoredRun;
import dev.skytally.report.draw.DayAxis;
import dev.skytally.report.draw.FactsSvg;
import dev.skytally.report.draw.LegendSvg;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Language;
import dev.skytally.satellites.GnssSystem;
import java.awt.geom.Path2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A line chart of a history in SVG: the number of sites that each system leads, by day, and the
 * events that change which satellites count. The same history gives the same picture.
 */
public final class HistoryPicture {
  private static final int WIDTH = 960;
  private static final int MARGIN = 24;
  private static final int TITLE_SIZE = 18;
  private static final int TEXT_SIZE = 12;
  private static final double LEGEND_Y = MARGIN + 48;
  private static final double LINE_SIGN_WIDTH = 30;
  private static final double LEFT = MARGIN + 32;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double PLOT_HEIGHT = 320;
  private static final int MOST_COUNTS = 6;
  private static final double MARK_RADIUS = 4.2;
  private static final double HOLLOW_RADIUS = 2.4;
  private static final String GRID = "#e3e7eb";
  private static final String AXIS = "#8c959f";
  private static final String EVENT = "#afb8c1";
  private static final String TIES = "#7d858d";

  /** A line breaks if more days than this have no run. */
  private static final int LONGEST_BRIDGED_DAYS = 40;

  private static final int NAME_SIZE = 11;

  /** The distance between neighbouring names. */
  private static final double NAME_PITCH = 13;

  /** The distance from the plot to the names, for lines to names that are not directly above. */
  private static final double NAME_GAP = 14;

  private static final int EVENTS_IN_A_NAME = 5;

  /** A line of the chart, and the mark at its end. */
  private record Series(
      String name,
      ToIntFunction<StoredRun> figure,
      String color,
      String dash,
      double width,
      EndMark mark) {}

  /** Returns the outline of a mark around a point, in pixels. */
  private interface EndMark {
    String path(double x, double y);
  }

  /** The events of one day that change which satellites count. */
  private record EventDay(LocalDate day, List<Event> events) {}

  private final HistoryReport history;
  private final PictureStyle style;
  private final Language language;
  private final List<EventDay> eventDays;
  private final DayAxis days;
  private final int mostSites;
  private final int sitesStep;
  private final double top;
  private final SvgText svg = new SvgText();

  private HistoryPicture(HistoryReport history, PictureStyle style) {
    this.history = history;
    this.style = style;
    language = style.language();
    List<StoredRun> runs = history.runs();
    days = new DayAxis(runs.get(0).day(), runs.get(runs.size() - 1).day(), LEFT, RIGHT, language);
    eventDays = eventDays(history);
    int sites = history.setting().sites().size();
    sitesStep = step(sites);
    mostSites = (sites + sitesStep - 1) / sitesStep * sitesStep;
    double longestName =
        names().stream()
            .mapToDouble(name -> Typeface.REGULAR.width(name, NAME_SIZE))
            .max()
            .orElse(0);
    top = LEGEND_Y + 14 + NAME_GAP + longestName;
  }

  /**
   * Draws a history.
   *
   * @param history a history of two or more systems
   */
  public static SvgPicture of(HistoryReport history, PictureStyle style) {
    return new HistoryPicture(history, style).draw();
  }

  private SvgPicture draw() {
    String title =
        style.titleOr(
            language.words(
                "history.title." + (history.setting().areCapitals() ? "capitals" : "sites"),
                language.words("history.metric." + history.metric().name())));
    svg.title(MARGIN, MARGIN + TITLE_SIZE - 2, title, TITLE_SIZE);
    List<Series> series = series();
    drawLegend(series);
    drawCounts();
    drawDays();
    drawEvents();
    for (Series line : series) {
      drawLine(line);
    }
    FactsSvg facts = new FactsSvg(facts(), WIDTH - 2 * MARGIN);
    double factsTop = bottom() + 52;
    facts.draw(svg, MARGIN, factsTop);
    return svg.picture(WIDTH, factsTop + facts.height() + MARGIN - 6, title);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(definition());
    facts.add(
        fact("days", language.words("history.days", history.runs().size(), LONGEST_BRIDGED_DAYS)));
    facts.addAll(incomplete());
    if (!eventDays.isEmpty()) {
      facts.add(fact("events", language.words("history.events")));
    }
    facts.addAll(longNames());
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(language.words("label." + key), value);
  }

  private List<Fact> definition() {
    RunSetting setting = history.setting();
    if (language == Language.EN) {
      return HistoryTable.facts(setting);
    }
    String mask = language.number(Decimals.plain(setting.maskDegrees(), 6));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("in_view", language.words("history.in_view", mask)));
    if (setting.usable()) {
      facts.add(fact("counted", language.words("usable")));
    }
    facts.add(fact("sites", Integer.toString(setting.sites().size())));
    return facts;
  }

  /** Returns the days that lack satellites, or may lack some. */
  private List<Fact> incomplete() {
    List<StoredRun> runs = history.runs();
    if (language == Language.EN) {
      return Stream.of(
              IncompleteDays.sentence(runs).map(sentence -> fact("hollow", sentence)),
              IncompleteDays.unknown(runs).map(sentence -> fact("unknown", sentence)))
          .flatMap(Optional::stream)
          .toList();
    }
    List<Fact> facts = new ArrayList<>();
    long incomplete = runs.stream().filter(StoredRun::isIncomplete).count();
    if (incomplete > 0) {
      facts.add(fact("hollow", language.words("history.hollow", incomplete, runs.size())));
    }
    long unknown = runs.stream().filter(run -> run.completeness().assumption().isPresent()).count();
    if (unknown > 0) {
      facts.add(fact("unknown", language.words("history.unknown", unknown)));
    }
    return facts;
  }

  /** Returns the lines in the order of drawing: the systems above the ties. */
  private List<Series> series() {
    List<Series> series = new ArrayList<>();
    series.add(
        new Series(
            language.words("tied"),
            run -> run.leads().get(history.metric()).ties(),
            TIES,
            "none",
            1.4,
            (x, y) -> SystemMark.circle(x, y, MARK_RADIUS / 2)));
    for (GnssSystem system : history.systems()) {
      SystemMark mark = SystemMark.of(system);
      series.add(
          new Series(
              language.name(system),
              run -> run.leads().get(history.metric()).sites(system),
              mark.color(),
              mark.dash(),
              1.8,
              (x, y) -> mark.path(x, y, MARK_RADIUS)));
    }
    return series;
  }

  private void drawLegend(List<Series> series) {
    LegendSvg legend = new LegendSvg(svg, MARGIN, LEGEND_Y, RIGHT, LINE_SIGN_WIDTH);
    for (Series line : series.subList(1, series.size())) {
      legend.add(line.name(), sign(line));
    }
    Series ties = series.get(0);
    legend.add(ties.name(), sign(ties));
  }

  private BiConsumer<Double, Double> sign(Series line) {
    return (x, y) -> {
      double half = LINE_SIGN_WIDTH / 2;
      draw(SvgText.line(x - half, y, x + half, y), line);
      svg.element("path", "d", line.mark().path(x, y), "fill", line.color());
    };
  }

  private void draw(Path2D path, Series series) {
    svg.stroke(path, series.color(), series.width(), "stroke-dasharray", series.dash());
  }

  private double bottom() {
    return top + PLOT_HEIGHT;
  }

  private double y(int sites) {
    return bottom() - PLOT_HEIGHT * sites / mostSites;
  }

  /** Returns the least of 1, 2, 5, 10, 20 and so on that gives few grid lines. */
  private static int step(int sites) {
    int step = 1;
    for (int i = 0; sites > MOST_COUNTS * (long) step; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : 2 * step;
    }
    return step;
  }

  private void drawCounts() {
    svg.begin("g", "font-size", TEXT_SIZE, "text-anchor", "end", "fill", SvgText.LIGHT_INK);
    for (int sites = 0; sites <= mostSites; sites += sitesStep) {
      double y = y(sites);
      svg.stroke(SvgText.line(LEFT, y, RIGHT, y), sites == 0 ? AXIS : GRID, 1);
      svg.words(LEFT - 7, y + 4, Integer.toString(sites));
    }
    svg.end("g");
  }

  private void drawDays() {
    svg.begin("g", "font-size", TEXT_SIZE, "text-anchor", "middle", "fill", SvgText.LIGHT_INK);
    for (DayAxis.Tick tick : days.ticks()) {
      double x = days.x(tick.day());
      svg.stroke(SvgText.line(x, bottom(), x, bottom() + 5), AXIS, 1);
      if (tick.day().getDayOfYear() == 1) {
        svg.stroke(SvgText.line(x, top, x, bottom()), GRID, 1);
      }
      svg.words(x, bottom() + 19, tick.label());
      if (!tick.year().isEmpty()) {
        svg.words(x, bottom() + 35, tick.year(), "font-weight", "bold", "fill", SvgText.INK);
      }
    }
    svg.end("g");
  }

  /** Draws a line through the days of means and ranges, and hollow marks on incomplete days. */
  private void drawLine(Series series) {
    Path2D line = new Path2D.Double();
    StringBuilder ends = new StringBuilder();
    StringBuilder hollow = new StringBuilder();
    LocalDate last = null;
    for (StoredRun run : history.runs()) {
      double x = days.x(run.day());
      double y = y(series.figure().applyAsInt(run));
      if (run.isIncomplete()) {
        hollow.append(SystemMark.circle(x, y, HOLLOW_RADIUS));
      }
      if (run.isIncomplete() && !history.withIncomplete()) {
        continue;
      }
      if (last == null) {
        line.moveTo(x, y);
      } else if (ChronoUnit.DAYS.between(last, run.day()) > LONGEST_BRIDGED_DAYS) {
        ends.append(endMark(series, line));
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
      last = run.day();
    }
    if (last != null) {
      ends.append(endMark(series, line));
      draw(line, series);
      svg.titled(
          series.name(),
          "path",
          "d",
          ends,
          "fill",
          series.color(),
          "stroke",
          "#ffffff",
          "stroke-width",
          "0.8");
    }
    if (!hollow.isEmpty()) {
      svg.titled(
          series.name() + ", " + language.words("history.incomplete_days"),
          "path",
          "d",
          hollow,
          "fill",
          "#ffffff",
          "stroke",
          series.color(),
          "stroke-width",
          "1.2");
    }
  }

  private static String endMark(Series series, Path2D line) {
    return series.mark().path(line.getCurrentPoint().getX(), line.getCurrentPoint().getY());
  }

  private static List<EventDay> eventDays(HistoryReport history) {
    List<EventDay> eventDays = new ArrayList<>();
    for (StoredRun run : history.runs()) {
      List<Event> events =
          history.events(run.day().toString()).stream().filter(Event::changesCounts).toList();
      if (!events.isEmpty()) {
        eventDays.add(new EventDay(run.day(), events));
      }
    }
    return eventDays;
  }

  /** Returns the number of days that share a name, so that all names have room. */
  private int daysInAName() {
    return Math.max(1, (int) Math.ceil(eventDays.size() * NAME_PITCH / (RIGHT - LEFT)));
  }

  /** Returns the days that share a name, for each name. */
  private List<List<EventDay>> namedDays() {
    List<List<EventDay>> named = new ArrayList<>();
    for (int i = 0; i < eventDays.size(); i += daysInAName()) {
      named.add(eventDays.subList(i, Math.min(i + daysInAName(), eventDays.size())));
    }
    return named;
  }

  private static List<Event> events(List<EventDay> days) {
    return days.stream().flatMap(day -> day.events().stream()).toList();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (List<EventDay> days : namedDays()) {
      List<Event> events = events(days);
      names.add(
          events.size() <= EVENTS_IN_A_NAME
              ? HistoryTable.signs(events)
              : language.words(
                  "more", HistoryTable.signs(events.subList(0, 1)), events.size() - 1));
    }
    return names;
  }

  /** Returns the events whose names are too long for the plot, by their first day. */
  private List<Fact> longNames() {
    List<Fact> facts = new ArrayList<>();
    for (List<EventDay> days : namedDays()) {
      List<Event> events = events(days);
      if (events.size() > EVENTS_IN_A_NAME) {
        facts.add(
            new Fact(language.date(days.get(0).day().toString()), HistoryTable.signs(events)));
      }
    }
    return facts;
  }

  /** Returns the places of names: above their first day, or beside the name before. */
  private double[] nameXs(int names) {
    double[] xs = new double[names];
    for (int i = 0; i < names; i++) {
      double above = days.x(eventDays.get(i * daysInAName()).day());
      xs[i] = i == 0 ? above : Math.max(above, xs[i - 1] + NAME_PITCH);
    }
    for (int i = names - 1; i >= 0; i--) {
      xs[i] = Math.min(xs[i], RIGHT - (names - 1 - i) * NAME_PITCH);
    }
    return xs;
  }

  /** Draws a thin line for each day with events, which leads to the names above the plot. */
  private void drawEvents() {
    List<String> names = names();
    double[] xs = nameXs(names.size());
    svg.begin("g", "fill", "none", "stroke", EVENT);
    for (int i = 0; i < eventDays.size(); i++) {
      EventDay day = eventDays.get(i);
      double x = days.x(day.day());
      Path2D line = new Path2D.Double();
      line.moveTo(x, bottom());
      line.lineTo(x, top);
      line.lineTo(xs[i / daysInAName()], top - NAME_GAP + 4);
      svg.titled(
          language.date(day.day().toString()) + ": " + HistoryTable.signs(day.events()),
          "path",
          "d",
          line);
    }
    svg.end("g");
    svg.begin("g", "font-size", NAME_SIZE, "fill", SvgText.INK);
    for (int i = 0; i < xs.length; i++) {
      double x = xs[i] + 4;
      double y = top - NAME_GAP;
      String turn = "rotate(-90 " + SvgText.pixels(x) + " " + SvgText.pixels(y) + ")";
      svg.words(x, y, names.get(i), "transform", turn);
    }
    svg.end("g");
  }
}
