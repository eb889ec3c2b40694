package dev.skytally.atlas.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.skytally.WorldStudy;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a plan file, a JSON object, and rejects whatever it does not know. */
public final class PlanReader {
  private static final LocalDate EARLIEST = LocalDate.of(1957, 10, 4);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 30);
  private static final int SHORTEST_STEP_SECONDS = 1;
  private static final int DAY_SECONDS = 86_400;
  private static final List<String> FIELDS =
      List.of(
          "first_day",
          "last_day",
          "step_s",
          "resolution_deg",
          "bounds_deg",
          "systems",
          "mask_deg",
          "figures",
          "archive",
          "by");

  private final TextFile file;
  private final JsonParser json;

  /** Where each field is. */
  private final Map<String, JsonLocation> places = new HashMap<>();

  private String firstDay = "";
  private String lastDay = "";
  private int stepSeconds = 60;
  private double resolutionDegrees = 1;
  private List<Double> boundsDegrees = List.of();
  private List<String> systems = List.of("GPS", "BDS");
  private double maskDegrees;
  private List<String> figures = List.of("leader");
  private List<String> by = List.of();
  private Optional<String> archive = Optional.empty();

  private PlanReader(TextFile file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a plan.
   *
   * @throws InputFormatException if the text is not a plan
   */
  public static Plan read(TextFile file) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(file.text())) {
      PlanReader reader = new PlanReader(file, json);
      reader.readFields();
      return reader.plan();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      int line = at == null ? 0 : at.getLineNr();
      int column = at == null ? 0 : at.getColumnNr();
      throw file.problem(line, column, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private void readFields() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw problemHere("a plan is a JSON object, expected {");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      if (!FIELDS.contains(field)) {
        throw problemHere(
            "unknown field %s, expected one of %s"
                .formatted(TextFile.quoted(field), String.join(", ", FIELDS)));
      }
      json.nextToken();
      places.put(field, json.currentTokenLocation());
      switch (field) {
        case "first_day" -> firstDay = text(field);
        case "last_day" -> lastDay = text(field);
        case "step_s" -> stepSeconds = whole(field);
        case "resolution_deg" -> resolutionDegrees = number(field);
        case "bounds_deg" -> boundsDegrees = list(field, this::number);
        case "systems" -> systems = list(field, this::text);
        case "mask_deg" -> maskDegrees = number(field);
        case "figures" -> figures = list(field, this::text);
        case "archive" -> archive = Optional.of(text(field));
        default -> by = list(field, this::text);
      }
    }
    if (json.nextToken() != null) {
      throw problemHere("the file goes on after the end of the plan");
    }
  }

  private interface Item<T> {
    T read(String field) throws IOException;
  }

  private <T> List<T> list(String field, Item<T> item) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw problemHere(field + " must be a list");
    }
    List<T> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(field));
    }
    return items;
  }

  private String text(String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw problemHere(field + " must be a text in quotes");
    }
    return json.getText();
  }

  private double number(String field) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw problemHere(field + " must be a number");
    }
    return json.getDoubleValue();
  }

  private int whole(String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw problemHere(field + " must be a whole number");
    }
    return json.getIntValue();
  }

  private InputFormatException problemHere(String problem) {
    return problemAt(json.currentTokenLocation(), problem);
  }

  private InputFormatException problemAt(JsonLocation at, String problem) {
    return file.problem(at.getLineNr(), at.getColumnNr(), problem);
  }

  private InputFormatException problemOf(String field, String problem) {
    JsonLocation at = places.get(field);
    return at == null ? file.problem(0, 0, problem) : problemAt(at, problem);
  }

  private Plan plan() throws InputFormatException {
    LocalDate first = day("first_day", firstDay);
    LocalDate last = day("last_day", lastDay);
    if (last.isBefore(first)) {
      throw problemOf("last_day", "last_day %s is before first_day %s".formatted(last, first));
    }
    if (stepSeconds < SHORTEST_STEP_SECONDS || DAY_SECONDS % stepSeconds != 0) {
      throw problemOf(
          "step_s",
          "step_s %s does not divide a day of 86400 seconds, expected for example 30, 60 or 300"
              .formatted(stepSeconds));
    }
    Set<GnssSystem> wanted = constants("systems", systems, GnssSystem::of);
    if (wanted.isEmpty()) {
      throw problemOf("systems", "systems is empty, expected some of " + GnssSystem.codes());
    }
    Set<GridFigure> tallied =
        constants("figures", figures, name -> constant(GridFigure.class, name, ""));
    if (tallied.contains(GridFigure.PAIRS) && wanted.size() < 3) {
      throw problemOf(
          "figures",
          "figures contains \"pairs\", which needs three systems; for two, \"leader\" gives the same");
    }
    if (archive.isPresent() && archive.get().isEmpty()) {
      throw problemOf("archive", "archive is empty, expected a folder; omit it for bundled ones");
    }
    Plan plan =
        new Plan(
            first,
            last,
            Duration.ofSeconds(stepSeconds),
            checked("resolution_deg", this::grid),
            List.copyOf(wanted),
            checked("mask_deg", this::mask),
            tallied,
            archive,
            constants("by", by, name -> constant(Part.class, name, "WHOLE")));
    if (plan.days() * plan.instantsPerDay() > WorldStudy.MOST_INSTANTS) {
      throw problemOf(
          "step_s",
          "%s days have more than %s instants: lengthen step_s"
              .formatted(plan.days(), WorldStudy.MOST_INSTANTS));
    }
    return plan;
  }

  private LocalDate day(String field, String text) throws InputFormatException {
    if (text.isEmpty()) {
      throw problemOf(field, "%s is missing, expected a date such as 2024-01-01".formatted(field));
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problemOf(
          field,
          "%s %s is not a date, expected one such as 2024-01-01"
              .formatted(field, TextFile.quoted(text)));
    }
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw problemOf(field, "%s %s is not within 1957 to 2199".formatted(field, text));
    }
    return day;
  }

  private interface Check<T> {
    T get();
  }

  private <T> T checked(String field, Check<T> value) throws InputFormatException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw problemOf(field, String.valueOf(e.getMessage()));
    }
  }

  private double mask() {
    ElevationMask.ofDegrees(maskDegrees);
    return maskDegrees;
  }

  private WorldGrid grid() {
    WorldGrid whole = WorldGrid.cells(resolutionDegrees);
    if (boundsDegrees.isEmpty()) {
      return whole;
    }
    if (boundsDegrees.size() != 4) {
      throw new IllegalArgumentException(
          "bounds_deg has %s numbers, expected west, south, east and north"
              .formatted(boundsDegrees.size()));
    }
    return whole.within(
        boundsDegrees.get(0), boundsDegrees.get(1), boundsDegrees.get(2), boundsDegrees.get(3));
  }

  private <T> Set<T> constants(String field, Collection<String> names, Function<String, T> of)
      throws InputFormatException {
    Set<T> constants = new LinkedHashSet<>();
    for (String name : names) {
      if (!constants.add(checked(field, () -> of.apply(name)))) {
        throw problemOf(field, "%s contains %s twice".formatted(field, TextFile.quoted(name)));
      }
    }
    return constants;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String unless) {
    List<String> names = new ArrayList<>();
    for (E constant : EnumSet.allOf(type)) {
      String lower = constant.name().toLowerCase(Locale.ROOT);
      if (!constant.name().equals(unless)) {
        if (lower.equals(name)) {
          return constant;
        }
        names.add(lower);
      }
    }
    throw new IllegalArgumentException(
        "%s is unknown, expected some of %s"
            .formatted(TextFile.quoted(name), String.join(", ", names)));
  }
}
