package dev.skytally.report.elements;

import dev.skytally.report.Report;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Every satellite that would be counted, and everything that is left out with its reason.
 *
 * @param membership which satellites were asked for, for people, as {@code "status operational"}
 */
public record ElementsReport(Selection selection, String membership) implements Report {
  private static final int NAME_WIDTH = 24;

  @Override
  public String table() {
    StringBuilder text = new StringBuilder(16_384);
    Words.append(
        text,
        "On %s, %s: %s."
            .formatted(Utc.date(selection.start()), membership, SettingText.counted(selection)),
        0);
    SettingText.appendMarks(text, selection);
    Words.append(
        text,
        (isOfElementSets() ? "Snapshot " : "Orbits of ")
            + "%s: %s".formatted(selection.source().label(), selection.source().origin()),
        0);
    SettingText.appendUncertain(text, selection);
    text.append('\n');
    TextTable table =
        new TextTable()
            .words("PRN", 3)
            .numbers("norad")
            .words("name", NAME_WIDTH)
            .words("orbit", 5)
            .words("block", 12)
            .words("status", 13)
            .numbers("age, days");
    if (selection.reportsHealth()) {
      table.words("health", 9);
    }
    for (Member member : selection.constellation().members()) {
      Satellite satellite = member.satellite();
      List<String> cells = new ArrayList<>();
      cells.add(satellite.prn());
      cells.add(Integer.toString(satellite.catalogNumber()));
      cells.add(satellite.name());
      cells.add(orbit(satellite));
      cells.add(satellite.block());
      cells.add(status(satellite));
      cells.add(Decimals.fixed(member.ageDays(selection.middle()), 1));
      if (selection.reportsHealth()) {
        cells.add(selection.healthWord(member));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    text.append("Age: between the ");
    text.append(isOfElementSets() ? "element set's epoch" : "orbit's own time").append(" and ");
    text.append(Utc.moment(selection.middle())).append(" UTC.\n");
    appendExcluded(text);
    return text.toString();
  }

  private boolean isOfElementSets() {
    return selection.source().known().isEmpty();
  }

  private void appendExcluded(StringBuilder text) {
    List<Exclusion> excluded = selection.constellation().excluded();
    text.append("\nLeft out:").append(excluded.isEmpty() ? " nothing\n" : "\n");
    for (Exclusion exclusion : excluded) {
      String number =
          exclusion.catalogNumber() == 0 ? "" : Integer.toString(exclusion.catalogNumber());
      String satellite = (number + " " + exclusion.name()).strip();
      Words.append(
          text, "  " + satellite + (satellite.isEmpty() ? "" : ": ") + exclusion.reason(), 4);
    }
  }

  @Override
  public String csv() {
    CsvText csv = new CsvText();
    csv.cells("counted", "system", "prn", "norad", "name", "orbit", "generation", "block");
    csv.cells("status", "status_uncertain", "epoch", "age_days", "reason_left_out");
    csv.cell("should_count");
    boolean reportsHealth = selection.reportsHealth();
    if (reportsHealth) {
      csv.cell("health");
    }
    csv.endRow();
    for (Member member : selection.constellation().members()) {
      Satellite satellite = member.satellite();
      csv.cells("yes", satellite.system().name(), satellite.prn());
      csv.cell(satellite.catalogNumber()).cell(satellite.name()).cell(orbit(satellite));
      csv.cells(satellite.generation(), satellite.block(), status(satellite));
      csv.cell(satellite.statusIsUncertain() ? "yes" : "no");
      csv.cell(member.elements().map(elements -> Utc.iso(elements.epoch())).orElse(""));
      csv.cell(Decimals.plain(member.ageDays(selection.middle()), 3));
      csv.cells("", "yes");
      if (reportsHealth) {
        csv.cell(selection.healthWord(member));
      }
      csv.endRow();
    }
    for (Exclusion exclusion : selection.constellation().excluded()) {
      csv.cells("no", "", "");
      csv.cell(exclusion.catalogNumber() == 0 ? "" : Integer.toString(exclusion.catalogNumber()));
      csv.cells(exclusion.name(), "", "", "", "", "", "", "", exclusion.reason());
      csv.cell(exclusion.missing().isPresent() ? "yes" : "no");
      if (reportsHealth) {
        csv.cell("");
      }
      csv.endRow();
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return ElementsJson.text(selection);
  }

  private static String orbit(Satellite satellite) {
    return satellite.orbitClass() == null ? "" : satellite.orbitClass().name();
  }

  private static String status(Satellite satellite) {
    return Words.key(satellite.status());
  }

  /** Apart, so that the other formats do without the JSON library. */
  private static final class ElementsJson {
    static String text(Selection selection) {
      return JsonText.of(
          json -> {
            json.writeStringField("date", Utc.date(selection.start()));
            SettingJson.writeSelection(json, selection);
          });
    }
  }
}
