package dev.skytally.satellites;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A satellite that should count according to the registry and the request, but does not. It makes
 * an answer incomplete, unlike a satellite that the user excludes.
 *
 * <p>Immutable.
 *
 * @param satellite the satellite at the date
 * @param reason the kind of reason
 * @param detail the reason for people, for example {@code no element set in gnss.tle}
 */
public record Missing(Satellite satellite, Reason reason, String detail) {

  /** Above this number, satellites with different details share a sentence. */
  private static final int MOST_DETAILED = 3;

  /** The reason why a satellite does not count. */
  public enum Reason {
    /** The source contains no element set or other orbit of it. */
    NOT_IN_SOURCE("not in the element sets"),
    /** Its element set is damaged. */
    DAMAGED("damaged element sets"),
    /** Its element set is too far from the window. */
    TOO_OLD("element sets that are too old"),
    /** Its orbit cannot be propagated over the whole window, or is not known over all of it. */
    NOT_FLOWN("orbits that cannot be flown over the window");

    private final String ofSeveral;

    Reason(String ofSeveral) {
      this.ofSeveral = ofSeveral;
    }
  }

  /** {@return the satellite by PRN and catalogue number, for example {@code G22 (26407)}} */
  public String who() {
    String number = Integer.toString(satellite.catalogNumber());
    return satellite.prn().isEmpty() ? number : satellite.prn() + " (" + number + ")";
  }

  /**
   * {@return one English sentence without a full stop, for example {@code G22 (26407), operational,
   * does not count: no element set in gnss.tle}}
   */
  public String text() {
    return sentences(List.of(this)).get(0);
  }

  /**
   * {@return sentences like {@link #text()}, one for all satellites of a system that share status
   * and reason} A few satellites with different details have one each.
   *
   * @param missing the missing satellites
   */
  public static List<String> sentences(List<Missing> missing) {
    return List.copyOf(bySentence(missing).keySet());
  }

  /**
   * {@return the {@link #sentences}, each with the satellites that it names, in their order}
   *
   * @param missing the missing satellites
   */
  public static Map<String, List<Missing>> bySentence(List<Missing> missing) {
    Map<List<Object>, List<Missing>> groups = new LinkedHashMap<>();
    for (Missing one : missing) {
      Satellite satellite = one.satellite();
      groups
          .computeIfAbsent(
              List.of(satellite.system(), satellite.status(), one.reason()),
              group -> new ArrayList<>())
          .add(one);
    }
    Map<String, List<Missing>> sentences = new LinkedHashMap<>();
    for (List<Missing> group : groups.values()) {
      if (group.size() <= MOST_DETAILED) {
        Map<String, List<Missing>> byDetail = new LinkedHashMap<>();
        group.forEach(
            one -> byDetail.computeIfAbsent(one.detail(), d -> new ArrayList<>()).add(one));
        byDetail.values().forEach(alike -> sentences.put(sentence(alike), alike));
      } else {
        sentences.put(sentence(group), group);
      }
    }
    return sentences;
  }

  private static String sentence(List<Missing> group) {
    Missing first = group.get(0);
    boolean haveOneDetail = group.stream().map(Missing::detail).distinct().count() == 1;
    return "%s, %s, %s not count: %s"
        .formatted(
            names(group),
            first.satellite().status().name().toLowerCase(Locale.ROOT),
            group.size() == 1 ? "does" : "do",
            haveOneDetail ? first.detail() : first.reason().ofSeveral);
  }

  /**
   * {@return the satellites in one line, for example {@code G22 (26407), C19 (43001)}}
   *
   * @param missing the missing satellites
   */
  public static String names(List<Missing> missing) {
    return missing.stream().map(Missing::who).collect(joining(", "));
  }

  /** Checks the components, and copies those that can change. */
  public Missing {
    Objects.requireNonNull(satellite);
    Objects.requireNonNull(reason);
  }
}
