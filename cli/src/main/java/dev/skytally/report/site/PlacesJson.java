package dev.skytally.report.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.geography.Place;
import dev.skytally.report.text.JsonText;
import java.io.IOException;
import java.util.List;

/** The JSON of places. */
public final class PlacesJson {
  private PlacesJson() {}

  public static String of(List<Place> places) {
    return JsonText.compact(
            json -> {
              json.writeArrayFieldStart("places");
              for (Place place : places) {
                write(json, place);
              }
              json.writeEndArray();
            })
        + "\n";
  }

  private static void write(JsonGenerator json, Place place) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", place.name());
    json.writeStringField("country", place.countryCode());
    json.writeNumberField("latitude_deg", place.latitudeDegrees());
    json.writeNumberField("longitude_deg", place.longitudeDegrees());
    json.writeStringField("timezone", place.zone().getId());
    json.writeEndObject();
  }
}
