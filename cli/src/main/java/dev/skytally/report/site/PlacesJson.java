package dev.skytally.report.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.geography.Place;
import dev.skytally.report.text.JsonText;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** The JSON of places. */
public final class PlacesJson {
  private PlacesJson() {}

  public static String of(List<Place> places) {
    return array(
        json -> {
          for (Place place : places) {
            json.writeStartObject();
            write(json, place);
            json.writeEndObject();
          }
        });
  }

  /** Returns the JSON of the place nearest to a site, with its distance. */
  public static String nearest(Place place, GroundSite site) {
    double kilometers = place.distanceKilometers(site.latitudeDegrees(), site.longitudeDegrees());
    return array(
        json -> {
          json.writeStartObject();
          write(json, place);
          json.writeNumberField("distance_km", Math.round(10 * kilometers) / 10.0);
          json.writeEndObject();
        });
  }

  /** Returns the JSON of a site by its coordinates, as a place without a country. */
  public static String of(GroundSite site, ZoneId zone) {
    return array(
        json -> {
          json.writeStartObject();
          write(json, site.name(), "", site.latitudeDegrees(), site.longitudeDegrees(), zone);
          json.writeNumberField("height_m", site.heightMeters());
          json.writeEndObject();
        });
  }

  private static String array(JsonText.Fields places) {
    return JsonText.compact(
            json -> {
              json.writeArrayFieldStart("places");
              places.writeTo(json);
              json.writeEndArray();
            })
        + "\n";
  }

  private static void write(JsonGenerator json, Place place) throws IOException {
    write(
        json,
        place.name(),
        place.countryCode(),
        place.latitudeDegrees(),
        place.longitudeDegrees(),
        place.zone());
  }

  private static void write(
      JsonGenerator json,
      String name,
      String countryCode,
      double latitudeDegrees,
      double longitudeDegrees,
      ZoneId zone)
      throws IOException {
    json.writeStringField("name", name);
    json.writeStringField("country", countryCode);
    json.writeNumberField("latitude_deg", latitudeDegrees);
    json.writeNumberField("longitude_deg", longitudeDegrees);
    json.writeStringField("timezone", zone.getId());
  }
}
