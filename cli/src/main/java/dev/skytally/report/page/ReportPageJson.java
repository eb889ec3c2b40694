package dev.skytally.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.DilutionResult;
import dev.skytally.SatelliteTracks;
import dev.skytally.StudyRecord;
import dev.skytally.StudyResult;
import dev.skytally.geography.Line;
import dev.skytally.geography.Place;
import dev.skytally.geography.PlaceNames;
import dev.skytally.geography.WorldMap;
import dev.skytally.outage.Outage;
import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanQuestion.Hours;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.SitePlan;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.capitals.CapitalsReport;
import dev.skytally.report.capitals.Verdict;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.plan.PlanReport;
import dev.skytally.report.plan.PlanWords;
import dev.skytally.report.plan.SeriesFile;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingWords;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Language;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Selection;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.visibility.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the data of the page as JSON; {@code data.js} reads them and defines their shape.
 *
 * <p>A timeline is bytes in base64. First there is one bit for each satellite, set if it is in view
 * at the start. Then for each rise or set come the milliseconds since the one before and the
 * satellite. Both are numbers of seven bits per byte, lowest first; the eighth bit is set if more
 * bytes follow. Tracks are 32-bit floats, little-endian, in base64.
 */
final class ReportPageJson {
  private static final int TIE = -1;

  /** The time of a city farther away may be another one. */
  private static final double NEAR_KILOMETERS = 300;

  private static final Base64.Encoder BASE64 = Base64.getEncoder();
  private static final double GREATEST_OF_THREE_BYTES = 0x7f_ffff;

  private final JsonGenerator json;
  private final CapitalsReport report;
  private final StudyRecord record;
  private final StudyResult result;
  private final Optional<PlanReport> plan;
  private final DilutionResult dilution;
  private final List<GnssSystem> systems;

  /** Of the texts that the page cannot translate itself. */
  private final List<Language> languages;

  /** The number of each satellite in {@code satellites}; a study has one object for each. */
  private final IdentityHashMap<Satellite, Integer> numbers = new IdentityHashMap<>();

  private final List<Compared> compared = new ArrayList<>();

  /** A metric or the PDOP, and the column of each system that it compares. */
  private record Compared(
      String key,
      String leader,
      Supplier<Verdict> verdict,
      List<Column<CapitalsColumns.Row>> figures) {}

  private ReportPageJson(
      JsonGenerator json,
      List<Language> languages,
      CapitalsReport report,
      StudyRecord record,
      Optional<PlanReport> plan) {
    this.json = json;
    this.languages = languages;
    this.report = report;
    this.record = record;
    this.plan = plan;
    result = report.result();
    dilution = report.dilution().orElseThrow();
    systems = report.setting().systems();
    for (Member member : result.constellation().members()) {
      numbers.put(member.satellite(), numbers.size());
    }
    CapitalsColumns columns = report.columns();
    Iterator<Column<CapitalsColumns.Row>> leaders = columns.leaders().iterator();
    for (Metric metric : Metric.values()) {
      compared.add(
          new Compared(
              Words.key(metric),
              leaders.next().name(),
              () -> new Verdict(result, metric),
              systems.stream().map(system -> columns.compared(metric, system)).toList()));
    }
    compared.add(
        new Compared(
            "pdop",
            leaders.next().name(),
            () -> new Verdict(dilution),
            systems.stream().map(columns::medianPdop).toList()));
  }

  /** Returns all data of a report, which is in English. */
  static String text(CapitalsReport report, StudyRecord record, Optional<PlanReport> plan) {
    return inObject(
        json -> {
          new ReportPageJson(json, List.of(Language.EN), report, record, plan).writeAnswer();
          writeLand(json);
        });
  }

  /** Returns the data of a plan in all languages, without the land of the map. */
  static String answer(CapitalsReport report, StudyRecord record, PlanReport plan) {
    return inObject(
        json ->
            new ReportPageJson(json, List.of(Language.values()), report, record, Optional.of(plan))
                .writeAnswer());
  }

  /** Returns the land and the borders of the map. */
  static String land() {
    return inObject(ReportPageJson::writeLand);
  }

  private interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  private static String inObject(Writer writer) {
    StringWriter text = new StringWriter(1 << 20);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      writer.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private static void writeLand(JsonGenerator json) throws IOException {
    WorldMap world = WorldMap.small();
    writeLines(json, "land", world.landRings());
    writeLines(json, "borders", world.borders());
  }

  private void writeAnswer() throws IOException {
    Setting setting = report.setting();
    json.writeNumberField("start", setting.selection().start().toEpochMilli());
    json.writeNumberField("end", setting.selection().end().toEpochMilli());
    writeZone(setting);
    writeWanted();
    json.writeStringField("places", report.places());
    json.writeBooleanField("areCapitals", report.areCapitals());
    writeMask(setting.masks().common());
    json.writeBooleanField("isSampled", setting.step().isPresent());
    writeMarks(setting);
    json.writeStringField("remedy", plan.map(of -> remedy(of.created())).orElse(""));
    writeFacts(setting);
    writeNotices(setting);
    writeExclusions(setting);
    writeSystems();
    writeClocks();
    writeSeriesEnd(setting);
    writeMetrics();
    writeBeside();
    writeSatellites();
    writeOutages();
    writeTracks();
    writeSites();
  }

  /** Writes what windows were asked for, or null if none were. */
  private void writeWanted() throws IOException {
    json.writeFieldName("wanted");
    if (plan.isEmpty()) {
      json.writeNull();
      return;
    }
    PlanQuestion question = plan.get().question();
    json.writeStartObject();
    json.writeFieldName("conditions");
    writeConditions(question.conditions());
    json.writeStringField("length", question.length().map(PlanWords::length).orElse(""));
    json.writeFieldName("hours");
    if (question.hours().isPresent()) {
      Hours hours = question.hours().get();
      writeTexts(hours.from().toString(), hours.to().toString(), PlanWords.zone(hours));
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void writeConditions(List<Condition> conditions) throws IOException {
    json.writeStartArray();
    for (Condition condition : conditions) {
      writeTexts(
          condition.system().map(GnssSystem::name).orElse(""),
          Words.key(condition.measure()),
          condition.comparison().symbol(),
          Decimals.plain(condition.limit(), 6));
    }
    json.writeEndArray();
  }

  /** Writes the time zone that was asked for, or null for UTC. */
  private void writeZone(Setting setting) throws IOException {
    json.writeFieldName("zone");
    if (setting.times().isUtc()) {
      json.writeNull();
    } else {
      writeZone(setting.times().zone());
    }
  }

  /** Writes a time zone with its offsets in the window. */
  private void writeZone(ZoneId zone) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", zone.getId());
    json.writeArrayFieldStart("offsets");
    Instant from = result.start();
    while (from.isBefore(report.setting().selection().end())) {
      json.writeStartArray();
      json.writeNumber(from.toEpochMilli());
      json.writeNumber(1000 * zone.getRules().getOffset(from).getTotalSeconds());
      json.writeEndArray();
      ZoneOffsetTransition change = zone.getRules().nextTransition(from);
      from = change == null ? Instant.MAX : change.getInstant();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the nearest city, whose time is that of the site, if it is near. */
  private void writeCity(GroundSite site) throws IOException {
    Place city = PlaceNames.nearest(site.latitudeDegrees(), site.longitudeDegrees());
    double kilometers = city.distanceKilometers(site.latitudeDegrees(), site.longitudeDegrees());
    if (kilometers > NEAR_KILOMETERS) {
      return;
    }
    json.writeObjectFieldStart("city");
    json.writeStringField("name", city.name());
    json.writeNumberField("distance", Math.round(kilometers));
    json.writeFieldName("zone");
    writeZone(city.zone());
    json.writeEndObject();
  }

  /** Writes lines in hundredths of a degree, each point as the difference from the one before. */
  private static void writeLines(JsonGenerator json, String field, List<Line> lines)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Line line : lines) {
      json.writeStartArray();
      long longitude = 0;
      long latitude = 0;
      for (int i = 0; i < line.points(); i++) {
        long nextLongitude = Math.round(100 * line.longitudeDegrees(i));
        long nextLatitude = Math.round(100 * line.latitudeDegrees(i));
        json.writeNumber(nextLongitude - longitude);
        json.writeNumber(nextLatitude - latitude);
        longitude = nextLongitude;
        latitude = nextLatitude;
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Writes one number for a constant mask, else one for each degree of azimuth. */
  private void writeMask(ElevationMask mask) throws IOException {
    json.writeArrayFieldStart("maskDegrees");
    for (int azimuthDegrees = 0; azimuthDegrees < (mask.isConstant() ? 1 : 360); azimuthDegrees++) {
      double elevationRadians = mask.elevationRadians(Math.toRadians(azimuthDegrees));
      json.writeNumber(Decimals.plain(Math.toDegrees(elevationRadians), 3));
    }
    json.writeEndArray();
  }

  /** Returns what helps against old orbits, if some are old. */
  private String remedy(Instant now) {
    Selection selection = report.setting().selection();
    if (selection.oldOrbits().isEmpty()) {
      return "";
    }
    if (selection.isAbout(now)) {
      return "fetch";
    }
    return selection.end().isBefore(now) ? "import" : "wait";
  }

  /** Writes what the answer lacks by language. */
  private void writeMarks(Setting setting) throws IOException {
    json.writeObjectFieldStart("incomplete");
    for (Language language : languages) {
      json.writeStringField(Words.key(language), new SettingWords(setting, language).marks());
    }
    json.writeEndObject();
  }

  /** Writes the parts of the definition by language. */
  private void writeFacts(Setting setting) throws IOException {
    json.writeObjectFieldStart("facts");
    for (Language language : languages) {
      json.writeArrayFieldStart(Words.key(language));
      for (Fact fact : new SettingWords(setting, language).details()) {
        writeTexts(fact.label(), fact.value());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeNotices(Setting setting) throws IOException {
    json.writeArrayFieldStart("notices");
    for (Notice notice : setting.selection().notices()) {
      writeTexts(Words.key(notice.kind()), notice.text());
    }
    json.writeEndArray();
  }

  private void writeTexts(String... texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void writeExclusions(Setting setting) throws IOException {
    json.writeArrayFieldStart("excluded");
    for (Exclusion exclusion : setting.selection().constellation().excluded()) {
      json.writeStartArray();
      json.writeNumber(exclusion.catalogNumber());
      json.writeString(exclusion.name());
      json.writeString(Words.key(exclusion.kind()));
      json.writeString(exclusion.reason());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeSystems() throws IOException {
    json.writeArrayFieldStart("systems");
    for (GnssSystem system : systems) {
      SystemMark mark = SystemMark.of(system);
      json.writeStartArray();
      json.writeString(system.name());
      json.writeString(system.displayName());
      json.writeNumber(mark.corners());
      json.writeNumber(mark.firstCornerDegrees());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Writes the indices of each clock's systems. */
  private void writeClocks() throws IOException {
    json.writeArrayFieldStart("clocks");
    for (List<GnssSystem> clock : dilution.clocks().divide(systems)) {
      json.writeStartArray();
      for (GnssSystem system : clock) {
        json.writeNumber(systems.indexOf(system));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeSeriesEnd(Setting setting) throws IOException {
    json.writeArrayFieldStart("seriesEnd");
    for (Column<Setting> column : SeriesFile.<Setting>lastColumns(setting)) {
      json.writeStartArray();
      json.writeString(column.name());
      ColumnJson.writeValue(json, column, setting);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeMetrics() throws IOException {
    json.writeArrayFieldStart("metrics");
    for (Compared metric : compared) {
      json.writeStartObject();
      json.writeStringField("key", metric.key());
      json.writeStringField(
          "verdict",
          systems.size() > 1
              ? metric.verdict().get().sentence(report.places(), report.setting().isOneDay())
              : Verdict.alone(result, report.places()));
      json.writeStringField("leader", metric.leader());
      json.writeArrayFieldStart("figures");
      for (int i = 0; i < systems.size(); i++) {
        json.writeString(metric.figures().get(i).of(systems.get(i)).name());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the names of the figures beside those of the metrics, without the systems. */
  private void writeBeside() throws IOException {
    json.writeFieldName("beside");
    writeTexts(
        report.columns().beside(systems.get(0)).stream().map(Column::name).toArray(String[]::new));
  }

  private void writeSatellites() throws IOException {
    json.writeArrayFieldStart("satellites");
    for (Member member : result.constellation().members()) {
      Satellite satellite = member.satellite();
      json.writeStartArray();
      json.writeString(satellite.label());
      json.writeNumber(satellite.catalogNumber());
      json.writeString(satellite.name());
      json.writeNumber(systems.indexOf(satellite.system()));
      json.writeString(satellite.orbitClassName());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Writes the number of each satellite that is out of service, from when and until when. */
  private void writeOutages() throws IOException {
    Selection selection = report.setting().selection();
    json.writeArrayFieldStart("outages");
    for (Member member : result.constellation().members()) {
      for (Outage outage :
          selection.outages().of(member.satellite(), selection.start(), selection.end())) {
        json.writeStartArray();
        json.writeNumber(numbers.get(member.satellite()));
        json.writeNumber(outage.from().toEpochMilli());
        json.writeNumber(outage.to().orElse(selection.end()).toEpochMilli());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  /**
   * Writes positions as whole multiples of a unit, three bytes each, the lowest first. The unit is
   * the least number of whole metres for which they fit: 6 m if a satellite is at geosynchronous
   * height.
   */
  private void writeTracks() throws IOException {
    SatelliteTracks tracks = record.tracks();
    json.writeObjectFieldStart("tracks");
    json.writeNumberField("start", tracks.startMicros() / 1000);
    json.writeNumberField("piece", SatelliteTracks.PIECE_MICROS / 1000);
    json.writeNumberField("nodes", SatelliteTracks.NODES);
    int unitMeters = (int) Math.ceil(greatestMeters(tracks) / GREATEST_OF_THREE_BYTES);
    json.writeNumberField("unitMeters", unitMeters);
    json.writeArrayFieldStart("positions");
    for (int j = 0; j < result.constellation().members().size(); j++) {
      ByteBuffer positions = ByteBuffer.allocate(tracks.pieces() * 3 * SatelliteTracks.NODES * 3);
      for (int piece = 0; piece < tracks.pieces(); piece++) {
        for (double meters : tracks.nodesMeters(piece, j)) {
          int multiple = (int) Math.rint(meters / unitMeters);
          positions.put((byte) multiple).put((byte) (multiple >> 8)).put((byte) (multiple >> 16));
        }
      }
      json.writeString(BASE64.encodeToString(positions.array()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private double greatestMeters(SatelliteTracks tracks) {
    double greatest = 1;
    for (int j = 0; j < result.constellation().members().size(); j++) {
      for (int piece = 0; piece < tracks.pieces(); piece++) {
        for (float meters : tracks.nodesMeters(piece, j)) {
          greatest = Math.max(greatest, Math.abs(meters));
        }
      }
    }
    return greatest;
  }

  private void writeSites() throws IOException {
    long startMillis = result.start().toEpochMilli();
    json.writeArrayFieldStart("sites");
    List<CapitalsColumns.Row> rows = report.rows();
    List<List<Column<CapitalsColumns.Row>>> beside =
        systems.stream().map(report.columns()::beside).toList();
    for (int i = 0; i < rows.size(); i++) {
      SiteTally tally = rows.get(i).tally();
      GroundSite site = tally.site();
      json.writeStartObject();
      json.writeStringField("name", site.name());
      json.writeStringField("country", site.country());
      json.writeStringField("iso2", site.countryCode());
      JsonText.number(json, "latitude", site.latitudeDegrees(), 6);
      JsonText.number(json, "longitude", site.longitudeDegrees(), 6);
      JsonText.number(json, "height", site.heightMeters(), 3);
      writeFigures(rows.get(i));
      json.writeArrayFieldStart("beside");
      for (List<Column<CapitalsColumns.Row>> figures : beside) {
        json.writeStartArray();
        for (Column<CapitalsColumns.Row> column : figures) {
          ColumnJson.writeValue(json, column, rows.get(i));
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeFieldName("together");
      ColumnJson.writeValue(json, report.columns().medianPdopTogether(), rows.get(i));
      if (site.mask().isPresent()) {
        writeMask(site.mask().get());
      }
      writeCity(site);
      if (plan.isPresent()) {
        writeWindows(plan.get().plans().get(i), plan.get());
      }
      json.writeStringField("timeline", timeline(record.timelines().get(i), startMillis));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeWindows(SitePlan found, PlanReport of) throws IOException {
    if (found.windows().isEmpty()) {
      writeWithoutWindow(found, of);
    }
    json.writeArrayFieldStart("windows");
    for (PlanWindow window : found.windows()) {
      json.writeStartObject();
      json.writeNumberField("begin", PlanReport.firstSecond(window).toEpochMilli());
      json.writeNumberField("end", PlanReport.lastSecond(window).toEpochMilli());
      json.writeStringField(
          "length", PlanWords.hoursAndMinutes(Duration.between(window.begin(), window.end())));
      json.writeFieldName("pdop");
      if (window.medianPdop().isPresent()) {
        json.writeNumber(Decimals.plain(window.medianPdop().getAsDouble(), 2));
      } else {
        json.writeNull();
      }
      json.writeNumberField("satellites", window.leastInView());
      writeEnding(window.ending());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes why there is no window, and the longest one that would be too short. */
  private void writeWithoutWindow(SitePlan found, PlanReport of) throws IOException {
    json.writeObjectFieldStart("noWindow");
    json.writeStringField("reason", Words.key(PlanWords.withoutWindow(found, of.question())));
    json.writeBooleanField("needsSystems", PlanWords.needsSystems(found, of));
    json.writeFieldName("longest");
    if (found.longest().isPresent()) {
      PlanWindow longest = found.longest().get();
      json.writeStartObject();
      json.writeStringField(
          "length", PlanWords.length(Duration.between(longest.begin(), longest.end())));
      json.writeNumberField("begin", PlanReport.firstSecond(longest).toEpochMilli());
      json.writeNumberField("end", PlanReport.lastSecond(longest).toEpochMilli());
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void writeEnding(PlanWindow.Ending ending) throws IOException {
    json.writeObjectFieldStart("ending");
    json.writeStringField("cause", Words.key(ending.kind()));
    json.writeStringField("satellite", ending.satellite().map(Satellite::label).orElse(""));
    json.writeFieldName("failing");
    writeConditions(ending.condition().stream().map(PlanWords::opposite).toList());
    json.writeEndObject();
  }

  /** Writes the leader's index and each system's figure by metric, then by median PDOP. */
  private void writeFigures(CapitalsColumns.Row row) throws IOException {
    json.writeArrayFieldStart("leaders");
    for (Metric metric : Metric.values()) {
      json.writeNumber(row.tally().leader(metric).map(systems::indexOf).orElse(TIE));
    }
    json.writeNumber(row.dilution().orElseThrow().leader().map(systems::indexOf).orElse(TIE));
    json.writeEndArray();
    json.writeArrayFieldStart("figures");
    for (Compared metric : compared) {
      json.writeStartArray();
      for (Column<CapitalsColumns.Row> column : metric.figures()) {
        ColumnJson.writeValue(json, column, row);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private String timeline(Timeline timeline, long startMillis) {
    byte[] atStart = new byte[(numbers.size() + 7) / 8];
    for (Satellite satellite : timeline.inViewAtStart()) {
      int j = numbers.get(satellite);
      atStart[j / 8] |= (byte) (1 << (j % 8));
    }
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(5 * timeline.events().size() + atStart.length);
    bytes.writeBytes(atStart);
    long before = startMillis;
    for (Timeline.Event event : timeline.events()) {
      long millis = event.utc().plusNanos(500_000).toEpochMilli();
      writeNumber(bytes, (int) (millis - before));
      writeNumber(bytes, numbers.get(event.satellite()));
      before = millis;
    }
    return BASE64.encodeToString(bytes.toByteArray());
  }

  private static void writeNumber(ByteArrayOutputStream bytes, int number) {
    int left = number;
    while (left >= 0x80) {
      bytes.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes.write(left);
  }
}
