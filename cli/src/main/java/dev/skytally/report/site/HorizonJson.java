package dev.skytally.report.site;

import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.site.ElevationMask;

/** The JSON of a horizon. */
public final class HorizonJson {
  private static final int DECIMALS = 6;

  private HorizonJson() {}

  public static String of(ElevationMask horizon) {
    double[] azimuths = horizon.azimuthsRadians();
    double[] elevations = horizon.elevationsRadians();
    return JsonText.compact(
            json -> {
              json.writeArrayFieldStart("horizon");
              for (int i = 0; i < azimuths.length; i++) {
                json.writeStartObject();
                json.writeFieldName("azimuth_deg");
                json.writeNumber(Decimals.plain(Math.toDegrees(azimuths[i]), DECIMALS));
                json.writeFieldName("elevation_deg");
                json.writeNumber(Decimals.plain(Math.toDegrees(elevations[i]), DECIMALS));
                json.writeEndObject();
              }
              json.writeEndArray();
            })
        + "\n";
  }
}
