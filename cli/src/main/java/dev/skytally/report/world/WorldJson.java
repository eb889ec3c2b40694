package dev.skytally.report.world;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.WorldResult;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.Figure;
import dev.skytally.report.dilution.DilutionColumns;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a grid as JSON of the schema {@code skytally/2}, each figure as a list of rows. */
final class WorldJson {
  private WorldJson() {}

  static void write(
      Setting setting,
      WorldResult result,
      List<WorldFigure> figures,
      WorldSummary summary,
      OutputStream out)
      throws IOException {
    JsonText.write(
        out,
        json -> {
          SettingJson.write(json, setting);
          writeGrid(json, result.grid());
          writeSummary(json, setting.systems(), summary, result);
          json.writeObjectFieldStart("figures");
          for (WorldFigure figure : figures) {
            writeFigure(json, result.grid(), figure);
          }
          json.writeEndObject();
        });
  }

  private static void writeGrid(JsonGenerator json, WorldGrid grid) throws IOException {
    json.writeObjectFieldStart("grid");
    JsonText.number(json, "resolution_deg", grid.resolutionDegrees(), 6);
    json.writeNumberField("rows", grid.rows());
    json.writeNumberField("columns", grid.columns());
    JsonText.number(json, "first_latitude_deg", grid.latitudeDegrees(0), 6);
    JsonText.number(json, "first_longitude_deg", grid.longitudeDegrees(0), 6);
    JsonText.number(json, "height_m", grid.heightMeters(), 3);
    json.writeEndObject();
  }

  /** Writes the field {@code summary} with missing satellites; null if none could be added. */
  static void writeEffect(JsonGenerator json, WorldEffect effect) throws IOException {
    if (effect.added().isEmpty()) {
      json.writeNullField("summary");
    } else {
      writeSummary(json, effect.systems(), effect.summary(), effect.result());
    }
  }

  private static void writeSummary(
      JsonGenerator json, List<GnssSystem> systems, WorldSummary summary, WorldResult result)
      throws IOException {
    json.writeObjectFieldStart("summary");
    writeSurface(json, "all", systems, summary.all);
    if (summary.hasLand()) {
      writeSurface(json, "land", systems, summary.land);
    } else {
      json.writeNullField("land");
    }
    String[] names = {"all", "sea", "land"};
    if (!summary.dilutions.isEmpty()) {
      json.writeObjectFieldStart("dilution");
      DilutionJson.writeClocks(json, result.tally().clocks(), systems);
      JsonText.number(json, "good_pdop", result.tally().goodPdop(), 3);
      for (int i = 0; i < names.length; i++) {
        writeDilution(json, names[i], systems, summary.dilutions.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeSurface(
      JsonGenerator json, String name, List<GnssSystem> systems, WorldSummary.Surface surface)
      throws IOException {
    json.writeObjectFieldStart(name);
    JsonText.number(json, "share_of_earth", surface.share, 6);
    json.writeObjectFieldStart("systems");
    for (int i = 0; i < systems.size(); i++) {
      json.writeObjectFieldStart(Words.key(systems.get(i)));
      JsonText.number(json, Figure.MEAN.name(), surface.means[i], 6);
      if (systems.size() > 1) {
        JsonText.number(json, "led_by_share", surface.ledByShare[i], 6);
        JsonText.number(json, "led_by_mean", surface.ledByMean[i], 6);
      } else {
        json.writeNullField("led_by_share");
        json.writeNullField("led_by_mean");
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeDilution(
      JsonGenerator json,
      String name,
      List<GnssSystem> systems,
      WorldSummary.DilutionSurface surface)
      throws IOException {
    if (surface.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    for (int set = 0; set < surface.sharesGood.length; set++) {
      boolean isSystem = set < systems.size();
      json.writeObjectFieldStart(isSystem ? Words.key(systems.get(set)) : DilutionColumns.TOGETHER);
      double median = surface.medianPdop(set);
      if (Double.isNaN(median)) {
        json.writeNullField("pdop_median");
      } else {
        JsonText.number(json, "pdop_median", median, 2);
      }
      JsonText.number(json, "share_pdop_good", surface.sharesGood[set], 6);
      if (isSystem && systems.size() > 1) {
        JsonText.number(json, "led_by_pdop", surface.ledByPdop[set], 6);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes a figure, one line for each row of the grid. */
  private static void writeFigure(JsonGenerator json, WorldGrid grid, WorldFigure figure)
      throws IOException {
    json.writeArrayFieldStart(figure.column().name());
    for (int row = 0; row < grid.rows(); row++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < grid.columns(); column++) {
        text.append(column == 0 ? '[' : ',');
        double value = figure.value().at(row, column);
        text.append(Double.isNaN(value) ? "null" : Decimals.plain(value, 6));
      }
      json.writeRawValue(text.append(']').toString());
    }
    json.writeEndArray();
  }
}
