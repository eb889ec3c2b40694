package dev.skytally.cli.report;

import dev.skytally.history.Event;
import dev.skytally.history.StoredRun;
import dev.skytally.satellites.GnssSystem;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ToIntFunction;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/**
 * The history as a line chart: at how many sites each system leads, by day, with the events that
 * change who counts.
 */
public final class HistoryPicture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 480;

  /** Days without a run are not bridged if they are more than these. */
  private static final int LONGEST_BRIDGED_DAYS = 40;

  private static final int EVENTS_NAMED_A_DAY = 3;

  /** Names nearer than that would lie on each other, so they stand at different heights. */
  private static final int NAME_WIDTH_DAYS = 40;

  /** Where names stand, as parts of the picture's height. */
  private static final List<Double> NAME_HEIGHTS = List.of(0.66, 0.48, 0.3);

  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font MEDIUM = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color GRID = new Color(0xdddddd);
  private static final Color EVENT = new Color(0x888888);

  private static final Color TIES = new Color(0x999999);

  private HistoryPicture() {}

  /** As SVG, the same for the same history. */
  public static byte[] svg(HistoryReport history) {
    SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, HEIGHT);
    canvas.setDefsKeyPrefix("history");
    canvas.setGeomDoubleConverter(pixels -> Decimals.plain(pixels, 1));
    draw(history, canvas);
    return (canvas.getSVGDocument() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** As PNG, {@value #WIDTH} by {@value #HEIGHT} pixels. */
  public static byte[] png(HistoryReport history) throws IOException {
    return ChartUtils.encodeAsPNG(chart(history).createBufferedImage(WIDTH, HEIGHT));
  }

  private static void draw(HistoryReport history, Graphics2D canvas) {
    chart(history).draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }

  private static JFreeChart chart(HistoryReport history) {
    TimeSeriesCollection lines = new TimeSeriesCollection(TimeZone.getTimeZone("UTC"));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (GnssSystem system : history.systems()) {
      style(renderer, lines.getSeriesCount(), color(system), 1.8f);
      lines.addSeries(
          series(
              system.displayName(),
              history.runs(),
              run -> run.leads().get(history.metric()).sites(system)));
    }
    renderer.setDrawSeriesLineAsPath(true);
    style(renderer, lines.getSeriesCount(), TIES, 1.2f);
    lines.addSeries(
        series("tied", history.runs(), run -> run.leads().get(history.metric()).ties()));
    int sites = history.setting().sites().size();
    XYPlot plot = new XYPlot(lines, days(), counts(history), renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setOutlineVisible(false);
    addEvents(history, plot, sites);
    JFreeChart chart = new JFreeChart(title(history), MEDIUM.deriveFont(Font.BOLD), plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setItemFont(MEDIUM);
    chart.getLegend().setPosition(RectangleEdge.BOTTOM);
    chart.getLegend().setFrame(BlockBorder.NONE);
    TextTitle definition = new TextTitle(definition(history), SMALL);
    chart.addSubtitle(definition);
    return chart;
  }

  private static String title(HistoryReport history) {
    return "%s led by each system, by %s"
        .formatted(
            history.setting().areCapitals() ? "Capitals" : "Sites",
            HistoryTable.name(history.metric()));
  }

  private static String definition(HistoryReport history) {
    return "elevation %s degrees or more, status %s; + counted now, - no longer counted"
        .formatted(
            Decimals.plain(history.setting().maskDegrees(), 6),
            Words.key(history.setting().status()));
  }

  /** Told apart by those who see few colours too (Okabe and Ito). */
  private static Color color(GnssSystem system) {
    return switch (system) {
      case GPS -> new Color(0x0072b2);
      case BDS -> new Color(0xd55e00);
      case GAL -> new Color(0x009e73);
      case GLO -> new Color(0xcc79a7);
      case QZS -> new Color(0xe69f00);
      case NAVIC -> new Color(0x56b4e9);
    };
  }

  private static void style(XYLineAndShapeRenderer renderer, int line, Color color, float width) {
    renderer.setSeriesPaint(line, color);
    renderer.setSeriesStroke(
        line, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static TimeSeries series(
      String name, List<StoredRun> runs, ToIntFunction<StoredRun> figure) {
    TimeSeries series = new TimeSeries(name);
    LocalDate last = null;
    for (StoredRun run : runs) {
      LocalDate day = run.day();
      if (last != null && ChronoUnit.DAYS.between(last, day) > LONGEST_BRIDGED_DAYS) {
        series.add(day(last.plusDays(1)), null);
      }
      series.add(day(day), figure.applyAsInt(run));
      last = day;
    }
    return series;
  }

  private static Day day(LocalDate day) {
    return new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private static DateAxis days() {
    DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), Locale.ROOT);
    axis.setTickLabelFont(SMALL);
    axis.setLowerMargin(0.01);
    axis.setUpperMargin(0.01);
    return axis;
  }

  private static NumberAxis counts(HistoryReport history) {
    int sites = history.setting().sites().size();
    NumberAxis axis = new NumberAxis(history.setting().areCapitals() ? "capitals" : "sites");
    axis.setLabelFont(SMALL);
    axis.setTickLabelFont(SMALL);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setRange(0, Math.max(1, sites));
    return axis;
  }

  /** A thin line a day on which other satellites count, with their names beside it. */
  private static void addEvents(HistoryReport history, XYPlot plot, int sites) {
    LocalDate last = LocalDate.EPOCH;
    int level = 0;
    for (StoredRun run : history.runs()) {
      List<Event> events = new ArrayList<>(history.events(run.day().toString()));
      events.removeIf(event -> !event.changesCounts());
      if (!events.isEmpty()) {
        boolean isNear = ChronoUnit.DAYS.between(last, run.day()) < NAME_WIDTH_DAYS;
        level = isNear ? (level + 1) % NAME_HEIGHTS.size() : 0;
        last = run.day();
        double at = run.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
        plot.addDomainMarker(new ValueMarker(at, EVENT, new BasicStroke(0.6f)));
        plot.addAnnotation(name(events, at, sites * NAME_HEIGHTS.get(level)));
      }
    }
  }

  private static XYTextAnnotation name(List<Event> events, double at, double height) {
    XYTextAnnotation name = new XYTextAnnotation(name(events), at, height);
    name.setFont(SMALL);
    name.setPaint(Color.DARK_GRAY);
    name.setRotationAngle(-Math.PI / 2);
    name.setRotationAnchor(TextAnchor.BOTTOM_CENTER);
    name.setTextAnchor(TextAnchor.BOTTOM_CENTER);
    return name;
  }

  private static String name(List<Event> events) {
    return events.size() <= EVENTS_NAMED_A_DAY
        ? HistoryTable.signs(events)
        : HistoryTable.signs(events.subList(0, 1)) + ", " + (events.size() - 1) + " more";
  }
}
