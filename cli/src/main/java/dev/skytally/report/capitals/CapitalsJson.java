package dev.skytally.report.capitals;

import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.satellites.GnssSystem;
import java.util.List;

/** The capitals as JSON of the schema {@code skytally/2}. */
final class CapitalsJson {
  private CapitalsJson() {}

  static String text(CapitalsReport report) {
    List<GnssSystem> systems = report.setting().systems();
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          List<Column<CapitalsColumns.Row>> columns = report.columns().sites();
          columns.addAll(SettingColumns.ownMask(report.setting(), row -> row.tally().site()));
          ColumnJson.writeList(json, "sites", columns, report.rows());
          if (systems.size() > 1) {
            ColumnJson.write(json, CapitalsColumns.leads(systems), report.result());
          } else {
            json.writeNullField("leads");
          }
          if (report.dilution().isPresent()) {
            DilutionJson.writeAll(json, report.dilution().get());
          }
        });
  }
}
