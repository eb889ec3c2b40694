package dev.skytally;

import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.dop.Dilution;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Orbit;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Sky;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers in view and dilution of precision against the printed values of planning software. */
class PlanningSoftwareTest {
  /** One unit of the last digit that is printed. */
  private static final double PRINTED = 0.01;

  /** The histogram's rounding of a median. */
  private static final double ROUNDING = 0.005;

  private static final GroundSite SITE = GroundSite.ofDegrees("Toulouse", 43.6, 1.45, 0);

  private static final ElevationMask HORIZON =
      ElevationMask.horizonOfDegrees(
          Map.of(
              0.0, 5.0, 45.0, 50.0, 90.0, 5.0, 135.0, 50.0, 180.0, 5.0, 225.0, 50.0, 270.0, 5.0,
              315.0, 50.0));

  private static List<Map<String, String>> cases() {
    return ReferenceData.rows("dilution_planning.csv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void dilutionIsThatOfPlanningSoftware(Map<String, String> expected) throws IOException {
    Constellation gps =
        expected.get("orbits").equals("almanac")
            ? constellation(almanac().orbits().values())
            : constellation(elementSets());
    ElevationMask mask =
        expected.get("mask_deg").equals("horizon")
            ? HORIZON
            : ElevationMask.ofDegrees(ReferenceData.number(expected, "mask_deg"));
    VisibilityStudy study =
        VisibilityStudy.of(gps)
            .at(List.of(SITE))
            .above(mask)
            .over(Instant.parse(expected.get("utc")), Duration.ofMillis(1));
    Sky sky = study.skies(Duration.ofMinutes(1)).skies().get(0);
    assertEquals(Integer.parseInt(expected.get("satellites")), sky.inView().size());
    OptionalDouble median =
        study.dilution(Duration.ofMinutes(1)).sites().get(0).of(GPS).medianPdop();
    boolean isPosition = !expected.get("pdop").isEmpty();
    assertEquals(isPosition, Dilution.of(sky, GPS).isPresent());
    assertEquals(isPosition, median.isPresent());
    if (isPosition) {
      Dilution dilution = Dilution.of(sky, GPS).get();
      assertEquals(ReferenceData.number(expected, "gdop"), dilution.gdop(), PRINTED);
      assertEquals(ReferenceData.number(expected, "pdop"), dilution.pdop(), PRINTED);
      assertEquals(ReferenceData.number(expected, "hdop"), dilution.hdop(), PRINTED);
      assertEquals(ReferenceData.number(expected, "vdop"), dilution.vdop(), PRINTED);
      assertEquals(ReferenceData.number(expected, "tdop"), dilution.tdop(), PRINTED);
      assertEquals(dilution.pdop(), median.getAsDouble(), ROUNDING);
    }
  }

  /** Orbits of any format as satellites of GPS. */
  private static Constellation constellation(Collection<? extends Orbit> orbits) {
    List<Member> members = new ArrayList<>();
    for (Orbit orbit : orbits) {
      members.add(
          new Member(
              new Satellite(
                  members.size() + 1,
                  "",
                  "",
                  GPS,
                  "",
                  "",
                  "",
                  OrbitClass.MEO,
                  SatelliteStatus.OPERATIONAL,
                  false,
                  true),
              orbit));
    }
    return new Constellation(List.of(GPS), members, List.of());
  }

  private static Collection<? extends Orbit> elementSets() throws IOException {
    return ElementSetReader.read(
            TextFile.read(Path.of("src/test/resources/reference/gps_elements_2016-02-28.csv")))
        .elementSets();
  }

  /** The almanac of GPS week 1890, of which YUMA counts 866, as YUMA has it. */
  private static OrbitFile almanac() throws IOException {
    StringBuilder yuma = new StringBuilder();
    for (Map<String, String> row : ReferenceData.rows("gps_almanac_2016-03-31.csv")) {
      yuma.append(
          """
          ******** Week 866 almanac for PRN-%1$s ********
          ID: %1$s
          Health: 000
          Eccentricity: %2$s
          Time of Applicability(s): 589824
          Orbital Inclination(rad): %3$s
          Rate of Right Ascen(r/s): %4$s
          SQRT(A)  (m 1/2): %5$s
          Right Ascen at Week(rad): %6$s
          Argument of Perigee(rad): %7$s
          Mean Anom(rad): %8$s
          Af0(s): 0
          Af1(s/s): 0
          week: 866

          """
              .formatted(
                  row.get("prn").substring(1),
                  row.get("eccentricity"),
                  row.get("inclination_rad"),
                  row.get("ascending_node_rate_rad_per_s"),
                  row.get("sqrt_semi_major_axis_sqrt_m"),
                  row.get("ascending_node_rad"),
                  row.get("argument_of_perigee_rad"),
                  row.get("mean_anomaly_rad")));
    }
    Instant day = Instant.parse("2016-03-31T00:00:00Z");
    return OrbitFile.read(TextFile.of("almanac", yuma.toString()), day, day);
  }
}
