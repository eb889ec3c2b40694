package dev.skytally.cli;

import dev.skytally.geography.Place;
import dev.skytally.geography.PlaceNames;
import dev.skytally.report.site.PlacesJson;
import dev.skytally.server.Answer;
import dev.skytally.server.Format;
import dev.skytally.server.Parameter;
import dev.skytally.server.Problem;
import dev.skytally.server.Problem.Kind;
import dev.skytally.server.Question;
import dev.skytally.server.Resource;
import dev.skytally.server.Study;
import dev.skytally.site.GroundSite;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The resource of places by name or position, which is no command. */
final class ApiPlaces {
  static final Resource RESOURCE =
      new Resource(
          "/v1/places",
          "Finds capitals and large cities by name, or the one nearest to a point.",
          Resource.Body.NONE,
          List.of(
              text(
                  "name",
                  "A part of a name in English, German, Spanish, French, Russian or Chinese, a"
                      + " country, its ISO code, or coordinates such as 47.03N 28.84E or"
                      + " 48.1,11.5,520."),
              text(
                  "near",
                  "LAT,LON in degrees, instead of a name: find the nearest place and its distance.")),
          List.of(Format.JSON));

  private static final int MOST = 10;

  private ApiPlaces() {}

  private static Parameter text(String name, String description) {
    return new Parameter(name, Parameter.Type.TEXT, false, description);
  }

  static Study study(Question question) throws Problem {
    String name = question.values().get("name");
    String near = question.values().get("near");
    if ((name == null) == (near == null)) {
      Problem unclear = new Problem(Kind.WRONG_VALUE, "give either name or near");
      throw near == null ? unclear : unclear.with("parameter", "near").with("value", near);
    }
    if (name != null) {
      return new Study(List.of(), progress -> answer(named(name)));
    }
    GroundSite site = site(near);
    return new Study(List.of(), progress -> answer(PlacesJson.nearest(nearest(site), site)));
  }

  private static Place nearest(GroundSite site) {
    return PlaceNames.nearest(site.latitudeDegrees(), site.longitudeDegrees());
  }

  /**
   * Returns the JSON of the places of a name. Coordinates as people write them are a place without
   * a country.
   */
  private static String named(String name) {
    Optional<GroundSite> written = written(name);
    if (written.isPresent()) {
      return PlacesJson.of(written.get(), nearest(written.get()).zone());
    }
    return PlacesJson.of(PlaceNames.find(name, MOST));
  }

  /** A number beyond its range makes no coordinates, but it may be in a name. */
  private static Optional<GroundSite> written(String name) {
    try {
      return GroundSite.ofText(name);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static GroundSite site(String near) throws Problem {
    try {
      return GroundSite.ofText(near).orElseThrow(IllegalArgumentException::new);
    } catch (IllegalArgumentException e) {
      throw new Problem(Kind.WRONG_VALUE, "near: expected LAT,LON such as 47.03,28.84")
          .with("parameter", "near")
          .with("value", near);
    }
  }

  private static Answer answer(String json) {
    return new Answer(StandardCharsets.UTF_8.encode(json), List.of());
  }
}
