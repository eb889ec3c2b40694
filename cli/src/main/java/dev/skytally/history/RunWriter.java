package dev.skytally.history;

import static java.util.stream.Collectors.joining;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes runs, each within a transaction of the caller. */
final class RunWriter {
  private static final String EXACT = "exact";

  /** Exact, but each satellite counts only while it is usable according to notices. */
  static final String USABLE = "usable";

  static final String TIE = "tie";

  private final Connection connection;

  RunWriter(Connection connection) {
    this.connection = connection;
  }

  static String systems(RunSetting setting) {
    return setting.systems().stream().map(GnssSystem::name).collect(joining(","));
  }

  private static String mode(RunSetting setting) {
    return setting.usable() ? USABLE : EXACT;
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  OptionalLong find(String snapshotSha256, RunSetting setting, String programVersion)
      throws SQLException {
    OptionalLong settingId = findSetting(setting);
    if (settingId.isEmpty()) {
      return OptionalLong.empty();
    }
    return number(
        "SELECT run.id FROM run JOIN snapshot ON snapshot.id = run.snapshot"
            + " WHERE run.setting = ? AND snapshot.sha256 = ? AND run.program_version = ?",
        settingId.getAsLong(),
        snapshotSha256,
        programVersion);
  }

  OptionalLong findSetting(RunSetting setting) throws SQLException {
    return number(
        "SELECT setting.id FROM setting JOIN site_list ON site_list.id = setting.site_list"
            + " WHERE site_list.sha256 = ? AND systems = ? AND status = ? AND mask_deg = ?"
            + " AND mode = ? AND window_s = ?",
        setting.sitesSha256(),
        systems(setting),
        key(setting.status()),
        setting.maskDegrees(),
        mode(setting),
        Run.WINDOW.toSeconds());
  }

  boolean store(Run run, String programVersion, Instant computedAt) throws SQLException {
    RunSetting setting = run.setting();
    if (find(run.snapshot().sha256(), setting, programVersion).isPresent()) {
      return false;
    }
    OptionalLong known = findSetting(setting);
    long settingId = known.isPresent() ? known.getAsLong() : storeSetting(setting);
    long id =
        insert(
            "INSERT INTO run (setting, snapshot, program_version, computed_at, window_start,"
                + " window_end) VALUES (?, ?, ?, ?, ?, ?)",
            settingId,
            storeSnapshot(run.snapshot()),
            programVersion,
            Moments.text(computedAt),
            Moments.text(run.start()),
            Moments.text(run.start().plus(Run.WINDOW)));
    storeSatellites(id, run.satellites());
    storeResults(id, settingId, run);
    return true;
  }

  private long storeSetting(RunSetting setting) throws SQLException {
    String digest = setting.sitesSha256();
    OptionalLong known = number("SELECT id FROM site_list WHERE sha256 = ?", digest);
    return insert(
        "INSERT INTO setting (site_list, systems, status, mask_deg, mode, window_s)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        known.isPresent() ? known.getAsLong() : storeSites(setting, digest),
        systems(setting),
        key(setting.status()),
        setting.maskDegrees(),
        mode(setting),
        Run.WINDOW.toSeconds());
  }

  private long storeSites(RunSetting setting, String digest) throws SQLException {
    long list =
        insert("INSERT INTO site_list (name, sha256) VALUES (?, ?)", setting.siteList(), digest);
    List<Object[]> rows = new ArrayList<>();
    for (GroundSite site : setting.sites()) {
      rows.add(
          new Object[] {
            list,
            rows.size(),
            site.countryCode(),
            site.country(),
            site.name(),
            site.latitudeDegrees(),
            site.longitudeDegrees(),
            site.heightMeters()
          });
    }
    insertAll(
        "INSERT INTO site (site_list, position, iso2, country, name, latitude_deg, longitude_deg,"
            + " height_m) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    return list;
  }

  private long storeSnapshot(SnapshotFacts snapshot) throws SQLException {
    OptionalLong known = number("SELECT id FROM snapshot WHERE sha256 = ?", snapshot.sha256());
    return known.isPresent()
        ? known.getAsLong()
        : insert(
            "INSERT INTO snapshot (sha256, label, origin, epoch_median) VALUES (?, ?, ?, ?)",
            snapshot.sha256(),
            snapshot.label(),
            snapshot.origin(),
            Moments.text(snapshot.medianEpoch()));
  }

  private void storeSatellites(long run, List<SatelliteState> satellites) throws SQLException {
    List<Object[]> facts = new ArrayList<>();
    List<Object[]> states = new ArrayList<>();
    for (SatelliteState satellite : satellites) {
      int norad = satellite.catalogNumber();
      facts.add(
          new Object[] {
            norad, satellite.designator(), satellite.system().name(), satellite.block()
          });
      states.add(
          new Object[] {
            run,
            norad,
            satellite.prn(),
            key(satellite.status()),
            satellite.counted() ? 1 : 0,
            satellite.lack().map(lack -> key(lack.reason())).orElse(null),
            satellite.lack().map(SatelliteState.Lack::detail).orElse(null),
            satellite.fill().map(SatelliteState.Fill::snapshot).orElse(null),
            satellite.fill().map(fill -> Moments.text(fill.epoch())).orElse(null)
          });
    }
    insertAll(
        "INSERT INTO satellite (norad, designator, system, block) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (norad) DO UPDATE SET designator = excluded.designator,"
            + " system = excluded.system, block = excluded.block"
            + " WHERE block = '' AND excluded.block <> ''",
        facts);
    insertAll(
        "INSERT INTO run_satellite (run, norad, prn, status, counted, missing, missing_detail,"
            + " filled_from, filled_epoch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        states);
  }

  private void storeResults(long run, long setting, Run computed) throws SQLException {
    List<Long> sites = sites(setting);
    List<GnssSystem> systems = computed.setting().systems();
    List<Object[]> results = new ArrayList<>();
    List<Object[]> inView = new ArrayList<>();
    for (int s = 0; s < sites.size(); s++) {
      SiteTally tally = computed.tallies().get(s);
      long site = sites.get(s);
      results.add(
          new Object[] {
            run,
            site,
            leader(tally, Metric.MAX, systems),
            leader(tally, Metric.MEAN, systems),
            leader(tally, Metric.SHARE, systems)
          });
      for (GnssSystem system : systems) {
        SystemTally seen = tally.inView(system);
        inView.add(
            new Object[] {
              run,
              site,
              system.name(),
              seen.max(),
              seen.mean(),
              seen.min(),
              tally.shareAheadOfAll(system)
            });
      }
    }
    insertAll(
        "INSERT INTO result (run, site, leader_max, leader_mean, leader_share)"
            + " VALUES (?, ?, ?, ?, ?)",
        results);
    insertAll(
        "INSERT INTO in_view (run, site, system, max, mean, min, share_ahead)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        inView);
  }

  /** Returns the leader or a tie; null if there is a single system. */
  private static String leader(SiteTally tally, Metric metric, List<GnssSystem> systems) {
    Optional<GnssSystem> leader = tally.leader(metric);
    return systems.size() == 1 ? null : leader.map(GnssSystem::name).orElse(TIE);
  }

  private List<Long> sites(long setting) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT site.id FROM site JOIN setting ON setting.site_list = site.site_list"
                + " WHERE setting.id = ? ORDER BY site.position")) {
      statement.setLong(1, setting);
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  private OptionalLong number(String query, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private long insert(String insertion, Object... parameters) throws SQLException {
    return number(insertion + " RETURNING id", parameters).orElseThrow();
  }

  private void insertAll(String insertion, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insertion)) {
      for (Object[] row : rows) {
        set(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
