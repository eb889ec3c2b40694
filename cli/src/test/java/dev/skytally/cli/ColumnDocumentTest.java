package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.VisibilityStudy;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.Snapshot;
import dev.skytally.finding.Finding;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SnapshotFacts;
import dev.skytally.history.StoredRun;
import dev.skytally.outage.Outages;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.elements.ArchiveReport;
import dev.skytally.report.elements.BundleReport;
import dev.skytally.report.elements.ElementsReport;
import dev.skytally.report.finding.FindingReport;
import dev.skytally.report.history.HistoryReport;
import dev.skytally.report.history.RecomputeReport;
import dev.skytally.report.history.SideChangesReport;
import dev.skytally.report.history.SiteHistoryReport;
import dev.skytally.report.horizon.HorizonReport;
import dev.skytally.report.passes.PassesReport;
import dev.skytally.report.plan.PlanReport;
import dev.skytally.report.plan.SeriesFile;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.sky.SkyReport;
import dev.skytally.report.text.Times;
import dev.skytally.report.validation.OrbitReport;
import dev.skytally.report.validation.ReceiverReport;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.OrbitSource;
import dev.skytally.selection.Selection;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.terrain.HorizonSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/json.md} are those of the columns. */
class ColumnDocumentTest {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern OTHER_SATELLITE = Pattern.compile("(?!g01)[a-z][0-9]{2}_.*");
  private static final LocalDate DAY = LocalDate.of(2020, 12, 1);
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final GroundSite SITE = GroundSite.ofDegrees("Here", 0, 0, 0);

  private static final PlanQuestion PLAN =
      new PlanQuestion(
          List.of(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(1)), true);

  private static Selection selection() {
    Snapshot snapshot = BundledSnapshots.load(DAY);
    Duration hour = Duration.ofHours(1);
    Constellation constellation =
        ConstellationSelection.on(DAY).from(snapshot, START.plus(hour.dividedBy(2)));
    OrbitSource source = OrbitSource.of(snapshot);
    return new Selection(START, START.plus(hour), source, constellation, false, List.of());
  }

  static Stream<Arguments> reports() {
    Selection selection = selection();
    Setting setting =
        new Setting(
            selection,
            "",
            List.of(),
            "",
            Times.UTC,
            Masks.of(ElevationMask.ofDegrees(0)),
            Optional.empty(),
            Optional.empty());
    VisibilityStudy study =
        VisibilityStudy.of(selection.constellation())
            .at(List.of(SITE))
            .over(START, selection.duration());
    RunSetting runs =
        new RunSetting(
            List.of(GnssSystem.GPS, GnssSystem.BDS),
            StatusFilter.OPERATIONAL,
            0,
            false,
            "",
            List.of());
    StoredRun run =
        new StoredRun(
            0, new SnapshotFacts("", "", "", START), START, "", START, List.of(), Map.of());
    Metric max = Metric.MAX;
    ReceiverClocks clocks = ReceiverClocks.DEFAULT;
    return Stream.of(
        Arguments.of(
            "`capitals --dop`",
            new CapitalsReport(
                setting, study.run(), Optional.of(study.dilution(Duration.ofMinutes(10))), false)),
        Arguments.of("`passes`", new PassesReport(setting, SITE, List.of())),
        Arguments.of(
            "`sky`",
            new SkyReport(
                setting, study.skies(selection.duration()).skies(), ReceiverClocks.DEFAULT, "")),
        Arguments.of(
            "`horizon`",
            new HorizonReport(List.of(), null, "", new HorizonSetting(2, 0.13, 100_000))),
        Arguments.of("`plan`", new PlanReport(setting, PLAN, clocks, List.of(), START)),
        Arguments.of("`plan --series FILE --satellites`", series(setting)),
        Arguments.of("`elements`", new BundleReport(List.of(), Times.UTC, Optional.empty())),
        Arguments.of("`elements` with flags", new ElementsReport(selection, "", Times.UTC)),
        Arguments.of("`archive list`", new ArchiveReport("", List.of(), Times.UTC)),
        Arguments.of("`history`", history(runs, HistoryReport.Period.DAY)),
        Arguments.of(
            "`history --by month --metric max`", history(runs, HistoryReport.Period.MONTH)),
        Arguments.of("`history --site`", new SiteHistoryReport(runs, SITE, List.of(), List.of())),
        Arguments.of("`history --changes`", new SideChangesReport(runs, max, List.of(), List.of())),
        Arguments.of(
            "`recompute`",
            new RecomputeReport(
                runs,
                Times.UTC,
                max,
                run,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                new OldOrbits(List.of(), START),
                Optional.empty())),
        Arguments.of(
            "`finding`",
            new FindingReport(
                new Finding(null, null, List.of(), List.of(), List.of()),
                Outages.none(),
                Times.UTC)),
        Arguments.of("`validate --truth`", new OrbitReport("", "", Times.UTC, false, List.of())),
        Arguments.of("`validate --observed`", new ReceiverReport(List.of(), Times.UTC)));
  }

  private static Report series(Setting setting) {
    return new Report() {
      @Override
      public String table() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Sheet<?> sheet() {
        return new Sheet<>(SeriesFile.sheetColumns(setting, PLAN), List.of());
      }

      @Override
      public String json() {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static Report history(RunSetting runs, HistoryReport.Period by) {
    return new HistoryReport(runs, Times.UTC, List.of(), Map.of(), by, Metric.MAX, false);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void tablesOfTheDocumentAreThoseOfTheColumns(String command, Report report) throws IOException {
    StringBuilder table =
        new StringBuilder("### " + command + "\n\n| name | value |\n| --- | --- |\n");
    for (Column<?> column : report.sheet().columns()) {
      assertTrue(NAME.matcher(column.name()).matches(), column.name());
      if (!isOfAnotherSystem(column)) {
        table.append("| `%s` | %s |\n".formatted(column.name(), column.description()));
      }
    }
    assertTrue(document().contains(table), "docs/json.md lacks this table:\n" + table);
  }

  /** The document has GPS and its first satellite as examples. */
  private static boolean isOfAnotherSystem(Column<?> column) {
    return Stream.of(GnssSystem.values())
            .filter(system -> system != GnssSystem.GPS)
            .anyMatch(system -> column.path().contains(system.name().toLowerCase(Locale.ROOT)))
        || OTHER_SATELLITE.matcher(column.name()).matches();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "json.md"));
  }
}
