package dev.skytally;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of other software under {@code resources/reference}, and the satellites they used.
 */
public final class ReferenceData {
  /** The snapshot that all reference answers were computed from. */
  public static final LocalDate SNAPSHOT = LocalDate.of(2020, 12, 1);

  private ReferenceData() {}

  /** The rows of a reference file, by column name. */
  public static List<Map<String, String>> rows(String file) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + file)) {
      return new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          .<Map<String, String>>readValues(in)
          .readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** The site that a row names. */
  public static GroundSite site(Map<String, String> row) {
    return GroundSite.ofDegrees(
        row.get("site"),
        number(row, "latitude_deg"),
        number(row, "longitude_deg"),
        number(row, "height_m"));
  }

  /** The element sets of a bundled snapshot by catalogue number. */
  public static Map<Integer, ElementSet> elementSets(LocalDate snapshot) {
    Map<Integer, ElementSet> byNumber = new TreeMap<>();
    for (ElementSet elements : BundledSnapshots.load(snapshot).elementSets()) {
      byNumber.put(elements.catalogNumber(), elements);
    }
    return byNumber;
  }

  /** The satellites of a reference list, in its order. */
  public static Constellation listed(String file) {
    Map<Integer, ElementSet> elementSets = elementSets(SNAPSHOT);
    List<Member> members = new ArrayList<>();
    for (Map<String, String> row : rows(file)) {
      ElementSet elements = elementSets.get(Integer.valueOf(row.get("norad")));
      members.add(member(GnssSystem.valueOf(row.get("system")), elements));
    }
    return new Constellation(List.of(GnssSystem.BDS, GnssSystem.GPS), members, List.of());
  }

  /** Any element sets as satellites of one system: for tests that only care for their orbits. */
  public static Constellation anySystem(Collection<ElementSet> elementSets) {
    return new Constellation(
        List.of(GnssSystem.GPS),
        elementSets.stream().map(elements -> member(GnssSystem.GPS, elements)).toList(),
        List.of());
  }

  /** Element sets, as {@link #anySystem}. */
  public static Constellation anySystem(ElementSet... elementSets) {
    return anySystem(Arrays.asList(elementSets));
  }

  /** A satellite in low orbit whose drag brings it down within hours of 1 December 2020. */
  public static ElementSet decayedSatellite() {
    return fallingSatellite(99999, 16.4, 0.01, 0.1);
  }

  /**
   * A low satellite on an orbit of 2020-11-30 that the air wears down, the sooner the more drag.
   */
  public static ElementSet fallingSatellite(
      int catalogNumber,
      double meanMotionRevolutionsPerDay,
      double bstarPerEarthRadius,
      double meanMotionDotRevolutionsPerDaySquared) {
    return elementSet(
        "DECAYING",
        catalogNumber,
        meanMotionRevolutionsPerDay,
        0.001,
        55,
        10,
        20,
        30,
        bstarPerEarthRadius,
        meanMotionDotRevolutionsPerDaySquared);
  }

  /** A satellite without drag on an orbit of 2020-11-30, angles in degrees. */
  public static ElementSet elementSet(
      String name,
      int catalogNumber,
      double meanMotionRevolutionsPerDay,
      double eccentricity,
      double inclination,
      double rightAscension,
      double argumentOfPerigee,
      double meanAnomaly) {
    return elementSet(
        name,
        catalogNumber,
        meanMotionRevolutionsPerDay,
        eccentricity,
        inclination,
        rightAscension,
        argumentOfPerigee,
        meanAnomaly,
        0,
        0);
  }

  private static ElementSet elementSet(String name, Object... keywords) {
    List<Object> values = new ArrayList<>(List.of(name));
    values.addAll(Arrays.asList(keywords));
    try {
      return ElementSetReader.read(
              TextFile.of(
                  "made-up.json",
                  """
                  [{"OBJECT_NAME":"%s","OBJECT_ID":"2020-001A",
                  "NORAD_CAT_ID":%s,"EPOCH":"2020-11-30T00:00:00","MEAN_MOTION":%s,
                  "ECCENTRICITY":%s,"INCLINATION":%s,"RA_OF_ASC_NODE":%s,
                  "ARG_OF_PERICENTER":%s,"MEAN_ANOMALY":%s,"BSTAR":%s,"MEAN_MOTION_DOT":%s,
                  "EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U",
                  "ELEMENT_SET_NO":999,"REV_AT_EPOCH":1,"MEAN_MOTION_DDOT":0}]
                  """
                      .formatted(values.toArray())))
          .elementSets()
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Member member(GnssSystem system, ElementSet elements) {
    return new Member(
        new Satellite(
            elements.catalogNumber(),
            elements.internationalDesignator(),
            elements.name(),
            system,
            "",
            "",
            "",
            OrbitClass.MEO,
            SatelliteStatus.OPERATIONAL,
            false,
            true),
        elements);
  }
}
