package dev.skytally.report.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Times;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Windows as JSON of the schema {@code skytally/2}. */
final class PlanJson {
  private static final double MILLIS_A_SECOND = 1e3;

  private PlanJson() {}

  static String text(PlanReport report) {
    List<Column<GroundSite>> ownMask =
        SettingColumns.ownMask(report.setting(), Function.identity());
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          writeQuestion(json, report);
          ColumnJson.write(json, List.of(PlanReport.TIME_ZONE), report.setting());
          json.writeArrayFieldStart("sites");
          for (SitePlan plan : report.plans()) {
            json.writeStartObject();
            ColumnJson.write(json, SiteColumns.ALL, plan.site());
            ColumnJson.write(json, ownMask, plan.site());
            ColumnJson.writeList(json, "windows", report.windowColumns(), PlanReport.ranked(plan));
            ColumnJson.writeList(json, "avoid", report.avoidColumns(), plan.avoid());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeQuestion(JsonGenerator json, PlanReport report) throws IOException {
    PlanQuestion question = report.question();
    json.writeObjectFieldStart("wanted");
    JsonText.texts(
        json, "conditions", question.conditions().stream().map(Condition::toString).toList());
    if (question.length().isPresent()) {
      double seconds = question.length().get().toMillis() / MILLIS_A_SECOND;
      JsonText.number(json, "length_s", seconds, 3);
    } else {
      json.writeNullField("length_s");
    }
    if (question.hours().isPresent()) {
      json.writeObjectFieldStart("hours");
      json.writeStringField("from", question.hours().get().from().toString());
      json.writeStringField("to", question.hours().get().to().toString());
      json.writeStringField("zone", new Times(question.hours().get().zone()).id());
      json.writeEndObject();
    } else {
      json.writeNullField("hours");
    }
    DilutionJson.writeClocks(json, report.clocks(), report.setting().systems());
    json.writeEndObject();
  }
}
