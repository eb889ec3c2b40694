package dev.skytally.report.sky;

import dev.skytally.dop.Dilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Selection;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sky over one site at a moment, and the paths of its satellites.
 *
 * @param skies at least one: first that of the moment, then the following ones at equal steps
 * @param clocks the systems that share a receiver clock
 * @param unaskedMoment how the moment was chosen; empty if the user gave it
 */
public record SkyReport(
    Setting setting, List<Sky> skies, ReceiverClocks clocks, String unaskedMoment)
    implements Report {
  static final List<Column<LookAngles>> DIRECTION =
      List.of(
          Column.number(
              "azimuth_deg", 4, "azimuth from north over east", LookAngles::azimuthDegrees),
          Column.number("elevation_deg", 4, "elevation", LookAngles::elevationDegrees));

  private static final Column<LookAngles> RANGE =
      Column.number("range_m", 0, "distance to the satellite", LookAngles::rangeMeters);

  public SkyReport {
    skies = List.copyOf(skies);
  }

  /** The direction of a satellite at a moment. */
  record Place(Instant utc, LookAngles lookAngles) {}

  Column<Instant> time() {
    return SettingColumns.time(setting);
  }

  Sky now() {
    return skies.get(0);
  }

  boolean hasTracks() {
    return skies.size() > 1;
  }

  /** A satellite and its path, until it sets or the window ends. */
  record Track(Satellite satellite, List<Place> places) {}

  /**
   * Returns the path of each pass: first those of the satellites in view now, in their order, then
   * the others in the order in which they rise.
   */
  List<Track> tracks() {
    List<Track> tracks = new ArrayList<>();
    Map<Satellite, Track> open = new HashMap<>();
    for (Sky sky : skies) {
      Map<Satellite, Track> still = new HashMap<>();
      for (Sky.InView seen : sky.inView()) {
        Track track = open.get(seen.satellite());
        if (track == null) {
          track = new Track(seen.satellite(), new ArrayList<>());
          tracks.add(track);
        }
        track.places().add(new Place(sky.utc(), seen.lookAngles()));
        still.put(seen.satellite(), track);
      }
      open = still;
    }
    return tracks;
  }

  /** Returns the dilution of precision of one system now, if it gives a position. */
  Optional<Dilution> dilution(GnssSystem system) {
    return Dilution.of(now(), system);
  }

  /** Returns the dilution of precision of all systems together now, if they give a position. */
  Optional<Dilution> dilutionTogether() {
    return Dilution.of(now(), clocks, setting.systems().toArray(GnssSystem[]::new));
  }

  /** Returns "12 GPS and 20 BeiDou satellites in view of Addis Ababa." */
  String headline() {
    String counts =
        Words.list(
            setting.systems().stream()
                .map(system -> now().lookAngles(system).size() + " " + system.displayName())
                .toList());
    String satellites = now().inView().size() == 1 ? " satellite" : " satellites";
    return Words.sentence(counts + satellites + " in view of " + now().site().name());
  }

  @Override
  public String table() {
    return SkyTable.text(this);
  }

  /** A row of the sheet: the direction of a satellite at a moment. */
  record Row(Satellite satellite, Place place) {}

  @Override
  public Sheet<Row> sheet() {
    Selection selection = setting.selection();
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.text("site", "name of the site", row -> now().site().name()),
                time().from(row -> row.place().utc())));
    columns.addAll(Column.from(SatelliteColumns.PRN_AND_NORAD, Row::satellite));
    columns.addAll(Column.from(DIRECTION, row -> row.place().lookAngles()));
    columns.add(RANGE.from(row -> row.place().lookAngles()));
    if (selection.reportsHealth()) {
      columns.add(health().from(Row::satellite));
    }
    columns.add(SettingColumns.missing(selection));
    SettingColumns.addOldOrbitsAndOutages(columns, selection);
    List<Row> rows = new ArrayList<>();
    for (Track track : tracks()) {
      track.places().forEach(place -> rows.add(new Row(track.satellite(), place)));
    }
    return new Sheet<>(columns, rows);
  }

  /** Returns the columns of the satellites that are in view now. */
  List<Column<Sky.InView>> columns() {
    List<Column<Sky.InView>> columns =
        Column.from(SatelliteColumns.PRN_AND_NORAD, Sky.InView::satellite);
    columns.addAll(Column.from(DIRECTION, Sky.InView::lookAngles));
    columns.add(RANGE.from(Sky.InView::lookAngles));
    columns.add(health().from(Sky.InView::satellite));
    return columns;
  }

  private Column<Satellite> health() {
    return SatelliteColumns.health(setting.selection()::healthWord);
  }

  @Override
  public String json() {
    return SkyJson.text(this);
  }

  /** Draws a sky plot. */
  public SvgPicture plot(PictureStyle style) {
    return new SkyPlot(this, style).draw();
  }
}
