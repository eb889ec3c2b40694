package dev.skytally.report.plan;

import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.Column;
import dev.skytally.report.Sheet;
import dev.skytally.report.plan.SeriesColumns.Row;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.CsvText;
import dev.skytally.satellites.Constellation.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes series site by site, so that memory does not grow with the number of sites. */
public abstract class SeriesFile {
  final OutputStream out;

  SeriesFile(OutputStream out) {
    this.out = out;
  }

  /** Begins a CSV file with a row for each instant of each site. */
  public static SeriesFile csv(Setting setting, PlanQuestion question, OutputStream out)
      throws IOException {
    return new Csv(sheetColumns(setting, question), out);
  }

  /** Begins a JSON object of the schema {@code skytally/2}. */
  public static SeriesFile json(Setting setting, PlanQuestion question, OutputStream out)
      throws IOException {
    return new SeriesJson(setting, question, out);
  }

  /** Returns the text of a site. It may be called by several threads at once. */
  public abstract String text(SitePlan plan);

  /** Writes the text of the next site. */
  public void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the file; does not close the stream. */
  public void finish() throws IOException {
    out.flush();
  }

  /** Returns the columns of the CSV. */
  public static List<Column<Row>> sheetColumns(Setting setting, PlanQuestion question) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(Column.text("site", "name of the site", row -> row.site().name()));
    columns.addAll(SeriesColumns.figures(setting));
    columns.addAll(directions(setting, question));
    columns.addAll(lastColumns(setting));
    return columns;
  }

  /** Returns the last columns of the CSV, which are the same in each row. */
  public static <R> List<Column<R>> lastColumns(Setting setting) {
    List<Column<R>> columns = new ArrayList<>();
    columns.add(SettingColumns.missing(setting.selection()));
    SettingColumns.addOldOrbitsAndOutages(columns, setting.selection());
    return columns;
  }

  static List<Column<Row>> directions(Setting setting, PlanQuestion question) {
    return question.withDirections()
        ? SeriesColumns.directions(
            setting.selection().constellation().members().stream().map(Member::satellite).toList())
        : List.of();
  }

  private static final class Csv extends SeriesFile {
    private final List<Column<Row>> columns;

    Csv(List<Column<Row>> columns, OutputStream out) throws IOException {
      super(out);
      this.columns = columns;
      CsvText header = new CsvText();
      Sheet.appendHeader(header, columns);
      write(header.toString());
    }

    @Override
    public String text(SitePlan plan) {
      CsvText csv = new CsvText();
      for (Row row : SeriesColumns.rows(plan.site(), plan.series().orElseThrow())) {
        Sheet.appendRow(csv, columns, row);
      }
      return csv.toString();
    }
  }
}
