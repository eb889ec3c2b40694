package dev.skytally.elements;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns element sets of two lines into OMM, keeping every digit, in the spelling of catalogues. */
public final class OmmText {
  private static final Set<String> TEXTS =
      Set.of("OBJECT_NAME", "OBJECT_ID", "EPOCH", "CLASSIFICATION_TYPE");
  private static final Set<String> TLE_PARAMETERS =
      Set.of(
          "EPHEMERIS_TYPE",
          "CLASSIFICATION_TYPE",
          "NORAD_CAT_ID",
          "ELEMENT_SET_NO",
          "REV_AT_EPOCH",
          "BSTAR",
          "MEAN_MOTION_DOT",
          "MEAN_MOTION_DDOT");

  private OmmText() {}

  /** The keywords of an element set that was read from lines, in the standard's order. */
  public static Map<String, String> keywords(ElementSet set) {
    List<String> lines = set.text().lines().toList();
    String line1 = lines.get(lines.size() - 2);
    String line2 = lines.get(lines.size() - 1);
    Map<String, String> keywords = new LinkedHashMap<>();
    keywords.put("OBJECT_NAME", set.name());
    keywords.put("OBJECT_ID", set.internationalDesignator());
    keywords.put("EPOCH", set.epoch().toString().replace("Z", ""));
    keywords.put("MEAN_MOTION", line2.substring(52, 63).strip());
    keywords.put("ECCENTRICITY", "." + line2.substring(26, 33));
    keywords.put("INCLINATION", line2.substring(8, 16).strip());
    keywords.put("RA_OF_ASC_NODE", line2.substring(17, 25).strip());
    keywords.put("ARG_OF_PERICENTER", line2.substring(34, 42).strip());
    keywords.put("MEAN_ANOMALY", line2.substring(43, 51).strip());
    keywords.put("EPHEMERIS_TYPE", "0");
    keywords.put("CLASSIFICATION_TYPE", line1.substring(7, 8));
    keywords.put("NORAD_CAT_ID", Integer.toString(set.catalogNumber()));
    keywords.put("ELEMENT_SET_NO", line1.substring(64, 68).strip());
    keywords.put("REV_AT_EPOCH", line2.substring(63, 68).strip());
    keywords.put("BSTAR", exponential(line1.substring(53, 61)));
    keywords.put("MEAN_MOTION_DOT", line1.substring(33, 43).strip());
    keywords.put("MEAN_MOTION_DDOT", exponential(line1.substring(44, 52)));
    return keywords;
  }

  private static String exponential(String columns) {
    return (columns.substring(0, 1) + "." + columns.substring(1, 6) + "E" + columns.substring(6))
        .strip();
  }

  /** One object with numbers as JSON has them. */
  public static String json(Map<String, String> keywords) {
    return keywords.entrySet().stream()
        .map(e -> '"' + e.getKey() + "\":" + jsonValue(e.getKey(), e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String jsonValue(String keyword, String value) {
    return TEXTS.contains(keyword) ? '"' + value + '"' : new BigDecimal(value).toString();
  }

  /** One object with all values as strings, and with members that do not matter. */
  static String jsonOfStrings(Map<String, String> keywords) {
    return keywords.entrySet().stream()
        .map(e -> "    \"" + e.getKey() + "\": \"" + e.getValue() + '"')
        .collect(
            Collectors.joining(
                ",\n",
                """
                  {
                    "CCSDS_OMM_VERS": "3.0",
                    "CENTER_NAME": "EARTH",
                    "REF_FRAME": "TEME",
                    "DECAY_DATE": null,
                """,
                "\n  }"));
  }

  public static String csvHeader(Map<String, String> keywords) {
    return String.join(",", keywords.keySet());
  }

  public static String csvRow(Map<String, String> keywords) {
    return keywords.entrySet().stream()
        .map(e -> e.getKey().equals("OBJECT_NAME") ? '"' + e.getValue() + '"' : e.getValue())
        .collect(Collectors.joining(","));
  }

  static String kvn(Map<String, String> keywords) {
    StringBuilder kvn =
        new StringBuilder(
            """
            CCSDS_OMM_VERS = 2.0
            COMMENT one of many
            CREATION_DATE = 2026-01-01T00:00:00
            ORIGINATOR = TEST

            """);
    keywords.forEach(
        (keyword, value) -> {
          kvn.append("%-20s = %s%n".formatted(keyword, value).replace("\r", ""));
          if (keyword.equals("OBJECT_ID")) {
            kvn.append("CENTER_NAME = EARTH\nREF_FRAME = TEME\nTIME_SYSTEM = UTC\n");
            kvn.append("MEAN_ELEMENT_THEORY = SGP/SGP4\n");
          }
        });
    return kvn.toString();
  }

  static String xml(Map<String, String> keywords) {
    return "<omm id=\"CCSDS_OMM_VERS\" version=\"2.0\">\n<header>"
        + "<CREATION_DATE>2026-01-01T00:00:00</CREATION_DATE><ORIGINATOR>TEST</ORIGINATOR>"
        + "</header><body><segment><metadata>"
        + elements(keywords, "OBJECT_NAME", "OBJECT_ID")
        + "<CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME>"
        + "<TIME_SYSTEM>UTC</TIME_SYSTEM><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY>"
        + "</metadata>\n<data><meanElements>"
        + elements(
            keywords,
            keywords.keySet().stream()
                .filter(k -> !k.startsWith("OBJECT") && !TLE_PARAMETERS.contains(k))
                .toArray(String[]::new))
        + "</meanElements><tleParameters>"
        + elements(
            keywords,
            keywords.keySet().stream().filter(TLE_PARAMETERS::contains).toArray(String[]::new))
        + "</tleParameters></data>\n</segment></body></omm>";
  }

  private static String elements(Map<String, String> keywords, String... names) {
    StringBuilder xml = new StringBuilder();
    for (String name : names) {
      String value = keywords.get(name).replace("&", "&amp;").replace("<", "&lt;");
      xml.append('<').append(name).append('>').append(value);
      xml.append("</").append(name).append(">\n");
    }
    return xml.toString();
  }
}
