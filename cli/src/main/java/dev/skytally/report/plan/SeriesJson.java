package dev.skytally.report.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.plan.SeriesColumns.Row;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Series as JSON of the schema {@code skytally/2}. */
final class SeriesJson extends SeriesFile {
  private final List<Column<GroundSite>> sites;
  private final List<Column<Row>> figures;
  private final List<Column<Row>> directions;
  private final String end;
  private boolean isFirst = true;

  SeriesJson(Setting setting, PlanQuestion question, OutputStream out) throws IOException {
    super(out);
    sites = new ArrayList<>(SiteColumns.ALL);
    sites.addAll(SettingColumns.ownMask(setting, Function.identity()));
    figures = SeriesColumns.figures(setting);
    directions = directions(setting, question);
    String empty =
        JsonText.of(
            json -> {
              SettingJson.write(json, setting);
              JsonText.number(
                  json, "series_step_s", question.seriesStep().orElseThrow().toMillis() / 1e3, 3);
              json.writeArrayFieldStart("sites");
              json.writeEndArray();
            });
    int endOfSites = empty.lastIndexOf(']');
    end = "\n" + empty.substring(endOfSites);
    super.write(empty.substring(0, endOfSites).stripTrailing());
  }

  @Override
  public String text(SitePlan plan) {
    return JsonText.compact(
        json -> {
          ColumnJson.write(json, sites, plan.site());
          json.writeArrayFieldStart("series");
          for (Row row : SeriesColumns.rows(plan.site(), plan.series().orElseThrow())) {
            writeRow(json, row);
          }
          json.writeEndArray();
        });
  }

  private void writeRow(JsonGenerator json, Row row) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    ColumnJson.write(json, figures, row);
    if (directions.isEmpty()) {
      json.writeNullField("directions");
    } else {
      json.writeObjectFieldStart("directions");
      ColumnJson.write(json, directions, row);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  @Override
  public void write(String text) throws IOException {
    super.write((isFirst ? "\n" : ",\n") + text);
    isFirst = false;
  }

  @Override
  public void finish() throws IOException {
    super.write(end);
    super.finish();
  }
}
