package dev.skytally.report.passes;

import dev.skytally.report.ColumnJson;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import java.util.List;

/** Passes as JSON of the schema {@code skytally/2}. */
final class PassesJson {
  private PassesJson() {}

  static String text(PassesReport report) {
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          ColumnJson.writeList(json, "sites", SiteColumns.ALL, List.of(report.site()));
          ColumnJson.writeList(json, "passes", report.columns(), report.passes());
        });
  }
}
