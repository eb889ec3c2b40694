package dev.skytally.report.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.text.JsonText;
import dev.skytally.site.GroundSite;
import java.io.IOException;

/** A site as JSON: the fields {@code name} to {@code height_m}. */
public final class SiteJson {
  private SiteJson() {}

  /** Writes the fields of a site into the current object. */
  public static void write(JsonGenerator json, GroundSite site) throws IOException {
    json.writeStringField("name", site.name());
    JsonText.textOrNull(json, "iso2", site.countryCode());
    JsonText.textOrNull(json, "country", site.country());
    JsonText.textOrNull(json, "capital", site.country().isEmpty() ? "" : site.name());
    JsonText.number(json, "latitude_deg", site.latitudeDegrees(), 6);
    JsonText.number(json, "longitude_deg", site.longitudeDegrees(), 6);
    JsonText.number(json, "height_m", site.heightMeters(), 6);
  }
}
