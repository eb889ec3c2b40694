package dev.skytally.fetch;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.OmmText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a catalogue would answer: the newest bundled element sets, as if of a later day. */
public final class Catalogue {
  private static final LocalDate BUNDLED = LocalDate.of(2026, 10, 6);

  private final List<Map<String, String>> records;

  private Catalogue(List<Map<String, String>> records) {
    this.records = records;
  }

  /** Every epoch moved by so many days. */
  public static Catalogue movedByDays(int days) {
    return new Catalogue(
        BundledSnapshots.load(BUNDLED).elementSets().stream()
            .map(elements -> moved(elements, days))
            .toList());
  }

  private static Map<String, String> moved(ElementSet elements, int days) {
    Map<String, String> keywords = OmmText.keywords(elements);
    Instant epoch = elements.epoch().plus(Duration.ofDays(days));
    keywords.put("EPOCH", epoch.toString().replace("Z", ""));
    return keywords;
  }

  public Catalogue without(Predicate<Map<String, String>> unwanted) {
    return new Catalogue(records.stream().filter(unwanted.negate()).toList());
  }

  /** Every second record of those whose name begins so is left out. */
  public Catalogue withHalfOf(String name) {
    List<Map<String, String>> kept = new ArrayList<>();
    int found = 0;
    for (Map<String, String> keywords : records) {
      if (!keywords.get("OBJECT_NAME").startsWith(name) || found++ % 2 == 0) {
        kept.add(keywords);
      }
    }
    return new Catalogue(kept);
  }

  /** A record the more: that of the first satellite, under another number and name. */
  public Catalogue with(int catalogNumber, String name) {
    Map<String, String> newcomer = new LinkedHashMap<>(records.get(0));
    newcomer.put("NORAD_CAT_ID", Integer.toString(catalogNumber));
    newcomer.put("OBJECT_NAME", name);
    newcomer.put("OBJECT_ID", "2026-200A");
    List<Map<String, String>> more = new ArrayList<>(records);
    more.add(newcomer);
    return new Catalogue(more);
  }

  public int size() {
    return records.size();
  }

  public String json() {
    return records.stream().map(OmmText::json).collect(Collectors.joining(",\n", "[", "]"));
  }

  public String csv() {
    return OmmText.csvHeader(records.get(0))
        + "\r\n"
        + records.stream().map(OmmText::csvRow).collect(Collectors.joining("\r\n"))
        + "\r\n";
  }
}
